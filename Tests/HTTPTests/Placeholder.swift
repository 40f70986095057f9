// Tests come with their parts.
