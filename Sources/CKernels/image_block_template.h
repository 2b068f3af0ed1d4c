// The passes for one sample and a block of B channels. Included once for each B, behind normalized_pooling_template.h, whose
// vectors and rows it takes. There is no guard on purpose.

#define CK_JOIN_(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN_(a, b)
#define NAME(name) CK_JOIN(name, B)
#define INLINE static inline __attribute__((always_inline))
#define V NAME(vector)
#define M NAME(mask)
#define LOAD(place) (*(const V *)(place))
#define STORE(place, value) (*(V *)(place) = (value))

// A row of relu(kernel * image + bias). The nine weights of each channel stay in registers; `kernel` is [window][channel].
INLINE void NAME(convolve_row)(
    const float *image, int64_t width, const float *kernel, const float *bias_of, float *out) {
  V w[9];
  const V bias = LOAD(bias_of), zero = {0};
  for (int i = 0; i < 9; i++) w[i] = LOAD(kernel + i * B);
  for (int64_t x = 0; x < width; x++) {
    const float *top = image + x, *middle = top + width + 2, *bottom = middle + width + 2;
    CK_READ_AGAIN(top);
    CK_READ_AGAIN(middle);
    CK_READ_AGAIN(bottom);
    // Two sums, as additions to one would wait for each other.
    V upper = bias + top[0] * w[0], lower = middle[1] * w[4];
    upper += top[1] * w[1], lower += middle[2] * w[5];
    upper += top[2] * w[2], lower += bottom[0] * w[6];
    upper += middle[0] * w[3], lower += bottom[1] * w[7];
    lower += bottom[2] * w[8];
    const V value = upper + lower;
    STORE(out + x * B, (V)((M)value & (value > zero)));
  }
}

// Adds a row's share of a 3 x 3 kernel's gradient, [window][channel].
INLINE void NAME(kernel_row)(
    const float *gradient, const float *image, int64_t width, float *total) {
  V s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0}, s6 = {0}, s7 = {0}, s8 = {0};
  for (int64_t x = 0; x < width; x++) {
    const float *top = image + x, *middle = top + width + 2, *bottom = middle + width + 2;
    CK_READ_AGAIN(top);
    CK_READ_AGAIN(middle);
    CK_READ_AGAIN(bottom);
    const V g = LOAD(gradient + x * B);
    s0 += top[0] * g, s1 += top[1] * g, s2 += top[2] * g;
    s3 += middle[0] * g, s4 += middle[1] * g, s5 += middle[2] * g;
    s6 += bottom[0] * g, s7 += bottom[1] * g, s8 += bottom[2] * g;
  }
#define ADD(window, sum) STORE(total + window * B, LOAD(total + window * B) + (sum))
  ADD(0, s0), ADD(1, s1), ADD(2, s2), ADD(3, s3), ADD(4, s4), ADD(5, s5), ADD(6, s6), ADD(7, s7), ADD(8, s8);
#undef ADD
}

/// Two rows of the convolution, or a last one.
INLINE void NAME(convolve_rows)(
    const float *image, bool pair, int64_t width, const float *kernel, const float *bias, float *rows) {
  NAME(convolve_row)(image, width, kernel, bias, rows);
  if (pair) NAME(convolve_row)(image + width + 2, width, kernel, bias, rows + width * B);
}

INLINE void NAME(forward_image)(
    const ck_image_block *block, const float *image, const float *kernel, const float *bias, const float *direction_of,
    const float *scale, const float *shift, float *pooled, float *sums, float *squares, float *counts) {
  const int64_t height = block->height, width = block->width, pooled_row = width / 2 * B;
  float rows[2 * CK_MAX_FUSED_WIDTH * B];
  const V direction = LOAD(direction_of);
  V sum = {0}, square = {0}, count = {0};
  for (int64_t row = 0; row < height; row += 2, pooled += pooled_row) {
    const bool pair = row + 1 < height;
    NAME(convolve_rows)(image + row * (width + 2), pair, width, kernel, bias, rows);
    NAME(forward_rows)(rows, B, pair, width, &direction, pooled, B, &sum, &square, &count);
    if (pair && scale)
      for (int64_t i = 0; i < pooled_row; i += B) STORE(pooled + i, LOAD(scale) * LOAD(pooled + i) + LOAD(shift));
  }
  if (sums) STORE(sums, sum), STORE(squares, square), STORE(counts, count);
}

/// `total` is [window][channel]. The rows come from the code that forward has them from, and so to the last bit: the pooled
/// value's place is found by equality.
INLINE void NAME(backward_image)(
    const ck_image_block *block, const float *image, const float *kernel, const float *bias, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift, float *total) {
  const int64_t height = block->height, width = block->width, pooled_row = width / 2 * B;
  float rows[2 * CK_MAX_FUSED_WIDTH * B];
  memset(total, 0, 9 * B * sizeof *total);
  for (int64_t row = 0; row < height; row += 2, pooled += pooled_row, gradient += pooled_row) {
    const bool pair = row + 1 < height;
    const float *corner = image + row * (width + 2);
    NAME(convolve_rows)(corner, pair, width, kernel, bias, rows);
    NAME(backward_rows)(rows, B, pair, width, pooled, gradient, B, gradient_scale, x_scale, shift, rows);
    NAME(kernel_row)(rows, corner, width, total);
    if (pair) NAME(kernel_row)(rows + width * B, corner + width + 2, width, total);
  }
}

#undef STORE
#undef LOAD
#undef M
#undef V
#undef INLINE
#undef NAME
#undef CK_JOIN
#undef CK_JOIN_
