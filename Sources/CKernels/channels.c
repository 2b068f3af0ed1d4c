#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

static inline int64_t group_count(const ck_layout *layout) {
  return (layout->channels + layout->block - 1) / layout->block;
}

// Moments. Four running sums a channel, so that additions overlap, and less is lost in each.

typedef struct {
  const ck_layout *layout;
  const float *x;
  float *sums, *squares;
} moments_work;

// All channels of a block stand side by side, which compilers turn into vectors where the block's size is a constant.
#define MOMENTS(B)                                                                                  \
  static inline __attribute__((always_inline)) void moments_##B(                                    \
      const float *restrict x, int64_t pixels, float *restrict sums, float *restrict squares) {     \
    float s[4][B] = {{0}}, q[4][B] = {{0}};                                                         \
    int64_t p = 0;                                                                                  \
    for (; p + 4 <= pixels; p += 4)                                                                 \
      for (int k = 0; k < 4; k++)                                                                   \
        for (int c = 0; c < B; c++) {                                                               \
          float value = x[(p + k) * B + c];                                                         \
          s[k][c] += value;                                                                         \
          q[k][c] += value * value;                                                                 \
        }                                                                                           \
    for (; p < pixels; p++)                                                                         \
      for (int c = 0; c < B; c++) {                                                                 \
        s[0][c] += x[p * B + c];                                                                    \
        q[0][c] += x[p * B + c] * x[p * B + c];                                                     \
      }                                                                                             \
    for (int c = 0; c < B; c++) {                                                                   \
      sums[c] = (s[0][c] + s[1][c]) + (s[2][c] + s[3][c]);                                          \
      squares[c] = (q[0][c] + q[1][c]) + (q[2][c] + q[3][c]);                                       \
    }                                                                                               \
  }
MOMENTS(8)
MOMENTS(16)

static inline void moments_any(
    const float *x, int64_t pixels, int64_t stride, int64_t block, float *sums, float *squares) {
  for (int64_t c = 0; c < block; c++) {
    float s[4] = {0}, q[4] = {0};
    for (int64_t p = 0; p < pixels; p++) {
      float value = x[p * stride + c];
      s[p % 4] += value;
      q[p % 4] += value * value;
    }
    sums[c] = (s[0] + s[1]) + (s[2] + s[3]);
    squares[c] = (q[0] + q[1]) + (q[2] + q[3]);
  }
}

CK_VECTORIZED static void moments_samples(const moments_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t block = layout->block, groups = group_count(layout), pixels = layout->pixels;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      const float *x = work->x + n * layout->sample_stride + g * layout->group_stride;
      float *sums = work->sums + (n * groups + g) * block, *squares = work->squares + (n * groups + g) * block;
      if (block == 8 && layout->pixel_stride == 8)
        moments_8(x, pixels, sums, squares);
      else if (block == 16 && layout->pixel_stride == 16)
        moments_16(x, pixels, sums, squares);
      else
        moments_any(x, pixels, layout->pixel_stride, block, sums, squares);
    }
}

static void moments_body(void *context, int64_t first, int64_t end) { moments_samples(context, first, end); }

void ck_channel_moments(const ck_layout *layout, const float *x, float *sums, float *squares) {
  moments_work work = {layout, x, sums, squares};
  ck_parallel(layout->samples, moments_body, &work);
}

// Gradient sums

typedef struct {
  const ck_layout *layout;
  const float *x, *gradient;
  float *sums, *products, *active_sums, *active_counts;
} gradient_work;

#define GRADIENT_SUMS(B)                                                                                   \
  static inline __attribute__((always_inline)) void gradient_sums_##B(                                     \
      const float *restrict x, const float *restrict gradient, int64_t pixels, float *restrict sums,       \
      float *restrict products, float *restrict active_sums, float *restrict active_counts) {              \
    float s[2][B] = {{0}}, q[2][B] = {{0}}, a[2][B] = {{0}}, n[2][B] = {{0}};                              \
    int64_t p = 0;                                                                                         \
    for (; p + 2 <= pixels; p += 2)                                                                        \
      for (int k = 0; k < 2; k++)                                                                          \
        for (int c = 0; c < B; c++) {                                                                      \
          float value = x[(p + k) * B + c], slope = gradient[(p + k) * B + c];                             \
          s[k][c] += slope;                                                                                \
          q[k][c] += slope * value;                                                                        \
          a[k][c] += value > 0 ? slope : 0;                                                                \
          n[k][c] += value > 0 ? 1 : 0;                                                                    \
        }                                                                                                  \
    for (; p < pixels; p++)                                                                                \
      for (int c = 0; c < B; c++) {                                                                        \
        float value = x[p * B + c], slope = gradient[p * B + c];                                           \
        s[0][c] += slope;                                                                                  \
        q[0][c] += slope * value;                                                                          \
        a[0][c] += value > 0 ? slope : 0;                                                                  \
        n[0][c] += value > 0 ? 1 : 0;                                                                      \
      }                                                                                                    \
    for (int c = 0; c < B; c++) {                                                                          \
      sums[c] = s[0][c] + s[1][c];                                                                         \
      products[c] = q[0][c] + q[1][c];                                                                     \
      active_sums[c] = a[0][c] + a[1][c];                                                                  \
      active_counts[c] = n[0][c] + n[1][c];                                                                \
    }                                                                                                      \
  }
GRADIENT_SUMS(8)
GRADIENT_SUMS(16)

