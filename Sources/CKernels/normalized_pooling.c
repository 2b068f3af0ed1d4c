#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

#include <string.h>

// One macro makes the passes for a count of channels side by side, B, whose pixels are STRIDE floats apart: B = 8 and 16
// are oneDNN's blocks, and B = 1 does any other layout channel by channel.

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
  // Where the convolution before it is the network's first: its images, and where its kernel's gradient goes.
  const float *images;
  int64_t image_width;
  float *kernel_sums;
} backward_work;

#define MAX_BLOCK 16

#define COUNT_MOMENTS(B, value)          \
  for (int c = 0; c < B; c++) {          \
    s[c] += (value)[c];                  \
    q[c] += (value)[c] * (value)[c];     \
    n[c] += (value)[c] > 0 ? 1.f : 0.f;  \
  }

#define POOLING(B, STRIDE)                                                                                             \
  static inline __attribute__((always_inline)) void forward_##B(                                                       \
      const float *restrict x, int64_t stride, int64_t height, int64_t width, const float *restrict direction,         \
      float *restrict pooled, int64_t pooled_stride, float *restrict sums, float *restrict squares,                    \
      float *restrict counts) {                                                                                        \
    (void)stride, (void)pooled_stride;                                                                                 \
    float s_all[B] = {0}, q_all[B] = {0}, n_all[B] = {0};                                                              \
    for (int64_t row = 0; row < height; row += 2) {                                                                    \
      float s[B] = {0}, q[B] = {0}, n[B] = {0};                                                                        \
      const float *restrict top = x + row * width * STRIDE;                                                            \
      const float *restrict bottom = top + width * STRIDE;                                                             \
      float *restrict to = pooled + row / 2 * (width / 2) * POOLED_STRIDE_##B;                                         \
      int64_t column = 0;                                                                                              \
      if (row + 1 < height) {                                                                                          \
        for (; column + 1 < width; column += 2) {                                                                      \
          const float *restrict a = top + column * STRIDE, *restrict b = a + STRIDE;                                   \
          const float *restrict d = bottom + column * STRIDE, *restrict e = d + STRIDE;                                \
          COUNT_MOMENTS(B, a) COUNT_MOMENTS(B, b) COUNT_MOMENTS(B, d) COUNT_MOMENTS(B, e)                              \
          for (int c = 0; c < B; c++) {                                                                                \
            float up = a[c] * direction[c] > b[c] * direction[c] ? a[c] : b[c];                                        \
            float down = d[c] * direction[c] > e[c] * direction[c] ? d[c] : e[c];                                      \
            to[column / 2 * POOLED_STRIDE_##B + c] = up * direction[c] > down * direction[c] ? up : down;              \
          }                                                                                                            \
        }                                                                                                              \
        for (; column < width; column++) {                                                                             \
          COUNT_MOMENTS(B, top + column * STRIDE) COUNT_MOMENTS(B, bottom + column * STRIDE)                           \
        }                                                                                                              \
      } else {                                                                                                         \
        for (; column < width; column++) { COUNT_MOMENTS(B, top + column * STRIDE) }                                   \
      }                                                                                                                \
      for (int c = 0; c < B; c++) s_all[c] += s[c], q_all[c] += q[c], n_all[c] += n[c];                                \
    }                                                                                                                  \
    if (!sums) return;                                                                                                 \
    for (int c = 0; c < B; c++) sums[c] = s_all[c], squares[c] = q_all[c], counts[c] = n_all[c];                       \
  }                                                                                                                    \
                                                                                                                       \
  /* Two rows of the gradient of ReLU's input; the first place of a window that has the pooled value takes its */      \
  /* gradient. */                                                                                                      \
  static inline __attribute__((always_inline)) void backward_rows_##B(                                                 \
      const float *restrict x, int64_t stride, int64_t row, int64_t height, int64_t width,                             \
      const float *restrict pooled, const float *restrict gradient, int64_t pooled_stride,                             \
      const float *restrict gradient_scale, const float *restrict x_scale, const float *restrict shift,                \
      float *restrict out) {                                                                                           \
    (void)stride, (void)pooled_stride;                                                                                 \
    int64_t column = 0, rows = row + 1 < height ? 2 : 1;                                                               \
    const float *restrict in = x + row * width * STRIDE;                                                               \
    if (rows == 2) {                                                                                                   \
      const float *restrict p = pooled + row / 2 * (width / 2) * POOLED_STRIDE_##B;                                    \
      const float *restrict g = gradient + row / 2 * (width / 2) * POOLED_STRIDE_##B;                                  \
      for (; column + 1 < width; column += 2, p += POOLED_STRIDE_##B, g += POOLED_STRIDE_##B) {                        \
        const float *restrict a = in + column * STRIDE, *restrict d = a + width * STRIDE;                              \
        float *restrict to = out + column * STRIDE, *restrict below = to + width * STRIDE;                             \
        for (int c = 0; c < B; c++) {                                                                                  \
          float v0 = a[c], v1 = a[STRIDE + c], v2 = d[c], v3 = d[STRIDE + c], value = p[c];                            \
          float slope = gradient_scale[c] * g[c];                                                                      \
          float g0 = v0 == value ? slope : 0.f;                                                                        \
          float g1 = v1 == value && v0 != value ? slope : 0.f;                                                         \
          float g2 = v2 == value && v0 != value && v1 != value ? slope : 0.f;                                          \
          float g3 = v0 != value && v1 != value && v2 != value ? slope : 0.f;                                          \
          to[c] = v0 > 0 ? g0 + (x_scale[c] * v0 + shift[c]) : 0.f;                                                    \
          to[STRIDE + c] = v1 > 0 ? g1 + (x_scale[c] * v1 + shift[c]) : 0.f;                                           \
          below[c] = v2 > 0 ? g2 + (x_scale[c] * v2 + shift[c]) : 0.f;                                                 \
          below[STRIDE + c] = v3 > 0 ? g3 + (x_scale[c] * v3 + shift[c]) : 0.f;                                        \
        }                                                                                                              \
      }                                                                                                                \
    }                                                                                                                  \
    /* What no window covers. */                                                                                       \
    for (; column < width; column++)                                                                                   \
      for (int64_t r = 0; r < rows; r++)                                                                               \
        for (int c = 0; c < B; c++) {                                                                                  \
          float value = in[(r * width + column) * STRIDE + c];                                                         \
          out[(r * width + column) * STRIDE + c] = value > 0 ? x_scale[c] * value + shift[c] : 0.f;                    \
        }                                                                                                              \
  }

