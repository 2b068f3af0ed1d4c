// The passes for B channels side by side. Included once for each B, with B and PIXEL, the floats from one pixel to the
// next, defined. B = 8 and 16 are oneDNN's blocks; B = 1 does any other layout channel by channel, PIXEL being the
// argument `stride`. There is no guard on purpose.

#define CK_JOIN_(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN_(a, b)
#define NAME(name) CK_JOIN(name, B)

typedef float NAME(vector) __attribute__((vector_size(B * 4), aligned(4), may_alias));
typedef int32_t NAME(mask) __attribute__((vector_size(B * 4), aligned(4), may_alias));

#define V NAME(vector)
#define M NAME(mask)
#define LOAD(place) (*(const V *)(place))
#define STORE(place, value) (*(V *)(place) = (value))
/// `value` where the mask is set, else 0.
#define WHERE(mask, value) ((V)((mask) & (M)(value)))
#define SELECT(mask, yes, no) ((V)(((mask) & (M)(yes)) | (~(mask) & (M)(no))))

// Two rows, or a last one: the pooled values, and what the rows add to the sums. Each pair of rows is summed on its own, so
// that less is lost.
static inline __attribute__((always_inline)) void NAME(forward_rows)(
    const float *top, int64_t stride, bool pair, int64_t width, const V *direction_of, float *pooled, int64_t pooled_stride,
    V *sum, V *square, V *count) {
  (void)stride, (void)pooled_stride;
  const V direction = *direction_of, zero = {0}, one = zero + 1.f;
  V row_sum = zero, row_square = zero, row_count = zero;
#define ADD_MOMENTS(value) \
  row_sum += (value), row_square += (value) * (value), row_count += WHERE((value) > zero, one)
  const float *bottom = top + width * PIXEL;
  int64_t column = 0;
  for (; pair && column + 1 < width; column += 2, pooled += POOLED_PIXEL) {
    const V a = LOAD(top + column * PIXEL), b = LOAD(top + (column + 1) * PIXEL);
    const V c = LOAD(bottom + column * PIXEL), d = LOAD(bottom + (column + 1) * PIXEL);
    ADD_MOMENTS(a), ADD_MOMENTS(b), ADD_MOMENTS(c), ADD_MOMENTS(d);
    const V up = SELECT(b * direction > a * direction, b, a), down = SELECT(d * direction > c * direction, d, c);
    STORE(pooled, SELECT(down * direction > up * direction, down, up));
  }
  for (; column < width; column++) {
    const V a = LOAD(top + column * PIXEL);
    ADD_MOMENTS(a);
    if (pair) {
      const V c = LOAD(bottom + column * PIXEL);
      ADD_MOMENTS(c);
    }
  }
#undef ADD_MOMENTS
  *sum += row_sum, *square += row_square, *count += row_count;
}

static inline __attribute__((always_inline)) void NAME(forward)(
    const float *x, int64_t stride, int64_t height, int64_t width, const float *direction_of, float *pooled,
    int64_t pooled_stride, float *sums, float *squares, float *counts) {
  const V direction = LOAD(direction_of);
  V sum = {0}, square = {0}, count = {0};
  for (int64_t row = 0; row < height; row += 2)
    NAME(forward_rows)
    (x + row * width * PIXEL, stride, row + 1 < height, width, &direction, pooled + row / 2 * (width / 2) * POOLED_PIXEL,
     pooled_stride, &sum, &square, &count);
  if (sums) STORE(sums, sum), STORE(squares, square), STORE(counts, count);
}

// Two rows, or a last one, of the gradient of ReLU's input. The first place of a window that holds the pooled value takes
// the window's gradient. `out` may be the rows themselves.
static inline __attribute__((always_inline)) void NAME(backward_rows)(
    const float *top, int64_t stride, bool pair, int64_t width, const float *pooled, const float *gradient,
    int64_t pooled_stride, const float *gradient_scale_of, const float *x_scale_of, const float *shift_of, float *out) {
  (void)stride, (void)pooled_stride;
  const V gradient_scale = LOAD(gradient_scale_of), x_scale = LOAD(x_scale_of), shift = LOAD(shift_of), zero = {0};
#define RELU_GRADIENT(value, taken) WHERE((value) > zero, (taken) + (x_scale * (value) + shift))
  const float *bottom = top + width * PIXEL, *p = pooled, *g = gradient;
  float *to = out, *below = out + width * PIXEL;
  int64_t column = 0;
  for (; pair && column + 1 < width; column += 2, p += POOLED_PIXEL, g += POOLED_PIXEL) {
    const V a = LOAD(top + column * PIXEL), b = LOAD(top + (column + 1) * PIXEL);
    const V c = LOAD(bottom + column * PIXEL), d = LOAD(bottom + (column + 1) * PIXEL);
    const V value = LOAD(p), slope = gradient_scale * LOAD(g);
    const M at_a = a == value, at_b = ~at_a & (b == value), at_c = ~(at_a | at_b) & (c == value);
    const M at_d = ~(at_a | at_b | at_c);
    STORE(to + column * PIXEL, RELU_GRADIENT(a, WHERE(at_a, slope)));
    STORE(to + (column + 1) * PIXEL, RELU_GRADIENT(b, WHERE(at_b, slope)));
    STORE(below + column * PIXEL, RELU_GRADIENT(c, WHERE(at_c, slope)));
    STORE(below + (column + 1) * PIXEL, RELU_GRADIENT(d, WHERE(at_d, slope)));
  }
  // What no window covers.
  for (; column < width; column++) {
    const V a = LOAD(top + column * PIXEL);
    STORE(to + column * PIXEL, RELU_GRADIENT(a, zero));
    if (pair) {
      const V c = LOAD(bottom + column * PIXEL);
      STORE(below + column * PIXEL, RELU_GRADIENT(c, zero));
    }
  }
#undef RELU_GRADIENT
}

#undef SELECT
#undef WHERE
#undef STORE
#undef LOAD
#undef M
#undef V
#undef NAME
#undef CK_JOIN
#undef CK_JOIN_
#undef B
#undef PIXEL
#undef POOLED_PIXEL
