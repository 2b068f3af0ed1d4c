#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

typedef struct {
  const ck_layout *layout;
  const float *images, *kernel, *bias;
  int64_t width;
  float *out;
} convolution_work;

// A row of a block of B channels. The nine weights of each channel stay in registers.
#define ROW(B)                                                                                             \
  typedef float vector_##B __attribute__((vector_size(B * 4), aligned(4), may_alias));                     \
  typedef int32_t mask_##B __attribute__((vector_size(B * 4), aligned(4), may_alias));                     \
  static inline __attribute__((always_inline)) void row_##B(                                               \
      const float *image, int64_t image_width, int64_t width, const float *kernel, const float *bias, float *out) { \
    const float *top = image, *middle = image + image_width, *bottom = middle + image_width;               \
    vector_##B w[9];                                                                                       \
    const vector_##B offset = *(const vector_##B *)bias, zero = {0};                                       \
    for (int i = 0; i < 9; i++) w[i] = *(const vector_##B *)(kernel + i * B);                              \
    for (int64_t x = 0; x < width; x++) {                                                                  \
      vector_##B upper = offset + top[x] * w[0], lower = middle[x + 1] * w[4];                             \
      upper += top[x + 1] * w[1], lower += middle[x + 2] * w[5];                                           \
      upper += top[x + 2] * w[2], lower += bottom[x] * w[6];                                               \
      upper += middle[x] * w[3], lower += bottom[x + 1] * w[7];                                            \
      lower += bottom[x + 2] * w[8];                                                                       \
      const vector_##B value = upper + lower;                                                              \
      *(vector_##B *)(out + x * B) = (vector_##B)((mask_##B)value & (value > zero));                       \
    }                                                                                                      \
  }
ROW(8)
ROW(16)

CK_VECTORIZED static void convolve_samples(const convolution_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const int64_t block = layout->block, width = work->width, image_width = width + 2, rows = layout->pixels / width;
  const int64_t image_size = (rows + 2) * image_width;
  for (int64_t n = first; n < end; n++)
    for (int64_t c = 0; c < layout->channels; c += block) {
      const float *image = work->images + n * image_size, *kernel = work->kernel + c * 9, *bias = work->bias + c;
      float *out = work->out + n * layout->sample_stride + c / block * layout->group_stride;
      for (int64_t row = 0; row < rows; row++, image += image_width, out += width * block)
        if (block == 8)
          row_8(image, image_width, width, kernel, bias, out);
        else
          row_16(image, image_width, width, kernel, bias, out);
    }
}

static void convolve_body(void *context, int64_t first, int64_t end) { convolve_samples(context, first, end); }

void ck_image_convolution(
    const ck_layout *layout, const float *images, int64_t width, const float *kernel, const float *bias, float *out) {
  convolution_work work = {layout, images, kernel, bias, width, out};
  ck_parallel(layout->samples, convolve_body, &work);
}
