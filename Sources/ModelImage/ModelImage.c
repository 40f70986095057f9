#include "ModelImage.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

// 64 bytes: sections inside the images are aligned for the widest load, and to a cache line.
_Alignas(64) const unsigned char dateline_gazetteer[] = {
#embed "gazetteer.bin"
};
const size_t dateline_gazetteer_size = sizeof dateline_gazetteer;

_Alignas(64) const unsigned char dateline_models[] = {
#embed "models.bin"
};
const size_t dateline_models_size = sizeof dateline_models;

const unsigned char dateline_openapi[] = {
#embed "../../openapi.yaml"
};
const size_t dateline_openapi_size = sizeof dateline_openapi;
