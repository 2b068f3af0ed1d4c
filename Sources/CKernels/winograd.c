#include "CKernels.h"
#include "dispatch.h"
#include "matrix_products.h"
#include "parallel.h"

#include <string.h>

// Outputs of a tile in one dimension, and the inputs that they need: F(4 x 4, 3 x 3) of Lavin and Gray, "Fast Algorithms
// for Convolutional Neural Networks" (2015), with the points 0, 1, -1, 2, -2 and infinity. For a tile d of the input and
// a kernel g,
//
//     y = A^T [(G g G^T) * (B^T d B)] A
//
// where * goes element by element and becomes, summed over channels, 36 matrix products: 36 multiplications for 16
// outputs instead of 144. All passes are linear in d and in g, so that the ways back are the transposed transforms:
//
//     dd = B [(G g G^T) * (A dy A^T)] B^T        dg = G^T [(B^T d B) * (A dy A^T)] G
enum { STEP = 4, TILE = STEP + 2, KERNEL = 3 };

/// Tiles worked on at a time: enough rows for the products, few enough for a core's cache.
enum { TILES_AT_A_TIME = 32, LINE = 16 };

typedef struct {
  int64_t rows, columns, count;
  /// Those without the ones that are cut at the bottom or at the right, where the output is no multiple of STEP.
  int64_t whole_rows, whole_columns;
  /// The planes' sizes, padded to whole tiles.
  int64_t input_height, input_width, output_height, output_width;
} grid;

typedef struct {
  int64_t first, end;
} range;

typedef struct {
  const float *x, *kernel, *bias;
  bool relu;
  float *y;
} forward_work;

typedef struct {
  const float *x, *gradient, *transposed_kernel;
  float *x_gradient;
} backward_work;

/// One part's memory.
typedef struct {
  /// Samples worked on at a time.
  int64_t samples;
  float *input, *output;  // [36][tiles][channels]
  /// From one of the 36 to the next: a line more than it takes, as else all would fall on the same few sets of the cache.
  int64_t input_stride, output_stride;
  float *kernel_gradient;                     // [36][inputs][outputs], as a transformed kernel
  float *input_plane, *output_plane, *plane;  // the first two keep their zeros at the edges
} workspace;

/// From one of a transformed kernel's 36 matrices to the next; a line more than it takes, as above.
static inline int64_t kernel_stride(const ck_winograd *shape) { return shape->inputs * shape->outputs + LINE; }

static inline int64_t rows_of_output(const ck_winograd *shape) { return shape->height + 2 * shape->padding - 2; }
static inline int64_t columns_of_output(const ck_winograd *shape) { return shape->width + 2 * shape->padding - 2; }

static inline grid grid_of(const ck_winograd *shape) {
  const int64_t height = rows_of_output(shape), width = columns_of_output(shape);
  grid tiles;
  tiles.rows = (height + STEP - 1) / STEP;
  tiles.columns = (width + STEP - 1) / STEP;
  tiles.count = tiles.rows * tiles.columns;
  tiles.output_height = tiles.rows * STEP, tiles.output_width = tiles.columns * STEP;
  tiles.input_height = tiles.output_height + 2, tiles.input_width = tiles.output_width + 2;
  tiles.whole_rows = height / STEP, tiles.whole_columns = width / STEP;
  return tiles;
}

// The last row or column of a tile's outputs is all that the point at infinity is for. Tiles that are cut there need none of
// its products, so that tiles stand in an order in which those that a product needs are neighbours: of all samples first
// the tiles cut at the right alone, then the whole ones, those cut at the bottom alone, those cut at both.

/// Where each kind of `samples` samples' tiles begins: right, whole, bottom, both; and where the last ends.
typedef struct {
  int64_t start[5];
} tile_order;

static inline tile_order order_of(const grid *tiles, int64_t samples) {
  const int64_t cut_rows = tiles->rows - tiles->whole_rows, cut_columns = tiles->columns - tiles->whole_columns;
  tile_order order = {{0}};
  order.start[1] = order.start[0] + samples * tiles->whole_rows * cut_columns;
  order.start[2] = order.start[1] + samples * tiles->whole_rows * tiles->whole_columns;
  order.start[3] = order.start[2] + samples * cut_rows * tiles->whole_columns;
  order.start[4] = order.start[3] + samples * cut_rows * cut_columns;
  return order;
}

/// Where the tile in a row and column of the n-th sample stands.
static inline int64_t place_of(const grid *tiles, const tile_order *order, int64_t n, int64_t row, int64_t column) {
  const bool bottom = row >= tiles->whole_rows, right = column >= tiles->whole_columns;
  const int64_t rows = bottom ? tiles->rows - tiles->whole_rows : tiles->whole_rows;
  const int64_t columns = right ? tiles->columns - tiles->whole_columns : tiles->whole_columns;
  if (bottom) row -= tiles->whole_rows;
  if (right) column -= tiles->whole_columns;
  return order->start[bottom ? 2 + right : 1 - right] + (n * rows + row) * columns + column;
}

