#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

#include <string.h>

typedef struct {
  const ck_layout *layout;
  const float *gradient, *images;
  int64_t height, width, size;
  float *out;
} gradient_work;

// 3 x 3 windows with a block of B channels side by side: ten vectors of sums stay in registers. Each row is summed on its
// own, so that less is lost.
#define GRADIENT_3(B)                                                                                            \
  static inline __attribute__((always_inline)) void gradient_3_##B(                                              \
      const float *restrict gradient, const float *restrict image, int64_t rows, int64_t columns, int64_t width, \
      float *restrict out) {                                                                                     \
    float total[10][B] = {{0}};                                                                                  \
    for (int64_t y = 0; y < rows; y++) {                                                                         \
      float s[10][B] = {{0}};                                                                                    \
      for (int64_t x = 0; x < columns; x++) {                                                                    \
        const float *restrict g = gradient + (y * columns + x) * B;                                              \
        for (int v = 0; v < 3; v++)                                                                              \
          for (int u = 0; u < 3; u++) {                                                                          \
            float pixel = image[(y + v) * width + x + u];                                                        \
            for (int c = 0; c < B; c++) s[v * 3 + u][c] += pixel * g[c];                                         \
          }                                                                                                      \
        for (int c = 0; c < B; c++) s[9][c] += g[c];                                                             \
      }                                                                                                          \
      for (int k = 0; k < 10; k++)                                                                               \
        for (int c = 0; c < B; c++) total[k][c] += s[k][c];                                                      \
    }                                                                                                            \
    memcpy(out, total, sizeof total);                                                                            \
  }
GRADIENT_3(8)
GRADIENT_3(16)

// Any window and layout.
static inline void gradient_any(const gradient_work *work, const float *gradient, const float *image, float *out) {
  const ck_layout *layout = work->layout;
  int64_t block = layout->block, size = work->size;
  int64_t rows = work->height - size + 1, columns = work->width - size + 1;
  memset(out, 0, (size_t)((size * size + 1) * block) * sizeof *out);
  for (int64_t y = 0; y < rows; y++)
    for (int64_t x = 0; x < columns; x++) {
      const float *g = gradient + (y * columns + x) * layout->pixel_stride;
      for (int64_t v = 0; v < size; v++)
        for (int64_t u = 0; u < size; u++) {
          float pixel = image[(y + v) * work->width + x + u];
          for (int64_t c = 0; c < block; c++) out[(v * size + u) * block + c] += pixel * g[c];
        }
      for (int64_t c = 0; c < block; c++) out[size * size * block + c] += g[c];
    }
}

CK_VECTORIZED static void gradient_samples(const gradient_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t block = layout->block, groups = (layout->channels + block - 1) / block;
  int64_t rows = work->height - work->size + 1, columns = work->width - work->size + 1;
  int64_t windows = work->size * work->size + 1;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      const float *gradient = work->gradient + n * layout->sample_stride + g * layout->group_stride;
      const float *image = work->images + n * work->height * work->width;
      float *out = work->out + (n * groups + g) * windows * block;
      if (work->size == 3 && block == 8 && layout->pixel_stride == 8)
        gradient_3_8(gradient, image, rows, columns, work->width, out);
      else if (work->size == 3 && block == 16 && layout->pixel_stride == 16)
        gradient_3_16(gradient, image, rows, columns, work->width, out);
      else
        gradient_any(work, gradient, image, out);
    }
}

static void gradient_body(void *context, int64_t first, int64_t end) { gradient_samples(context, first, end); }

void ck_image_kernel_gradient(
    const ck_layout *gradient_layout, const float *gradient, const float *images, int64_t height, int64_t width,
    int64_t size, float *out) {
  gradient_work work = {gradient_layout, gradient, images, height, width, size, out};
  ck_parallel(gradient_layout->samples, gradient_body, &work);
}
