// Files linked into the executable, so that one binary needs nothing beside it.
// Each is `const` data in the binary's own read-only mapping: nothing is decoded at start.
// Pointers, because Swift does not import arrays of unknown length.
#pragma once
#include <stddef.h>

// World knowledge packed from licence-clean lists (`dateline-train --gazetteer`).
extern const unsigned char *const _Nonnull dateline_gazetteer;
extern const size_t dateline_gazetteer_size;

// Trained weights (`dateline-train --output`), described in MODEL.md.
extern const unsigned char *const _Nonnull dateline_models;
extern const size_t dateline_models_size;

// openapi.yaml of this build, served as it stands.
extern const unsigned char *const _Nonnull dateline_openapi;
extern const size_t dateline_openapi_size;