// Adds a row's share of a 3 x 3 kernel's gradient, [window][channel].
#define KERNEL_ROW(B)                                                                                                 \
  static inline __attribute__((always_inline)) void kernel_row_##B(                                                    \
      const float *restrict gradient, const float *restrict image, int64_t image_width, int64_t width,                 \
      float *restrict total) {                                                                                         \
    float s[9][B] = {{0}};                                                                                             \
    for (int64_t column = 0; column < width; column++)                                                                 \
      for (int v = 0; v < 3; v++)                                                                                      \
        for (int u = 0; u < 3; u++) {                                                                                  \
          float pixel = image[v * image_width + column + u];                                                           \
          for (int c = 0; c < B; c++) s[v * 3 + u][c] += pixel * gradient[column * B + c];                             \
        }                                                                                                              \
    for (int k = 0; k < 9; k++)                                                                                        \
      for (int c = 0; c < B; c++) total[k * B + c] += s[k][c];                                                         \
  }

#define POOLED_STRIDE_8 8
#define POOLED_STRIDE_16 16
#define POOLED_STRIDE_1 pooled_stride
POOLING(8, 8)
POOLING(16, 16)
POOLING(1, stride)
KERNEL_ROW(8)
KERNEL_ROW(16)

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
    const float *x = work->x + start, *pooled = work->pooled + pooled_start;
    const float *gradient = work->gradient + pooled_start, *gradient_scale = work->gradient_scale + g * block;
    const float *x_scale = work->x_scale + g * block, *shift = work->shift + g * block;
    for (int64_t row = 0; row < height; row += 2) {
      float *out = work->out + start + row * width * layout->pixel_stride;
      if (is_blocked(layout, 8))
        backward_rows_8(x, 8, row, height, width, pooled, gradient, 8, gradient_scale, x_scale, shift, out);
      else if (is_blocked(layout, 16))
        backward_rows_16(x, 16, row, height, width, pooled, gradient, 16, gradient_scale, x_scale, shift, out);
      else
        for (int64_t c = 0; c < block; c++)
          backward_rows_1(
              x + c, layout->pixel_stride, row, height, width, pooled + c, gradient + c, from.pixel_stride,
              gradient_scale + c, x_scale + c, shift + c, out + c);
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

CK_VECTORIZED static void kernel_samples(const backward_work *work, int64_t first, int64_t end) {
  const ck_layout *layout = work->layout;
  const ck_layout from = pooled_layout(layout, work->height, work->width);
  int64_t block = layout->block, groups = groups_of(layout), height = work->height, width = work->width;
  int64_t image_size = (height + 2) * work->image_width;
  float rows[2 * CK_MAX_FUSED_WIDTH * MAX_BLOCK];
  for (int64_t i = first * groups; i < end * groups; i++) {
    int64_t n = i / groups, g = i % groups;
    int64_t start = n * layout->sample_stride + g * layout->group_stride;
    int64_t pooled_start = n * from.sample_stride + g * from.group_stride;
    const float *x = work->x + start, *pooled = work->pooled + pooled_start;
    const float *gradient = work->gradient + pooled_start, *gradient_scale = work->gradient_scale + g * block;
    const float *x_scale = work->x_scale + g * block, *shift = work->shift + g * block;
    const float *image = work->images + n * image_size;
    float *total = work->kernel_sums + i * 10 * block;
    memset(total, 0, (size_t)(10 * block) * sizeof *total);
    for (int64_t row = 0; row < height; row += 2) {
      int64_t count = row + 1 < height ? 2 : 1;
      if (block == 8)
        backward_rows_8(x, 8, row, height, width, pooled, gradient, 8, gradient_scale, x_scale, shift, rows);
      else
        backward_rows_16(x, 16, row, height, width, pooled, gradient, 16, gradient_scale, x_scale, shift, rows);
      for (int64_t r = 0; r < count; r++) {
        const float *from_image = image + (row + r) * work->image_width;
        if (block == 8)
          kernel_row_8(rows + r * width * 8, from_image, work->image_width, width, total);
        else
          kernel_row_16(rows + r * width * 16, from_image, work->image_width, width, total);
      }
    }
  }
}

static void kernel_body(void *context, int64_t first, int64_t end) { kernel_samples(context, first, end); }

bool ck_can_pool_image_gradient(const ck_layout *layout, int64_t width) {
  return (is_blocked(layout, 8) || is_blocked(layout, 16)) && width <= CK_MAX_FUSED_WIDTH;
}

void ck_pool_image_gradient(
    const ck_layout *layout, int64_t height, int64_t width, const float *x, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift,
    const float *images, float *kernel_sums) {
  backward_work work = {
      .layout = layout, .height = height, .width = width, .x = x, .pooled = pooled, .gradient = gradient,
      .gradient_scale = gradient_scale, .x_scale = x_scale, .shift = shift, .images = images,
      .image_width = width + 2, .kernel_sums = kernel_sums};
  ck_parallel(layout->samples, kernel_body, &work);
}
