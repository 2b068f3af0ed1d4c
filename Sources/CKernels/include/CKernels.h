// Vector passes over images and activations that oneDNN has no primitive for, or none that is fast, exact or fused enough. Plain C, since
// Swift has no run-time dispatch: each function is compiled for several instruction sets and the machine's best is taken.
//
// They share oneDNN's threads: all work is split over the OpenMP runtime that oneDNN has brought along, so that two pools
// never fight for the cores. Sums are taken sample by sample and added up in the samples' order, so that results do not
// depend on the number of threads.
#ifndef TRAINING_REPORT_CKERNELS_H
#define TRAINING_REPORT_CKERNELS_H

#include <stdbool.h>
#include <stdint.h>

/// How many threads the passes are spread over.
int64_t ck_thread_count(void);

/// Where a value of channel c, sample n and pixel p stands:
/// n * sample_stride + (c / block) * group_stride + p * pixel_stride + c % block.
/// `block` is 8 or 16 for oneDNN's blocked layouts, 1 for NCHW, and the number of channels for NHWC.
typedef struct {
  int64_t samples;
  int64_t channels;
  int64_t pixels;
  int64_t block;
  int64_t sample_stride;
  int64_t group_stride;
  int64_t pixel_stride;
} ck_layout;

/// For each sample and channel the sums of x and of x * x over the pixels. Outputs are [samples, channels rounded up to
/// whole blocks].
void ck_channel_moments(const ck_layout *layout, const float *x, float *sums, float *squares);

/// For each sample and channel sums over the pixels, for the way back through a normalization of x: of the gradient, of
/// gradient * x, of the gradient where x is above 0, and how often x is above 0. Outputs as above.
void ck_channel_gradient_sums(
    const ck_layout *layout, const float *x, const float *gradient, float *sums, float *products, float *active_sums,
    float *active_counts);

/// out = scale[c] * x + shift[c], and 0 where `relu` is set and that is below 0. Channels' arrays are rounded up to whole
/// blocks, with zeros; `out` is none of the inputs.
void ck_channel_affine(
    const ck_layout *layout, const float *x, const float *scale, const float *shift, bool relu, float *out);

/// out = x_scale[c] * x + y_scale[c] * y + shift[c], and 0 where `relu` is set and y is not above 0. Channels' arrays
/// are rounded up to whole blocks, with zeros; `out` is none of the inputs.
void ck_channel_combine(
    const ck_layout *layout, const float *x, const float *x_scale, const float *y, const float *y_scale,
    const float *shift, bool relu, float *out);

// The way back through a normalization, y = y_scale[c] * x + y_shift[c], and the ReLU behind it: the gradient is that of the
// ReLU's output, and counts only where y is above 0. y is computed again, which is faster than to read it. Without a ReLU
// `y_scale` is null. Channels' arrays are rounded up to whole blocks, with zeros.

/// For each sample and channel the sums over the pixels of the gradient and of gradient * x.
void ck_normalization_gradient_sums(
    const ck_layout *layout, const float *x, const float *y_scale, const float *y_shift, const float *gradient,
    float *sums, float *products);

/// out = gradient_scale[c] * gradient + x_scale[c] * x + shift[c]. `out` is none of the inputs.
void ck_normalization_gradient(
    const ck_layout *layout, const float *x, const float *y_scale, const float *y_shift, const float *gradient,
    const float *gradient_scale, const float *x_scale, const float *shift, float *out);

// Numbers of a sample's channels are [samples, channels] in what follows, without padding.

/// The mean of each channel's pixels.
void ck_channel_means(const ck_layout *layout, const float *x, float *means);

/// The way back: each pixel gets its share of the mean's gradient.
void ck_channel_spread(const ck_layout *layout, const float *means_gradient, float *x_gradient);

/// out = x * factors[n][c]. `out` is none of the inputs.
void ck_channel_scale(const ck_layout *layout, const float *x, const float *factors, float *out);

/// The sum of x * y over each channel's pixels.
void ck_channel_products(const ck_layout *layout, const float *x, const float *y, float *sums);

