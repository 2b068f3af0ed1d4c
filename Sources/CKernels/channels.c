#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

static inline int64_t group_count(const ck_layout *layout) {
  return (layout->channels + layout->block - 1) / layout->block;
}

// Sums

typedef struct {
  const ck_layout *layout;
  const float *x, *y;
  float *sums, *products;
} sums_work;

// Four running sums a channel, so that additions overlap, and less is lost in each.
static inline __attribute__((always_inline)) void sum_group(
    const float *x, const float *y, int64_t pixels, int64_t stride, int64_t block, float *sums, float *products) {
  for (int64_t c = 0; c < block; c++) {
    float s[4] = {0}, q[4] = {0};
    int64_t p = 0;
    for (; p + 4 <= pixels; p += 4)
      for (int k = 0; k < 4; k++) {
        float value = x[(p + k) * stride + c];
        s[k] += value;
        q[k] += value * y[(p + k) * stride + c];
      }
    for (; p < pixels; p++) {
      s[0] += x[p * stride + c];
      q[0] += x[p * stride + c] * y[p * stride + c];
    }
    sums[c] = (s[0] + s[1]) + (s[2] + s[3]);
    products[c] = (q[0] + q[1]) + (q[2] + q[3]);
  }
}

// The same with all channels of a block side by side, which compilers turn into vectors.
#define SUM_BLOCK(B)                                                                                              \
  static inline __attribute__((always_inline)) void sum_block_##B(                                                \
      const float *restrict x, const float *restrict y, int64_t pixels, float *restrict sums,                     \
      float *restrict products) {                                                                                 \
    float s[4][B] = {{0}}, q[4][B] = {{0}};                                                                       \
    int64_t p = 0;                                                                                                \
    for (; p + 4 <= pixels; p += 4)                                                                               \
      for (int k = 0; k < 4; k++)                                                                                 \
        for (int c = 0; c < B; c++) {                                                                             \
          float value = x[(p + k) * B + c];                                                                       \
          s[k][c] += value;                                                                                       \
          q[k][c] += value * y[(p + k) * B + c];                                                                  \
        }                                                                                                         \
    for (; p < pixels; p++)                                                                                       \
      for (int c = 0; c < B; c++) {                                                                               \
        s[0][c] += x[p * B + c];                                                                                  \
        q[0][c] += x[p * B + c] * y[p * B + c];                                                                   \
      }                                                                                                           \
    for (int c = 0; c < B; c++) {                                                                                 \
      sums[c] = (s[0][c] + s[1][c]) + (s[2][c] + s[3][c]);                                                        \
      products[c] = (q[0][c] + q[1][c]) + (q[2][c] + q[3][c]);                                                    \
    }                                                                                                             \
  }
SUM_BLOCK(8)
SUM_BLOCK(16)

CK_VECTORIZED static void sum_samples(const sums_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t groups = group_count(layout), padded = groups * layout->block;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      int64_t start = n * layout->sample_stride + g * layout->group_stride;
      const float *x = work->x + start, *y = work->y + start;
      float *sums = work->sums + n * padded + g * layout->block;
      float *products = work->products + n * padded + g * layout->block;
      if (layout->block == 8 && layout->pixel_stride == 8)
        sum_block_8(x, y, layout->pixels, sums, products);
      else if (layout->block == 16 && layout->pixel_stride == 16)
        sum_block_16(x, y, layout->pixels, sums, products);
      else
        sum_group(x, y, layout->pixels, layout->pixel_stride, layout->block, sums, products);
    }
}

static void sums_body(void *context, int64_t first, int64_t end) { sum_samples(context, first, end); }

void ck_channel_sums(const ck_layout *layout, const float *x, const float *y, float *sums, float *products) {
  sums_work work = {layout, x, y, sums, products};
  ck_parallel(layout->samples, sums_body, &work);
}

// Affine passes

typedef struct {
  const ck_layout *layout;
  const float *x, *x_scale, *y, *y_scale, *shift;
  bool relu;
  float *out;
} affine_work;

static inline __attribute__((always_inline)) void affine_group(
    const affine_work *work, int64_t start, int64_t channel, int64_t block) {
  const float *restrict x = work->x + start;
  const float *restrict scale = work->x_scale + channel, *restrict shift = work->shift + channel;
  float *restrict out = work->out + start;
  int64_t stride = work->layout->pixel_stride;
  for (int64_t p = 0; p < work->layout->pixels; p++)
    for (int64_t c = 0; c < block; c++) out[p * stride + c] = scale[c] * x[p * stride + c] + shift[c];
}

CK_VECTORIZED static void affine_samples(const affine_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  int64_t groups = group_count(layout), block = layout->block;
  for (int64_t n = first; n < end; n++)
    for (int64_t g = 0; g < groups; g++) {
      int64_t start = n * layout->sample_stride + g * layout->group_stride;
      CK_WITH_BLOCK(block, affine_group(work, start, g * block, B))
    }
}

static void affine_body(void *context, int64_t first, int64_t end) { affine_samples(context, first, end); }

void ck_channel_affine(
    const ck_layout *layout, const float *x, const float *scale, const float *shift, float *out) {
  affine_work work = {.layout = layout, .x = x, .x_scale = scale, .shift = shift, .out = out};
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
