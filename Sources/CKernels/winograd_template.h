// Winograd's convolution for channels in blocks of B. Included once for each B. There is no guard on purpose.

#define CK_JOIN_(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN_(a, b)
#define NAME(name) CK_JOIN(name, B)
#define INLINE static inline __attribute__((always_inline))

typedef float NAME(vector) __attribute__((vector_size(B * 4), aligned(4), may_alias));
typedef int32_t NAME(mask) __attribute__((vector_size(B * 4), aligned(4), may_alias));

#define V NAME(vector)
#define M NAME(mask)
#define LOAD(place) (*(const V *)(place))
#define STORE(place, value) (*(V *)(place) = (value))

// The transforms of one dimension, on values that stand `stride` vectors apart.

/// w = B^T d.
INLINE void NAME(transform_input)(const V *d, int stride, V *w) {
  const V d1 = d[stride], d2 = d[2 * stride], d3 = d[3 * stride], d4 = d[4 * stride];
  const V even = d4 - 4 * d2, odd = d3 - 4 * d1, near = d4 - d2, far = 2 * (d3 - d1);
  w[0] = 4 * d[0] - 5 * d2 + d4;
  w[stride] = even + odd;
  w[2 * stride] = even - odd;
  w[3 * stride] = near + far;
  w[4 * stride] = near - far;
  w[5 * stride] = 4 * d1 - 5 * d3 + d[5 * stride];
}

/// d = B w.
INLINE void NAME(transform_input_back)(const V *w, int stride, V *d) {
  const V w0 = w[0], w5 = w[5 * stride];
  const V sum1 = w[stride] + w[2 * stride], difference1 = w[stride] - w[2 * stride];
  const V sum2 = w[3 * stride] + w[4 * stride], difference2 = w[3 * stride] - w[4 * stride];
  d[0] = 4 * w0;
  d[stride] = 4 * (w5 - difference1) - 2 * difference2;
  d[2 * stride] = -5 * w0 - 4 * sum1 - sum2;
  d[3 * stride] = difference1 + 2 * difference2 - 5 * w5;
  d[4 * stride] = w0 + sum1 + sum2;
  d[5 * stride] = w5;
}

/// y = A^T m.
INLINE void NAME(transform_output)(const V *m, int stride, V *y, int to_stride) {
  const V sum1 = m[stride] + m[2 * stride], difference1 = m[stride] - m[2 * stride];
  const V sum2 = m[3 * stride] + m[4 * stride], difference2 = m[3 * stride] - m[4 * stride];
  y[0] = m[0] + sum1 + sum2;
  y[to_stride] = difference1 + 2 * difference2;
  y[2 * to_stride] = sum1 + 4 * sum2;
  y[3 * to_stride] = difference1 + 8 * difference2 + m[5 * stride];
}

/// m = A y.
INLINE void NAME(transform_output_back)(const V *y, int stride, V *m, int to_stride) {
  const V even1 = y[0] + y[2 * stride], odd1 = y[stride] + y[3 * stride];
  const V even2 = y[0] + 4 * y[2 * stride], odd2 = 2 * y[stride] + 8 * y[3 * stride];
  m[0] = y[0];
  m[to_stride] = even1 + odd1;
  m[2 * to_stride] = even1 - odd1;
  m[3 * to_stride] = even2 + odd2;
  m[4 * to_stride] = even2 - odd2;
  m[5 * to_stride] = y[3 * stride];
}

// Planes: one block of channels of one image, padded with zeros to whole tiles.

/// Takes a plane, and asks for the next one, which stands behind it.
INLINE void NAME(load_plane)(const float *image, int64_t height, int64_t width, float *plane, int64_t plane_width) {
  const float *next = image + height * width * B;
  for (int64_t row = 0; row < height; row++)
    for (int64_t column = 0; column < width; column++, image += B, next += B) {
      __builtin_prefetch(next);
      STORE(plane + (row * plane_width + column) * B, LOAD(image));
    }
}

/// The tiles of a plane of the input, into [36][tiles][channels].
INLINE void NAME(spread_input)(
    const float *plane, const grid *tiles, const tile_order *order, int64_t n, float *to, int64_t tile_stride,
    int64_t stride) {
  for (int64_t y = 0; y < tiles->rows; y++)
    for (int64_t x = 0; x < tiles->columns; x++) {
      V d[TILE * TILE], w[TILE * TILE];
      const float *corner = plane + (y * STEP * tiles->input_width + x * STEP) * B;
      for (int r = 0; r < TILE; r++)
        for (int c = 0; c < TILE; c++) d[r * TILE + c] = LOAD(corner + (r * tiles->input_width + c) * B);
      for (int c = 0; c < TILE; c++) NAME(transform_input)(d + c, TILE, w + c);
      for (int r = 0; r < TILE; r++) NAME(transform_input)(w + r * TILE, 1, d + r * TILE);
      float *tile = to + place_of(tiles, order, n, y, x) * tile_stride;
      for (int i = 0; i < TILE * TILE; i++) STORE(tile + i * stride, d[i]);
    }
}