static inline void gradient_sums_any(
    const float *x, const float *gradient, int64_t pixels, int64_t stride, int64_t block, float *sums,
    float *products, float *active_sums, float *active_counts) {
  for (int64_t c = 0; c < block; c++) {
    float s[2] = {0}, q[2] = {0}, a[2] = {0}, n[2] = {0};
    for (int64_t p = 0; p < pixels; p++) {
      float value = x[p * stride + c], slope = gradient[p * stride + c];
      s[p % 2] += slope;
      q[p % 2] += slope * value;
      a[p % 2] += value > 0 ? slope : 0;
      n[p % 2] += value > 0 ? 1 : 0;
    }
    sums[c] = s[0] + s[1];
    products[c] = q[0] + q[1];
    active_sums[c] = a[0] + a[1];
    active_counts[c] = n[0] + n[1];
  }
}

CK_VECTORIZED static void gradient_samples(const gradient_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t block = layout->block, groups = group_count(layout), pixels = layout->pixels;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      int64_t start = n * layout->sample_stride + g * layout->group_stride, to = (n * groups + g) * block;
      const float *x = work->x + start, *gradient = work->gradient + start;
      float *sums = work->sums + to, *products = work->products + to;
      float *active_sums = work->active_sums + to, *active_counts = work->active_counts + to;
      if (block == 8 && layout->pixel_stride == 8)
        gradient_sums_8(x, gradient, pixels, sums, products, active_sums, active_counts);
      else if (block == 16 && layout->pixel_stride == 16)
        gradient_sums_16(x, gradient, pixels, sums, products, active_sums, active_counts);
      else
        gradient_sums_any(
            x, gradient, pixels, layout->pixel_stride, block, sums, products, active_sums, active_counts);
    }
}

static void gradient_body(void *context, int64_t first, int64_t end) { gradient_samples(context, first, end); }

void ck_channel_gradient_sums(
    const ck_layout *layout, const float *x, const float *gradient, float *sums, float *products, float *active_sums,
    float *active_counts) {
  gradient_work work = {layout, x, gradient, sums, products, active_sums, active_counts};
  ck_parallel(layout->samples, gradient_body, &work);
}

// Affine passes

typedef struct {
  const ck_layout *layout;
  const float *x, *x_scale, *y, *y_scale, *shift;
  bool relu;
  float *out;
} affine_work;

static inline __attribute__((always_inline)) void affine_group(
    const affine_work *work, int64_t start, int64_t channel, int64_t block, bool relu) {
  const float *restrict x = work->x + start;
  const float *restrict scale = work->x_scale + channel, *restrict shift = work->shift + channel;
  float *restrict out = work->out + start;
  int64_t stride = work->layout->pixel_stride;
  for (int64_t p = 0; p < work->layout->pixels; p++)
    for (int64_t c = 0; c < block; c++) {
      const float value = scale[c] * x[p * stride + c] + shift[c];
      out[p * stride + c] = relu && !(value > 0) ? 0.f : value;
    }
}

CK_VECTORIZED static void affine_samples(const affine_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t groups = group_count(layout), block = layout->block;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      int64_t start = n * layout->sample_stride + g * layout->group_stride;
      if (work->relu)
        CK_WITH_BLOCK(block, affine_group(work, start, g * block, B, true))
      else
        CK_WITH_BLOCK(block, affine_group(work, start, g * block, B, false))
    }
}

static void affine_body(void *context, int64_t first, int64_t end) { affine_samples(context, first, end); }

void ck_channel_affine(
    const ck_layout *layout, const float *x, const float *scale, const float *shift, bool relu, float *out) {
  affine_work work = {.layout = layout, .x = x, .x_scale = scale, .shift = shift, .relu = relu, .out = out};
  ck_parallel(layout->samples, affine_body, &work);
}

static inline __attribute__((always_inline)) void combine_group(
    const affine_work *work, int64_t start, int64_t channel, int64_t block) {
  const float *restrict x = work->x + start, *restrict y = work->y + start;
  const float *restrict x_scale = work->x_scale + channel, *restrict y_scale = work->y_scale + channel;
  const float *restrict shift = work->shift + channel;
  float *restrict out = work->out + start;
  int64_t stride = work->layout->pixel_stride;
  // Below every number where the mask is off.
  float cut = work->relu ? 0.f : -__builtin_inff();
  for (int64_t p = 0; p < work->layout->pixels; p++)
    for (int64_t c = 0; c < block; c++) {
      float value = x_scale[c] * x[p * stride + c] + y_scale[c] * y[p * stride + c] + shift[c];
      out[p * stride + c] = y[p * stride + c] > cut ? value : 0.f;
    }
}

CK_VECTORIZED static void combine_samples(const affine_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t groups = group_count(layout), block = layout->block;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      int64_t start = n * layout->sample_stride + g * layout->group_stride;
      CK_WITH_BLOCK(block, combine_group(work, start, g * block, B))
    }
}

static void combine_body(void *context, int64_t first, int64_t end) { combine_samples(context, first, end); }

void ck_channel_combine(
    const ck_layout *layout, const float *x, const float *x_scale, const float *y, const float *y_scale,
    const float *shift, bool relu, float *out) {
  affine_work work = {layout, x, x_scale, y, y_scale, shift, relu, out};
  ck_parallel(layout->samples, combine_body, &work);
}

// Sums over samples.

CK_VECTORIZED static void sum_samples(int64_t samples, int64_t width, const float *restrict values, double *restrict totals) {
  for (int64_t c = 0; c < width; c++) totals[c] = 0;
  for (int64_t n = 0; n < samples; n++)
    for (int64_t c = 0; c < width; c++) totals[c] += (double)values[n * width + c];
}

void ck_sum_samples(int64_t samples, int64_t width, const float *values, double *totals) {
  sum_samples(samples, width, values, totals);
}
