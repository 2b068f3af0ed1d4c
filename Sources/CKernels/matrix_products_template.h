// Products in vectors of B floats. Included once for each B. There is no guard on purpose.

#define CK_JOIN_(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN_(a, b)
#define NAME(name) CK_JOIN(name, B)
#define INLINE static inline __attribute__((always_inline))

typedef float NAME(vector) __attribute__((vector_size(B * 4), aligned(4), may_alias));

#define V NAME(vector)
#define LOAD(place) (*(const V *)(place))
#define STORE(place, value) (*(V *)(place) = (value))

/// sum[r][v] += a[r] * b[v], for rows from `upper` on, from the fourth on from `lower`.
INLINE void NAME(add_products)(
    int rows, int vectors, const float *upper, const float *lower, int64_t row_stride, const float *b, V sum[6][2]) {
  V right[2];
  for (int v = 0; v < vectors; v++) right[v] = LOAD(b + v * B);
  for (int r = 0; r < rows; r++) {
    const float left = r < 3 ? upper[r * row_stride] : lower[(r - 3) * row_stride];
    for (int v = 0; v < vectors; v++) sum[r][v] += left * right[v];
  }
}

/// out[r][column] = sum over d of a[r * row_stride + d * depth_stride] * b[d * width + column], for a few rows and
/// `vectors` vectors of columns that stay in registers; added to what is there where `add` is set. Where `unrolls` is
/// set, `depth` is a multiple of UNROLL.
INLINE void NAME(multiply_tile)(
    int rows, int vectors, const float *a, int64_t row_stride, int64_t depth_stride, const float *b, int64_t depth,
    bool unrolls, int64_t width, bool add, float *out) {
  V sum[6][2];
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < vectors; v++) sum[r][v] = add ? LOAD(out + r * width + v * B) : (V){0};
  // Two pointers into a, as an address reaches no further than two strides.
  const float *upper = a, *lower = a + 3 * row_stride;
  int64_t d = 0;
  for (; d + UNROLL <= depth; d += UNROLL, upper += UNROLL * depth_stride, lower += UNROLL * depth_stride)
    for (int u = 0; u < UNROLL; u++, b += width)
      NAME(add_products)(rows, vectors, upper + u * depth_stride, lower + u * depth_stride, row_stride, b, sum);
  for (; !unrolls && d < depth; d++, upper += depth_stride, lower += depth_stride, b += width)
    NAME(add_products)(rows, vectors, upper, lower, row_stride, b, sum);
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < vectors; v++) STORE(out + r * width + v * B, sum[r][v]);
}

/// The rows of a product, for `vectors` vectors of columns.
INLINE void NAME(multiply_rows)(
    int vectors, const float *a, int64_t rows, int64_t row_stride, int64_t depth_stride, const float *b, int64_t depth,
    bool unrolls, int64_t width, bool add, float *out) {
#define TILE_OF(count)                                                                                \
  case count:                                                                                         \
    NAME(multiply_tile)                                                                               \
    (count, vectors, a + row * row_stride, row_stride, depth_stride, b, depth, unrolls, width, add,   \
     out + row * width);                                                                              \
    break;
  for (int64_t row = 0, count; row < rows; row += count) {
    count = tile_rows(rows - row);
    switch (count) { TILE_OF(6) TILE_OF(4) TILE_OF(3) TILE_OF(2) default: TILE_OF(1) }
  }
#undef TILE_OF
}

// A function for each number of vectors: in one for both, the compiler runs out of registers and keeps sums in memory,
// which takes a third longer.

static CK_VECTORIZED void NAME(multiply_pair)(
    const float *a, const float *b, int64_t rows, int64_t depth, int64_t width, float *out) {
  NAME(multiply_rows)(2, a, rows, depth, 1, b, depth, true, width, false, out);
}

static CK_VECTORIZED void NAME(multiply_single)(
    const float *a, const float *b, int64_t rows, int64_t depth, int64_t width, float *out) {
  NAME(multiply_rows)(1, a, rows, depth, 1, b, depth, true, width, false, out);
}

void NAME(ck_multiply)(
    const float *a, const float *b, int64_t rows, int64_t depth, int64_t width, float *out) {
  int64_t column = 0;
  for (; column + 2 * B <= width; column += 2 * B)
    NAME(multiply_pair)(a, b + column, rows, depth, width, out + column);
  if (column < width) NAME(multiply_single)(a, b + column, rows, depth, width, out + column);
}

static CK_VECTORIZED void NAME(multiply_transposed_pair)(
    const float *a, const float *b, int64_t depth, int64_t rows, int64_t width, bool add, float *out) {
  NAME(multiply_rows)(2, a, rows, 1, rows, b, depth, false, width, add, out);
}

static CK_VECTORIZED void NAME(multiply_transposed_single)(
    const float *a, const float *b, int64_t depth, int64_t rows, int64_t width, bool add, float *out) {
  NAME(multiply_rows)(1, a, rows, 1, rows, b, depth, false, width, add, out);
}

void NAME(ck_multiply_transposed)(
    const float *a, const float *b, int64_t depth, int64_t rows, int64_t width, bool add, float *out) {
  int64_t column = 0;
  for (; column + 2 * B <= width; column += 2 * B)
    NAME(multiply_transposed_pair)(a, b + column, depth, rows, width, add, out + column);
  if (column < width) NAME(multiply_transposed_single)(a, b + column, depth, rows, width, add, out + column);
}

#undef STORE
#undef LOAD
#undef V
#undef INLINE
#undef NAME
#undef CK_JOIN
#undef CK_JOIN_
#undef B