/// The tiles that need the product of a point, 0 to 35.
static inline range tiles_of(const tile_order *order, int64_t point) {
  const bool last_row = point / TILE == TILE - 1, last_column = point % TILE == TILE - 1;
  return (range){order->start[last_column ? 1 : 0], order->start[last_row ? 2 : last_column ? 3 : 4]};
}

#define B 8
#include "winograd_template.h"

#define B 16
#include "winograd_template.h"

static int64_t whole_lines(int64_t count) { return (count + LINE - 1) / LINE * LINE; }

/// Lays a part's memory out from `start`, and tells how many floats it takes.
static int64_t lay_out(const ck_winograd *shape, float *start, workspace *space) {
  const grid tiles = grid_of(shape);
  space->samples = (TILES_AT_A_TIME + tiles.count - 1) / tiles.count;
  space->input_stride = space->samples * tiles.count * shape->inputs + LINE;
  space->output_stride = space->samples * tiles.count * shape->outputs + LINE;
  const int64_t input_plane = tiles.input_height * tiles.input_width * shape->block;
  int64_t used = 0;
#define TAKE(place, count) space->place = start ? start + used : NULL, used += whole_lines(count)
  TAKE(input, TILE * TILE * space->input_stride);
  TAKE(output, TILE * TILE * space->output_stride);
  TAKE(kernel_gradient, ck_winograd_kernel_count(shape));
  TAKE(input_plane, input_plane);
  TAKE(output_plane, tiles.output_height * tiles.output_width * shape->block);
  TAKE(plane, input_plane);
#undef TAKE
  return used;
}

static workspace space_of(const ck_winograd *shape, int64_t part, float *memory) {
  workspace space;
  const int64_t size = lay_out(shape, memory, &space);
  lay_out(shape, memory + part * size, &space);
  return space;
}

static range samples_of(const ck_winograd *shape, int64_t part) {
  return (range){shape->samples * part / shape->parts, shape->samples * (part + 1) / shape->parts};
}

bool ck_winograd_fits(const ck_winograd *shape) {
  const int64_t block = shape->block;
  return (block == 8 || block == 16) && shape->inputs % block == 0 && shape->outputs % block == 0 &&
         rows_of_output(shape) > 0 && columns_of_output(shape) > 0;
}

int64_t ck_winograd_workspace_count(const ck_winograd *shape) {
  workspace space;
  return shape->parts * lay_out(shape, NULL, &space);
}

int64_t ck_winograd_kernel_count(const ck_winograd *shape) { return TILE * TILE * kernel_stride(shape); }

// Kernels, eight side by side.

typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));
enum { LANES = 8 };
#define LOAD(place) (*(const lanes *)(place))
#define STORE(place, value) (*(lanes *)(place) = (value))

/// u = G g, in one dimension.
static inline __attribute__((always_inline)) void transform_kernel(const lanes *g, int stride, lanes *u, int to_stride) {
  const lanes even = g[0] + g[2 * stride], odd = g[stride];
  const lanes far = g[0] + 4 * g[2 * stride], near = 2 * g[stride];
  u[0] = g[0] * (1.f / 4);
  u[to_stride] = (even + odd) * (-1.f / 6);
  u[2 * to_stride] = (even - odd) * (-1.f / 6);
  u[3 * to_stride] = (far + near) * (1.f / 24);
  u[4 * to_stride] = (far - near) * (1.f / 24);
  u[5 * to_stride] = g[2 * stride];
}

/// g = G^T u, in one dimension.
static inline __attribute__((always_inline)) void transform_kernel_back(
    const lanes *u, int stride, lanes *g, int to_stride) {
  const lanes sum1 = u[stride] + u[2 * stride], difference1 = u[stride] - u[2 * stride];
  const lanes sum2 = u[3 * stride] + u[4 * stride], difference2 = u[3 * stride] - u[4 * stride];
  g[0] = u[0] * (1.f / 4) - sum1 * (1.f / 6) + sum2 * (1.f / 24);
  g[to_stride] = difference2 * (1.f / 12) - difference1 * (1.f / 6);
  g[2 * to_stride] = (sum2 - sum1) * (1.f / 6) + u[5 * stride];
}

/// Transforms eight kernels that stand `distance` floats apart, to [36] vectors `stride` floats apart.
static inline __attribute__((always_inline)) void transform_lanes(
    const float *from, int64_t distance, float *to, int64_t stride) {
  lanes g[KERNEL * KERNEL], half[TILE * KERNEL], u[TILE * TILE];
  for (int i = 0; i < KERNEL * KERNEL; i++)
    for (int lane = 0; lane < LANES; lane++) g[i][lane] = from[lane * distance + i];
  for (int column = 0; column < KERNEL; column++) transform_kernel(g + column, KERNEL, half + column, KERNEL);
  for (int row = 0; row < TILE; row++) transform_kernel(half + row * KERNEL, 1, u + row * TILE, 1);
  for (int i = 0; i < TILE * TILE; i++) STORE(to + i * stride, u[i]);
}

typedef struct {
  const ck_winograd *shape;
  const float *from;
  float *to, *transposed;
} kernel_work;