/// Copies `count` channels, from channel `x_first` on, to those of y from `y_first` on. Samples and pixels are as many.
void ck_copy_channels(
    const ck_layout *x_layout, const float *x, int64_t x_first, const ck_layout *y_layout, float *y, int64_t y_first,
    int64_t count);

/// The gradient of a convolution's kernel where the input has one channel: for each sample
/// out[n][g][v][u][c] = sum over rows y and columns x of gradient[n, g * block + c, y, x] * images[n, y + v, x + u],
/// and behind the size * size windows of each group out[n][g][size * size][c] = the sum of the gradient, for the bias.
/// `images` is [samples, height, width]; the gradient's pixels are (height - size + 1) x (width - size + 1).
void ck_image_kernel_gradient(
    const ck_layout *gradient_layout, const float *gradient, const float *images, int64_t height, int64_t width,
    int64_t size, float *out);

// Normalization and 2 x 2 max-pooling together. Normalization is y = scale * x + shift, so that a window's largest y is
// at its largest x, or its smallest where the scale is negative: pooling x first leaves a quarter to normalize. `height`
// and `width` are those of x; the pooled tensor has the layout of x with a quarter of the pixels.

/// For each window the x that is largest in its channel's `direction`, 1 or -1; and, unless `sums` is null, for each
/// sample and channel the sums of x and x * x and how often x is above 0, over all pixels.
void ck_pool_moments(
    const ck_layout *layout, int64_t height, int64_t width, const float *x, const float *direction, float *pooled,
    float *sums, float *squares, float *counts);

/// The gradient of the input of the ReLU that wrote x: 0 where x is 0, else x_scale[c] * x + shift[c], and at the first
/// place of a window that holds its pooled value gradient_scale[c] * gradient more.
void ck_pool_gradient(
    const ck_layout *layout, int64_t height, int64_t width, const float *x, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift, float *out);

// A first block: a 3 x 3 convolution of images of one channel, ReLU, normalization and 2 x 2 max-pooling. The convolution's
// output is far larger than what goes in and comes out, and quick to compute, so that it is never written: two rows at a
// time stay in the core's cache, and the way back computes them again.

typedef struct {
  int64_t samples;
  int64_t channels;
  /// 8 or 16; channels are whole blocks.
  int64_t block;
  /// Of the convolution's output; images are [samples, height + 2, width + 2].
  int64_t height;
  int64_t width;
} ck_image_block;

enum { CK_MAX_FUSED_WIDTH = 512 };

/// Whether the passes take the shape: in whole blocks, and not too wide for their buffers.
bool ck_image_block_fits(const ck_image_block *block);

/// Of x = relu(kernel * images + bias) what `ck_pool_moments` gives. The kernel is [group][window][channel of the group];
/// `pooled` is in blocks, its sums [samples, channels].
void ck_image_block_moments(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *direction,
    float *pooled, float *sums, float *squares, float *counts);

/// The block's output for inference, with the normalization's factors: scale[c] * pooled x + shift[c].
void ck_image_block_inference(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *direction,
    const float *scale, const float *shift, float *out);

/// Goes back as `ck_pool_gradient` does and straight on to the kernel: for each sample the sums over rows y and columns x of
/// gradient[y, x] * image[y + v, x + u], [samples][group][window][channel of the group].
void ck_image_block_gradient(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift, float *kernel_sums);

/// out = the sum of `terms` arrays, added up in their order, and 0 where `relu` is set and that is below 0. `out` is none of
/// them.
void ck_add(int64_t count, int64_t terms, const float *const *arrays, bool relu, float *out);

/// The way back: sets the gradient to 0 where `y`, unless it is null, is not above 0, and copies it to `terms` arrays.
void ck_add_gradient(int64_t count, const float *y, float *gradient, int64_t terms, float *const *arrays);

/// totals[c] = the sum of values[n][c] over the samples, in their order.
void ck_sum_samples(int64_t samples, int64_t width, const float *values, double *totals);

// Winograd's convolution F(4 x 4, 3 x 3): a quarter of the direct convolution's multiplications, at the price of a few more
// roundings. Kernels are 3 x 3, stride 1; images are in blocks of channels, NCHW8c or NCHW16c.

