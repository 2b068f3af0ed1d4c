// The passes for channels in blocks of B, as vectors. Included once for each B. There is no guard on purpose.

#define CK_JOIN_(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN_(a, b)
#define NAME(name) CK_JOIN(name, B)

typedef float NAME(vector) __attribute__((vector_size(B * 4), aligned(4), may_alias));
typedef int32_t NAME(mask) __attribute__((vector_size(B * 4), aligned(4), may_alias));

#define V NAME(vector)
#define M NAME(mask)
#define LOAD(place) (*(const V *)(place))
#define STORE(place, value) (*(V *)(place) = (value))
/// The gradient behind the ReLU, where y is above 0.
#define MASKED(value, given) (relu ? (V)((M)(given) & (y_scale * (value) + y_shift > zero)) : (given))

// Four running sums a channel, so that additions overlap, and less is lost in each.
INLINE void NAME(sums)(
    const float *restrict x, const float *restrict scale, const float *restrict shift, const float *restrict gradient,
    int64_t pixels, bool relu, float *restrict sums, float *restrict products) {
  const V y_scale = LOAD(scale), y_shift = LOAD(shift), zero = {0};
  V s[4] = {{0}}, q[4] = {{0}};
  int64_t p = 0;
  for (; p + 4 <= pixels; p += 4)
    for (int k = 0; k < 4; k++) {
      const V value = LOAD(x + (p + k) * B), given = LOAD(gradient + (p + k) * B), slope = MASKED(value, given);
      s[k] += slope;
      q[k] += slope * value;
    }
  for (; p < pixels; p++) {
    const V value = LOAD(x + p * B), given = LOAD(gradient + p * B), slope = MASKED(value, given);
    s[0] += slope;
    q[0] += slope * value;
  }
  STORE(sums, (s[0] + s[1]) + (s[2] + s[3]));
  STORE(products, (q[0] + q[1]) + (q[2] + q[3]));
}

INLINE void NAME(gradient)(
    const float *restrict x, const float *restrict scale, const float *restrict shift, const float *restrict gradient,
    int64_t pixels, bool relu, const float *restrict gradient_scale, const float *restrict x_scale,
    const float *restrict x_shift, float *restrict out) {
  const V y_scale = LOAD(scale), y_shift = LOAD(shift), zero = {0};
  const V factor = LOAD(gradient_scale), x_factor = LOAD(x_scale), term = LOAD(x_shift);
  for (int64_t p = 0; p < pixels; p++) {
    const V value = LOAD(x + p * B), given = LOAD(gradient + p * B), slope = MASKED(value, given);
    STORE(out + p * B, factor * slope + x_factor * value + term);
  }
}

#undef MASKED
#undef STORE
#undef LOAD
#undef M
#undef V
#undef NAME
#undef CK_JOIN
#undef CK_JOIN_
#undef B