/// The tiles of a plane of the output's gradient, into [36][tiles][channels].
INLINE void NAME(spread_gradient)(
    const float *plane, const grid *tiles, const tile_order *order, int64_t n, float *to, int64_t tile_stride,
    int64_t stride) {
  for (int64_t y = 0; y < tiles->rows; y++)
    for (int64_t x = 0; x < tiles->columns; x++) {
      V g[STEP * STEP], half[TILE * STEP], m[TILE * TILE];
      const float *corner = plane + (y * STEP * tiles->output_width + x * STEP) * B;
      for (int r = 0; r < STEP; r++)
        for (int c = 0; c < STEP; c++) g[r * STEP + c] = LOAD(corner + (r * tiles->output_width + c) * B);
      for (int c = 0; c < STEP; c++) NAME(transform_output_back)(g + c, STEP, half + c, STEP);
      for (int r = 0; r < TILE; r++) NAME(transform_output_back)(half + r * STEP, 1, m + r * TILE, 1);
      float *tile = to + place_of(tiles, order, n, y, x) * tile_stride;
      for (int i = 0; i < TILE * TILE; i++) STORE(tile + i * stride, m[i]);
    }
}

/// The output's plane from [36][tiles][channels].
INLINE void NAME(gather_output)(
    const float *from, int64_t tile_stride, int64_t stride, const grid *tiles, const tile_order *order, int64_t n,
    float *plane) {
  for (int64_t y = 0; y < tiles->rows; y++)
    for (int64_t x = 0; x < tiles->columns; x++) {
      V m[TILE * TILE], half[STEP * TILE], out[STEP * STEP];
      const float *tile = from + place_of(tiles, order, n, y, x) * tile_stride;
      for (int i = 0; i < TILE * TILE; i++) m[i] = LOAD(tile + i * stride);
      for (int c = 0; c < TILE; c++) NAME(transform_output)(m + c, TILE, half + c, TILE);
      for (int r = 0; r < STEP; r++) NAME(transform_output)(half + r * TILE, 1, out + r * STEP, 1);
      float *corner = plane + (y * STEP * tiles->output_width + x * STEP) * B;
      for (int r = 0; r < STEP; r++)
        for (int c = 0; c < STEP; c++) STORE(corner + (r * tiles->output_width + c) * B, out[r * STEP + c]);
    }
}

/// The input gradient's plane from [36][tiles][channels]; tiles overlap, so that theirs are added.
INLINE void NAME(gather_input_gradient)(
    const float *from, int64_t tile_stride, int64_t stride, const grid *tiles, const tile_order *order, int64_t n,
    float *plane) {
  memset(plane, 0, (size_t)(tiles->input_height * tiles->input_width * B) * sizeof *plane);
  for (int64_t y = 0; y < tiles->rows; y++)
    for (int64_t x = 0; x < tiles->columns; x++) {
      V w[TILE * TILE], d[TILE * TILE];
      const float *tile = from + place_of(tiles, order, n, y, x) * tile_stride;
      for (int i = 0; i < TILE * TILE; i++) w[i] = LOAD(tile + i * stride);
      // What the point at infinity has for a tile that is cut was not computed.
      for (int i = 0; i < TILE && y >= tiles->whole_rows; i++) w[(TILE - 1) * TILE + i] = (V){0};
      for (int i = 0; i < TILE && x >= tiles->whole_columns; i++) w[i * TILE + TILE - 1] = (V){0};
      for (int c = 0; c < TILE; c++) NAME(transform_input_back)(w + c, TILE, d + c);
      for (int r = 0; r < TILE; r++) NAME(transform_input_back)(d + r * TILE, 1, w + r * TILE);
      float *corner = plane + (y * STEP * tiles->input_width + x * STEP) * B;
      for (int r = 0; r < TILE; r++)
        for (int c = 0; c < TILE; c++) {
          float *place = corner + (r * tiles->input_width + c) * B;
          STORE(place, LOAD(place) + w[r * TILE + c]);
        }
    }
}

// The passes over some samples.

