#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

typedef struct {
  const ck_layout *layout;
  const float *x, *y_scale, *y_shift, *gradient;
  // Of the sums.
  float *sums, *products;
  // Of the gradient.
  const float *gradient_scale, *x_scale, *shift;
  float *out;
} gradient_work;

#define INLINE static inline __attribute__((always_inline))

/// The gradient behind the ReLU. `ck_channel_affine` computes y in the same way.
INLINE float masked(float scale, float x, float shift, float gradient) {
  const float y = scale * x + shift;
  return y > 0 ? gradient : 0.f;
}

#define B 8
#include "normalization_gradient_template.h"

#define B 16
#include "normalization_gradient_template.h"

INLINE void sums_any(
    const float *x, const float *scale, const float *shift, const float *gradient, int64_t pixels, int64_t stride,
    int64_t block, bool relu, float *sums, float *products) {
  for (int64_t c = 0; c < block; c++) {
    float s[4] = {0}, q[4] = {0};
    for (int64_t p = 0; p < pixels; p++) {
      const float value = x[p * stride + c], given = gradient[p * stride + c];
      const float slope = relu ? masked(scale[c], value, shift[c], given) : given;
      s[p % 4] += slope;
      q[p % 4] += slope * value;
    }
    sums[c] = (s[0] + s[1]) + (s[2] + s[3]);
    products[c] = (q[0] + q[1]) + (q[2] + q[3]);
  }
}

INLINE void gradient_any(
    const float *x, const float *y_scale, const float *y_shift, const float *gradient, int64_t pixels, int64_t stride,
    int64_t block, bool relu, const float *scale, const float *x_scale, const float *shift, float *out) {
  for (int64_t p = 0; p < pixels; p++)
    for (int64_t c = 0; c < block; c++) {
      const float value = x[p * stride + c], given = gradient[p * stride + c];
      const float slope = relu ? masked(y_scale[c], value, y_shift[c], given) : given;
      out[p * stride + c] = scale[c] * slope + x_scale[c] * value + shift[c];
    }
}

INLINE int64_t group_count(const ck_layout *layout) { return (layout->channels + layout->block - 1) / layout->block; }

INLINE void sums_of(const gradient_work *work, int64_t first, int64_t end, bool relu) {
  const ck_layout *layout = work->layout;
  const int64_t block = layout->block, groups = group_count(layout), pixels = layout->pixels;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      const int64_t start = n * layout->sample_stride + g * layout->group_stride, to = (n * groups + g) * block;
      const float *x = work->x + start, *gradient = work->gradient + start;
      // Without a ReLU any numbers do.
      const float *scale = relu ? work->y_scale + g * block : x, *shift = relu ? work->y_shift + g * block : x;
      float *sums = work->sums + to, *products = work->products + to;
      if (block == 8 && layout->pixel_stride == 8)
        sums_8(x, scale, shift, gradient, pixels, relu, sums, products);
      else if (block == 16 && layout->pixel_stride == 16)
        sums_16(x, scale, shift, gradient, pixels, relu, sums, products);
      else
        sums_any(x, scale, shift, gradient, pixels, layout->pixel_stride, block, relu, sums, products);
    }
}

CK_VECTORIZED static void sums_samples(const gradient_work *work, int64_t first, int64_t end) {
  if (work->y_scale)
    sums_of(work, first, end, true);
  else
    sums_of(work, first, end, false);
}

static void sums_body(void *context, int64_t first, int64_t end) { sums_samples(context, first, end); }

void ck_normalization_gradient_sums(
    const ck_layout *layout, const float *x, const float *y_scale, const float *y_shift, const float *gradient,
    float *sums, float *products) {
  gradient_work work = {
      .layout = layout, .x = x, .y_scale = y_scale, .y_shift = y_shift, .gradient = gradient, .sums = sums,
      .products = products};
  ck_parallel(layout->samples, sums_body, &work);
}

INLINE void gradient_of(const gradient_work *work, int64_t first, int64_t end, bool relu) {
  const ck_layout *layout = work->layout;
  const int64_t groups = group_count(layout), block = layout->block, pixels = layout->pixels;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      const int64_t start = n * layout->sample_stride + g * layout->group_stride, channel = g * block;
      const float *x = work->x + start, *gradient = work->gradient + start;
      const float *scale = work->gradient_scale + channel, *x_scale = work->x_scale + channel;
      const float *shift = work->shift + channel;
      // Without a ReLU any numbers do.
      const float *y_scale = relu ? work->y_scale + channel : shift, *y_shift = relu ? work->y_shift + channel : shift;
      float *out = work->out + start;
      if (block == 8 && layout->pixel_stride == 8)
        gradient_8(x, y_scale, y_shift, gradient, pixels, relu, scale, x_scale, shift, out);
      else if (block == 16 && layout->pixel_stride == 16)
        gradient_16(x, y_scale, y_shift, gradient, pixels, relu, scale, x_scale, shift, out);
      else
        gradient_any(
            x, y_scale, y_shift, gradient, pixels, layout->pixel_stride, block, relu, scale, x_scale, shift, out);
    }
}

CK_VECTORIZED static void gradient_samples(const gradient_work *work, int64_t first, int64_t end) {
  if (work->y_scale)
    gradient_of(work, first, end, true);
  else
    gradient_of(work, first, end, false);
}

static void gradient_body(void *context, int64_t first, int64_t end) { gradient_samples(context, first, end); }

void ck_normalization_gradient(
    const ck_layout *layout, const float *x, const float *y_scale, const float *y_shift, const float *gradient,
    const float *gradient_scale, const float *x_scale, const float *shift, float *out) {
  gradient_work work = {
      .layout = layout, .x = x, .y_scale = y_scale, .y_shift = y_shift, .gradient = gradient,
      .gradient_scale = gradient_scale, .x_scale = x_scale, .shift = shift, .out = out};
  ck_parallel(layout->samples, gradient_body, &work);
}
