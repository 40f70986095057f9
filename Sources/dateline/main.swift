// Wiring comes with its parts.