typedef struct {
  int64_t samples;
  int64_t inputs;  // channels
  int64_t outputs;
  int64_t height;  // of the input
  int64_t width;
  /// Rows and columns of zeros on each side of the input: 0, or 1 for an output of the input's size.
  int64_t padding;
  int64_t block;
  /// The samples are worked on in this many parts side by side. Sums over samples are taken within each part, so that the
  /// kernel's gradient depends on it in its last bits.
  int64_t parts;
} ck_winograd;

/// Whether the passes take the shape.
bool ck_winograd_fits(const ck_winograd *shape);
/// Floats that a transformed kernel takes.
int64_t ck_winograd_kernel_count(const ck_winograd *shape);
/// Floats that the passes work in; zeros before the first.
int64_t ck_winograd_workspace_count(const ck_winograd *shape);

/// Transforms a kernel, [outputs, inputs, 3, 3], for the forward pass, and unless `transposed` is null for the way back.
void ck_winograd_transform_kernel(const ck_winograd *shape, const float *kernel, float *transformed, float *transposed);

/// y = kernel * x + bias, [samples, outputs, height + 2 * padding - 2, width + 2 * padding - 2], and 0 where `relu` is set
/// and that is below 0. `bias` may be null.
void ck_winograd_forward(
    const ck_winograd *shape, const float *x, const float *transformed, const float *bias, bool relu, float *workspace,
    float *y);

/// From the gradient of kernel * x + bias the kernel's, [outputs, inputs, 3, 3], and unless `x_gradient` is null that of x.
void ck_winograd_backward(
    const ck_winograd *shape, const float *x, const float *gradient, const float *transposed, float *workspace,
    float *x_gradient, float *kernel_gradient);

/// Some images of many, those at `positions`, one after the other as numbers from 0 to 1: pixel / 255.
void ck_scale_images(
    const uint8_t *images, const intptr_t *positions, int64_t count, int64_t pixels, float *batch);

// An image seen through a map that says where each pixel's value comes from: [height, width, channels], in place, bilinear,
// black outside. Results do not depend on the instruction set.

/// Bytes of the workspace that the maps need; it holds anything.
int64_t ck_warp_workspace(int64_t height, int64_t width);

/// The value at (y, x) comes from row map[0] * y + map[1] * x + map[2] and column map[3] * y + map[4] * x + map[5].
void ck_warp_affine(
    uint8_t *image, int64_t height, int64_t width, int64_t channels, const float *map, void *workspace);

/// As for the functions above.
int64_t ck_elastic_workspace(int64_t height, int64_t width);

/// The value at (y, x) comes from (y, x) + `alpha` times noise from -1 to 1, smoothed by a Gaussian with a standard deviation
/// of `sigma` pixels, 1 to 100. The noise stands on a grid with a step of `sigma`, rounded down, which goes on outside the
/// image. Its numbers are those of Randomness' CounterRandom with that seed: a node's first 24 bits are the displacement down,
/// its last the one to the right.
void ck_warp_elastic(
    uint8_t *image, int64_t height, int64_t width, int64_t channels, uint64_t seed, double alpha, double sigma,
    void *workspace);

/// image = (1 - share) * image + share * other, rounded.
void ck_mix_images(int64_t count, const uint8_t *other, float share, uint8_t *image);

/// Dropout: out = x * scales, where a scale is 0 if the number at its place is below `rate`, else 1 / (1 - rate). The
/// numbers are those of Randomness' CounterRandom with that seed, so that they do not depend on the threads.
void ck_dropout(int64_t count, uint64_t seed, float rate, const float *x, float *scales, float *out);

/// One step of Adam, element by element, with keep1 = 1 - beta1 and keep2 = 1 - beta2: first += (g - first) * keep1,
/// second += (g * g - second) * keep2, weights = weights * kept - first * rate / (sqrt(second) + epsilon), where `kept` is
/// 1 unless weights decay. No arrays overlap.
void ck_adam(
    int64_t count, float rate, float keep1, float keep2, float epsilon, float kept, const float *gradient,
    float *weights, float *first, float *second);

#endif
