#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

// Passes with a number for each sample and channel. All of them go over groups of channels that stand side by side.

typedef struct {
  const ck_layout *layout;
  const float *x, *y, *factors;
  float *out;
} factors_work;

typedef struct {
  int64_t start;           // of the group's first pixel
  int64_t first;           // its first channel's place in [samples, channels]
  int64_t channels;        // less than a block in the last group of channels that do not fill it
} group;

static inline group group_of(const ck_layout *layout, int64_t n, int64_t g) {
  const int64_t first = g * layout->block, left = layout->channels - first;
  return (group){
      .start = n * layout->sample_stride + g * layout->group_stride,
      .first = n * layout->channels + first,
      .channels = left < layout->block ? left : layout->block};
}

#define FOR_EACH_GROUP(layout, first, end)                                                               \
  for (int64_t n = (first), groups = ((layout)->channels + (layout)->block - 1) / (layout)->block; n < (end); n++) \
    for (int64_t g = 0; g < groups; g++)

CK_VECTORIZED static void sum_samples(const factors_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const int64_t stride = layout->pixel_stride;
  FOR_EACH_GROUP(layout, first, end) {
    const group at = group_of(layout, n, g);
    float *restrict out = work->out + at.first;
    for (int64_t c = 0; c < at.channels; c++) out[c] = 0;
    for (int64_t p = 0; p < layout->pixels; p++) {
      const float *restrict x = work->x + at.start + p * stride;
      if (work->y) {
        const float *restrict y = work->y + at.start + p * stride;
        for (int64_t c = 0; c < at.channels; c++) out[c] += x[c] * y[c];
      } else {
        for (int64_t c = 0; c < at.channels; c++) out[c] += x[c];
      }
    }
  }
}

static void products_body(void *context, int64_t first, int64_t end) { sum_samples(context, first, end); }

void ck_channel_products(const ck_layout *layout, const float *x, const float *y, float *sums) {
  factors_work work = {.layout = layout, .x = x, .y = y, .out = sums};
  ck_parallel(layout->samples, products_body, &work);
}

static void means_body(void *context, int64_t first, int64_t end) {
  const factors_work *work = context;
  sum_samples(work, first, end);
  const float share = 1.f / (float)work->layout->pixels;
  for (int64_t i = first * work->layout->channels; i < end * work->layout->channels; i++) work->out[i] *= share;
}

void ck_channel_means(const ck_layout *layout, const float *x, float *means) {
  factors_work work = {.layout = layout, .x = x, .out = means};
  ck_parallel(layout->samples, means_body, &work);
}

// out = x * factors, or without x the factors' share of each pixel. What pads a block stays zero.
CK_VECTORIZED static void scale_samples(const factors_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const int64_t stride = layout->pixel_stride;
  const float share = 1.f / (float)layout->pixels;
  FOR_EACH_GROUP(layout, first, end) {
    const group at = group_of(layout, n, g);
    const float *restrict factors = work->factors + at.first;
    for (int64_t p = 0; p < layout->pixels; p++) {
      float *restrict out = work->out + at.start + p * stride;
      if (work->x) {
        const float *restrict x = work->x + at.start + p * stride;
        for (int64_t c = 0; c < at.channels; c++) out[c] = x[c] * factors[c];
      } else {
        for (int64_t c = 0; c < at.channels; c++) out[c] = factors[c] * share;
      }
    }
  }
}

static void scale_body(void *context, int64_t first, int64_t end) { scale_samples(context, first, end); }

void ck_channel_scale(const ck_layout *layout, const float *x, const float *factors, float *out) {
  factors_work work = {.layout = layout, .x = x, .factors = factors, .out = out};
  ck_parallel(layout->samples, scale_body, &work);
}

void ck_channel_spread(const ck_layout *layout, const float *means_gradient, float *x_gradient) {
  factors_work work = {.layout = layout, .factors = means_gradient, .out = x_gradient};
  ck_parallel(layout->samples, scale_body, &work);
}
