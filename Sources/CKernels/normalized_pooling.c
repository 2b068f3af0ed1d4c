#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

#include <stddef.h>

typedef struct {
  const ck_layout *layout;
  int64_t height, width;
  const float *x, *direction;
  float *pooled, *sums, *squares, *counts;
} forward_work;

typedef struct {
  const ck_layout *layout;
  int64_t height, width;
  const float *x, *pooled, *gradient, *gradient_scale, *x_scale, *shift;
  float *out;
} backward_work;

#define B 8
#define PIXEL 8
#define POOLED_PIXEL 8
#include "normalized_pooling_template.h"

#define B 16
#define PIXEL 16
#define POOLED_PIXEL 16
#include "normalized_pooling_template.h"

#define B 1
#define PIXEL stride
#define POOLED_PIXEL pooled_stride
#include "normalized_pooling_template.h"

static inline int64_t groups_of(const ck_layout *layout) {
  return (layout->channels + layout->block - 1) / layout->block;
}

/// The pooled tensor has the layout of x, with a quarter of the pixels.
static inline ck_layout pooled_layout(const ck_layout *layout, int64_t height, int64_t width) {
  ck_layout pooled = *layout;
  pooled.pixels = (height / 2) * (width / 2);
  pooled.group_stride = layout->group_stride / layout->pixels * pooled.pixels;
  pooled.sample_stride = layout->sample_stride / layout->pixels * pooled.pixels;
  return pooled;
}

static inline bool is_blocked(const ck_layout *layout, int64_t block) {
  return layout->block == block && layout->pixel_stride == block;
}

CK_VECTORIZED static void forward_samples(const forward_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const ck_layout to = pooled_layout(layout, work->height, work->width);
  int64_t block = layout->block, groups = groups_of(layout);
  for (int64_t i = first * groups; i < end * groups; i++) {
    int64_t n = i / groups, g = i % groups;
    const float *x = work->x + n * layout->sample_stride + g * layout->group_stride;
    float *pooled = work->pooled + n * to.sample_stride + g * to.group_stride;
    const float *direction = work->direction + g * block;
    float *sums = work->sums ? work->sums + i * block : NULL;
    float *squares = work->sums ? work->squares + i * block : NULL;
    float *counts = work->sums ? work->counts + i * block : NULL;
    if (is_blocked(layout, 8))
      forward_8(x, 8, work->height, work->width, direction, pooled, 8, sums, squares, counts);
    else if (is_blocked(layout, 16))
      forward_16(x, 16, work->height, work->width, direction, pooled, 16, sums, squares, counts);
    else
      for (int64_t c = 0; c < block; c++)
        forward_1(
            x + c, layout->pixel_stride, work->height, work->width, direction + c, pooled + c, to.pixel_stride,
            sums ? sums + c : NULL, sums ? squares + c : NULL, sums ? counts + c : NULL);
  }
}

static void forward_body(void *context, int64_t first, int64_t end) { forward_samples(context, first, end); }

void ck_pool_moments(
    const ck_layout *layout, int64_t height, int64_t width, const float *x, const float *direction, float *pooled,
    float *sums, float *squares, float *counts) {
  forward_work work = {layout, height, width, x, direction, pooled, sums, squares, counts};
  ck_parallel(layout->samples, forward_body, &work);
}

CK_VECTORIZED static void backward_samples(const backward_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const ck_layout from = pooled_layout(layout, work->height, work->width);
  int64_t block = layout->block, groups = groups_of(layout), height = work->height, width = work->width;
  for (int64_t i = first * groups; i < end * groups; i++) {
    int64_t n = i / groups, g = i % groups;
    int64_t start = n * layout->sample_stride + g * layout->group_stride;
    int64_t pooled_start = n * from.sample_stride + g * from.group_stride;
    const float *gradient_scale = work->gradient_scale + g * block;
    const float *x_scale = work->x_scale + g * block, *shift = work->shift + g * block;
    for (int64_t row = 0; row < height; row += 2) {
      const bool pair = row + 1 < height;
      const float *top = work->x + start + row * width * layout->pixel_stride;
      float *out = work->out + start + row * width * layout->pixel_stride;
      const int64_t pooled_row = pooled_start + row / 2 * (width / 2) * from.pixel_stride;
      const float *pooled = work->pooled + pooled_row, *gradient = work->gradient + pooled_row;
      if (is_blocked(layout, 8))
        backward_rows_8(top, 8, pair, width, pooled, gradient, 8, gradient_scale, x_scale, shift, out);
      else if (is_blocked(layout, 16))
        backward_rows_16(top, 16, pair, width, pooled, gradient, 16, gradient_scale, x_scale, shift, out);
      else
        for (int64_t c = 0; c < block; c++)
          backward_rows_1(
              top + c, layout->pixel_stride, pair, width, pooled + c, gradient + c, from.pixel_stride, gradient_scale + c,
              x_scale + c, shift + c, out + c);
    }
  }
}

static void backward_body(void *context, int64_t first, int64_t end) { backward_samples(context, first, end); }

void ck_pool_gradient(
    const ck_layout *layout, int64_t height, int64_t width, const float *x, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift, float *out) {
  backward_work work = {
      .layout = layout, .height = height, .width = width, .x = x, .pooled = pooled, .gradient = gradient,
      .gradient_scale = gradient_scale, .x_scale = x_scale, .shift = shift, .out = out};
  ck_parallel(layout->samples, backward_body, &work);
}