/// Takes the inputs' channels in eights.
CK_VECTORIZED static void transform_kernels(const kernel_work *work, int64_t first, int64_t end) {
  const int64_t inputs = work->shape->inputs, outputs = work->shape->outputs, stride = kernel_stride(work->shape);
  const int64_t distance = KERNEL * KERNEL;
  for (int64_t k = 0; k < outputs; k += LANES)
    for (int64_t c = first * LANES; c < end * LANES; c += LANES)
      for (int64_t i = 0; i < LANES; i++) {
        transform_lanes(
            work->from + (k * inputs + c + i) * distance, inputs * distance, work->to + (c + i) * outputs + k, stride);
        if (work->transposed)
          transform_lanes(
              work->from + ((k + i) * inputs + c) * distance, distance, work->transposed + (k + i) * inputs + c, stride);
      }
}

static void transform_kernels_body(void *context, int64_t first, int64_t end) {
  transform_kernels(context, first, end);
}

void ck_winograd_transform_kernel(const ck_winograd *shape, const float *kernel, float *transformed, float *transposed) {
  kernel_work work = {shape, kernel, transformed, transposed};
  ck_parallel(shape->inputs / LANES, transform_kernels_body, &work);
}

typedef struct {
  const ck_winograd *shape;
  float *memory;
  float *kernel_gradient;
} sum_work;

/// Adds up the parts' gradients, in the parts' order, and transforms them back.
CK_VECTORIZED static void sum_kernel_gradients(const sum_work *work, int64_t first, int64_t end) {
  const ck_winograd *shape = work->shape;
  const int64_t inputs = shape->inputs, outputs = shape->outputs, stride = kernel_stride(shape);
  workspace space;
  const int64_t size = lay_out(shape, work->memory, &space);
  for (int64_t c = first; c < end; c++)
    for (int64_t k = 0; k < outputs; k += LANES) {
      lanes u[TILE * TILE], half[KERNEL * TILE], g[KERNEL * KERNEL];
      for (int i = 0; i < TILE * TILE; i++) {
        const float *from = space.kernel_gradient + i * stride + c * outputs + k;
        u[i] = LOAD(from);
        for (int64_t part = 1; part < shape->parts; part++) u[i] += LOAD(from + part * size);
      }
      for (int column = 0; column < TILE; column++) transform_kernel_back(u + column, TILE, half + column, TILE);
      for (int row = 0; row < KERNEL; row++) transform_kernel_back(half + row * TILE, 1, g + row * KERNEL, 1);
      float *to = work->kernel_gradient + (k * inputs + c) * KERNEL * KERNEL;
      for (int lane = 0; lane < LANES; lane++, to += inputs * KERNEL * KERNEL)
        for (int i = 0; i < KERNEL * KERNEL; i++) to[i] = g[i][lane];
    }
}

static void sum_body(void *context, int64_t first, int64_t end) { sum_kernel_gradients(context, first, end); }

// Forward.

typedef struct {
  const ck_winograd *shape;
  forward_work work;
  float *memory;
} forward_parts;

CK_VECTORIZED static void forward_part(const ck_winograd *shape, const forward_work *work, float *memory, int64_t part) {
  workspace space = space_of(shape, part, memory);
  if (shape->block == 8)
    forward_samples_8(shape, work, &space, samples_of(shape, part));
  else
    forward_samples_16(shape, work, &space, samples_of(shape, part));
}

static void forward_body(void *context, int64_t first, int64_t end) {
  const forward_parts *all = context;
  for (int64_t part = first; part < end; part++) forward_part(all->shape, &all->work, all->memory, part);
}

void ck_winograd_forward(
    const ck_winograd *shape, const float *x, const float *transformed, const float *bias, bool relu, float *memory,
    float *y) {
  forward_parts all = {shape, {x, transformed, bias, relu, y}, memory};
  ck_parallel(shape->parts, forward_body, &all);
}

// Backward.

typedef struct {
  const ck_winograd *shape;
  backward_work work;
  float *memory;
} backward_parts;

CK_VECTORIZED static void backward_part(
    const ck_winograd *shape, const backward_work *work, float *memory, int64_t part) {
  workspace space = space_of(shape, part, memory);
  const range samples = samples_of(shape, part);
  if (samples.first == samples.end)
    memset(space.kernel_gradient, 0, (size_t)ck_winograd_kernel_count(shape) * sizeof(float));
  else if (shape->block == 8)
    backward_samples_8(shape, work, &space, samples);
  else
    backward_samples_16(shape, work, &space, samples);
}

static void backward_body(void *context, int64_t first, int64_t end) {
  const backward_parts *all = context;
  for (int64_t part = first; part < end; part++) backward_part(all->shape, &all->work, all->memory, part);
}

void ck_winograd_backward(
    const ck_winograd *shape, const float *x, const float *gradient, const float *transposed, float *memory,
    float *x_gradient, float *kernel_gradient) {
  backward_parts all = {shape, {x, gradient, transposed, x_gradient}, memory};
  ck_parallel(shape->parts, backward_body, &all);
  sum_work sums = {shape, memory, kernel_gradient};
  ck_parallel(shape->inputs, sum_body, &sums);
}
