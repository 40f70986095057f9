#include "ModelImage.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

// 64 bytes: sections inside the images are aligned for the widest load, and to a cache line.
static _Alignas(64) const unsigned char gazetteer[] = {
#embed "gazetteer.bin"
};
const unsigned char *const dateline_gazetteer = gazetteer;
const size_t dateline_gazetteer_size = sizeof gazetteer;

static _Alignas(64) const unsigned char models[] = {
#embed "models.bin"
};
const unsigned char *const dateline_models = models;
const size_t dateline_models_size = sizeof models;

static const unsigned char openapi[] = {
#embed "../../openapi.yaml"
};
const unsigned char *const dateline_openapi = openapi;
const size_t dateline_openapi_size = sizeof openapi;
