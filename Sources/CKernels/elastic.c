#include "CKernels.h"
#include "dispatch.h"
#include "random_bits.h"
#include "warp.h"

#include <math.h>
#include <string.h>

// Results are the same with every instruction set, so no product and sum may become one operation.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
#define LOAD(array) (*(lanes *)(array))

static const lanes counting = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

/// Noise on a grid of nodes, and what it is smoothed with.
typedef struct {
  /// Distance between nodes, and how far a node reaches, in pixels.
  int64_t step, reach;
  /// The first node stands this many steps before the first pixel; the last is the last that reaches a pixel.
  int64_t before, node_rows, node_columns;
  /// The weight of a node at a distance of d pixels is middle[d]; 0 beyond its reach.
  float *middle;
  /// The noise of each node: [node_rows][node_columns].
  float *noise_down, *noise_right;
  /// Noise smoothed along the rows: [node_rows][width in whole vectors].
  float *down, *right;
} elastic_grid;

enum { MAX_SIGMA = 100, MAX_REACH = 3 * MAX_SIGMA + 1 };

// The nodes are densest with a step of 1, and reach farthest beside it with a standard deviation just below 2.
static int64_t most_nodes(int64_t count) { return count + 2 * (6 + 1); }

static int64_t weights_count(int64_t height, int64_t width) {
  return 2 * (MAX_REACH + whole_vectors(height > width ? height : width)) + 1;
}

int64_t ck_elastic_workspace(int64_t height, int64_t width) {
  return ck_warp_workspace(height, width) + 4
      + 4 * (weights_count(height, width) + 2 * most_nodes(height) * (most_nodes(width) + whole_vectors(width)));
}

/// A Gaussian's weights, which add up to 1.
static void write_weights(const elastic_grid *grid, double sigma) {
  double weights[MAX_REACH + 1], sum = 0;
  for (int64_t d = 0; d <= grid->reach; d++) {
    weights[d] = exp(-(double)(d * d) / (2 * sigma * sigma));
    sum += d == 0 ? weights[d] : 2 * weights[d];
  }
  for (int64_t d = 0; d <= grid->reach; d++) grid->middle[d] = grid->middle[-d] = (float)(weights[d] / sum);
}

/// The first of the nodes that reach a pixel.
static int64_t first_node(const elastic_grid *grid, int64_t pixel) {
  return (pixel - grid->reach + grid->step * grid->before + grid->step - 1) / grid->step;
}

/// The last of them.
static int64_t last_node(const elastic_grid *grid, int64_t pixel) {
  return (pixel + grid->reach) / grid->step + grid->before;
}

/// Two numbers from -1 to 1 for each node.
CK_VECTORIZED static void draw(const elastic_grid *grid, uint64_t seed) {
  const int64_t count = grid->node_rows * grid->node_columns;
  float *restrict down = grid->noise_down, *restrict right = grid->noise_right;
  for (int64_t node = 0; node < count; node++) {
    const uint64_t bits = random_bits(seed, (uint64_t)node);
    down[node] = (float)(int32_t)(bits >> 40) * 0x1p-23f - 1;
    right[node] = (float)(int32_t)(bits & 0xffffff) * 0x1p-23f - 1;
  }
}

CK_VECTORIZED static void smooth_rows(const elastic_grid *grid, int64_t width) {
  for (int64_t i = 0; i < grid->node_rows; i++) {
    const float *noise_down = grid->noise_down + i * grid->node_columns;
    const float *noise_right = grid->noise_right + i * grid->node_columns;
    for (int64_t x = 0; x < width; x += LANES) {
      lanes down = {0}, right = {0};
      const int64_t last = last_node(grid, x + LANES - 1), end = last < grid->node_columns ? last + 1 : grid->node_columns;
      for (int64_t j = first_node(grid, x); j < end; j++) {
        const lanes weights = LOAD(grid->middle + x - (j - grid->before) * grid->step);
        down += noise_down[j] * weights;
        right += noise_right[j] * weights;
      }
      LOAD(grid->down + i * width + x) = down;
      LOAD(grid->right + i * width + x) = right;
    }
  }
}

CK_VECTORIZED static void displace(const warp *all, const elastic_grid *grid, float scale) {
  const int64_t width = whole_vectors(all->width);
  for (int64_t y = 0; y < all->height; y++) {
    const int64_t first = first_node(grid, y), last = last_node(grid, y);
    for (int64_t x = 0; x < width; x += LANES) {
      lanes down = {0}, right = {0};
      for (int64_t i = first; i <= last; i++) {
        const float weight = grid->middle[y - (i - grid->before) * grid->step];
        down += weight * LOAD(grid->down + i * width + x);
        right += weight * LOAD(grid->right + i * width + x);
      }
      LOAD(all->rows + y * all->width + x) = (float)(y + 1) + scale * down;
      LOAD(all->columns + y * all->width + x) = (float)(x + 1) + counting + scale * right;
    }
  }
}

void ck_warp_elastic(
    uint8_t *image, int64_t height, int64_t width, int64_t channels, uint64_t seed, double alpha, double sigma,
    void *workspace) {
  const warp all = ck_warp_prepare(image, height, width, channels, workspace);
  const int64_t step = (int64_t)sigma, reach = (int64_t)(3 * sigma + 0.5), before = reach / step;
  const int64_t nodes = most_nodes(height) * most_nodes(width), smooth = most_nodes(height) * whole_vectors(width);
  float *weights = (float *)workspace + (ck_warp_workspace(height, width) + 3) / 4;
  float *noise = weights + weights_count(height, width), *smoothed = noise + 2 * nodes;
  const elastic_grid grid = {
      .step = step, .reach = reach, .before = before,
      .node_rows = (height - 1 + reach) / step + before + 1, .node_columns = (width - 1 + reach) / step + before + 1,
      .middle = weights + weights_count(height, width) / 2, .noise_down = noise, .noise_right = noise + nodes,
      .down = smoothed, .right = smoothed + smooth};
  memset(weights, 0, (size_t)weights_count(height, width) * sizeof *weights);
  write_weights(&grid, sigma);
  draw(&grid, seed);
  smooth_rows(&grid, whole_vectors(width));
  // A node stands for the noise of step * step pixels, whose standard deviation is that of one, times the step.
  displace(&all, &grid, (float)(alpha * (double)step));
  ck_warp_resample(&all);
}