INLINE void NAME(forward_samples)(const ck_winograd *shape, const forward_work *work, workspace *space, range samples) {
  const grid tiles = grid_of(shape);
  const int64_t inputs = shape->inputs, outputs = shape->outputs;
  const int64_t input_pixels = shape->height * shape->width, output_width = columns_of_output(shape);
  const int64_t output_height = rows_of_output(shape), output_pixels = output_height * output_width;
  float *const input_plane = space->input_plane + shape->padding * (tiles.input_width + 1) * B;
  for (int64_t first = samples.first, count; first < samples.end; first += count) {
    count = samples.end - first < space->samples ? samples.end - first : space->samples;
    const tile_order order = order_of(&tiles, count);
    for (int64_t n = 0; n < count; n++)
      for (int64_t c = 0; c < inputs; c += B) {
        NAME(load_plane)(
            work->x + ((first + n) * inputs + c) * input_pixels, shape->height, shape->width, input_plane,
            tiles.input_width);
        NAME(spread_input)(
            space->input_plane, &tiles, &order, n, space->input + c, inputs, space->input_stride);
      }
    for (int64_t i = 0; i < TILE * TILE; i++) {
      const range some = tiles_of(&order, i);
      NAME(ck_multiply)(
          space->input + i * space->input_stride + some.first * inputs, work->kernel + i * kernel_stride(shape),
          some.end - some.first, inputs, outputs, space->output + i * space->output_stride + some.first * outputs);
    }
    for (int64_t n = 0; n < count; n++)
      for (int64_t k = 0; k < outputs; k += B) {
        NAME(gather_output)(space->output + k, outputs, space->output_stride, &tiles, &order, n, space->plane);
        const V bias = work->bias ? LOAD(work->bias + k) : (V){0}, zero = {0};
        float *to = work->y + ((first + n) * outputs + k) * output_pixels;
        for (int64_t row = 0; row < output_height; row++)
          for (int64_t column = 0; column < output_width; column++, to += B) {
            const V value = LOAD(space->plane + (row * tiles.output_width + column) * B) + bias;
            STORE(to, work->relu ? (V)((M)value & (value > zero)) : value);
          }
      }
  }
}

INLINE void NAME(backward_samples)(
    const ck_winograd *shape, const backward_work *work, workspace *space, range samples) {
  const grid tiles = grid_of(shape);
  const int64_t inputs = shape->inputs, outputs = shape->outputs;
  const int64_t input_pixels = shape->height * shape->width;
  const int64_t output_height = rows_of_output(shape), output_width = columns_of_output(shape);
  const int64_t output_pixels = output_height * output_width;
  const int64_t edge = shape->padding * (tiles.input_width + 1) * B;
  float *const input_plane = space->input_plane + edge;
  for (int64_t first = samples.first, count; first < samples.end; first += count) {
    count = samples.end - first < space->samples ? samples.end - first : space->samples;
    const tile_order order = order_of(&tiles, count);
    for (int64_t n = 0; n < count; n++) {
      for (int64_t c = 0; c < inputs; c += B) {
        NAME(load_plane)(
            work->x + ((first + n) * inputs + c) * input_pixels, shape->height, shape->width, input_plane,
            tiles.input_width);
        NAME(spread_input)(
            space->input_plane, &tiles, &order, n, space->input + c, inputs, space->input_stride);
      }
      for (int64_t k = 0; k < outputs; k += B) {
        NAME(load_plane)(
            work->gradient + ((first + n) * outputs + k) * output_pixels, output_height, output_width,
            space->output_plane, tiles.output_width);
        NAME(spread_gradient)(
            space->output_plane, &tiles, &order, n, space->output + k, outputs, space->output_stride);
      }
    }
    for (int64_t i = 0; i < TILE * TILE; i++) {
      const range some = tiles_of(&order, i);
      const float *gradient = space->output + i * space->output_stride + some.first * outputs;
      float *input = space->input + i * space->input_stride + some.first * inputs;
      NAME(ck_multiply_transposed)(
          input, gradient, some.end - some.first, inputs, outputs, first > samples.first,
          space->kernel_gradient + i * kernel_stride(shape));
      // What was the input becomes its gradient.
      if (work->x_gradient)
        NAME(ck_multiply)(
            gradient, work->transposed_kernel + i * kernel_stride(shape), some.end - some.first, outputs, inputs, input);
    }
    for (int64_t n = 0; work->x_gradient && n < count; n++)
      for (int64_t c = 0; c < inputs; c += B) {
        NAME(gather_input_gradient)(space->input + c, inputs, space->input_stride, &tiles, &order, n, space->plane);
        float *to = work->x_gradient + ((first + n) * inputs + c) * input_pixels;
        for (int64_t row = 0; row < shape->height; row++)
          for (int64_t column = 0; column < shape->width; column++, to += B)
            STORE(to, LOAD(space->plane + edge + (row * tiles.input_width + column) * B));
      }
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
#undef B
