#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

typedef struct {
  const uint8_t *images;
  const intptr_t *positions;
  int64_t pixels;
  float *batch;
} batch_work;

CK_VECTORIZED static void scale_images(const batch_work *work, int64_t first, int64_t end) {
  for (int64_t i = first; i < end; i++) {
    // Samples are drawn from all over the set, so that the next one is in no cache.
    if (i + 1 < end) {
      const uint8_t *next = work->images + work->positions[i + 1] * work->pixels;
      for (int64_t p = 0; p < work->pixels; p += 64) __builtin_prefetch(next + p);
    }
    const uint8_t *restrict image = work->images + work->positions[i] * work->pixels;
    float *restrict to = work->batch + i * work->pixels;
    for (int64_t p = 0; p < work->pixels; p++) to[p] = (float)image[p] / 255.f;
  }
}

static void scale_body(void *context, int64_t first, int64_t end) { scale_images(context, first, end); }

void ck_scale_images(
    const uint8_t *images, const intptr_t *positions, int64_t count, int64_t pixels, float *batch) {
  batch_work work = {images, positions, pixels, batch};
  ck_parallel(count, scale_body, &work);
}
