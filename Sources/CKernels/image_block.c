#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

#include <string.h>

// normalized_pooling_template.h takes away what it was given.
#define B 8
#define PIXEL 8
#define POOLED_PIXEL 8
#include "normalized_pooling_template.h"
#define B 8
#include "image_block_template.h"
#undef B

#define B 16
#define PIXEL 16
#define POOLED_PIXEL 16
#include "normalized_pooling_template.h"
#define B 16
#include "image_block_template.h"
#undef B

typedef struct {
  const ck_image_block *block;
  const float *images, *kernel, *bias;
  // Forward.
  const float *direction, *scale, *shift;
  float *pooled, *sums, *squares, *counts;
  // Backward.
  const float *pooled_values, *gradient, *gradient_scale, *x_scale;
  float *kernel_sums;
} block_work;

bool ck_image_block_fits(const ck_image_block *block) {
  return (block->block == 8 || block->block == 16) && block->channels % block->block == 0 && block->height >= 2 &&
         block->width >= 2 && block->width <= CK_MAX_FUSED_WIDTH;
}

CK_VECTORIZED static void forward_samples(const block_work *work, int64_t first, int64_t end) {
  const ck_image_block *shape = work->block;
  const int64_t block = shape->block, pooled_pixels = (shape->height / 2) * (shape->width / 2);
  for (int64_t n = first; n < end; n++)
    for (int64_t c = 0; c < shape->channels; c += block) {
      const float *image = work->images + n * (shape->height + 2) * (shape->width + 2);
      const float *kernel = work->kernel + c * 9, *bias = work->bias + c, *direction = work->direction + c;
      const float *scale = work->scale ? work->scale + c : NULL, *shift = work->scale ? work->shift + c : NULL;
      const int64_t place = n * shape->channels + c;
      float *pooled = work->pooled + place * pooled_pixels;
      float *sums = work->sums ? work->sums + place : NULL, *squares = work->sums ? work->squares + place : NULL;
      float *counts = work->sums ? work->counts + place : NULL;
      if (block == 8)
        forward_image_8(shape, image, kernel, bias, direction, scale, shift, pooled, sums, squares, counts);
      else
        forward_image_16(shape, image, kernel, bias, direction, scale, shift, pooled, sums, squares, counts);
    }
}

static void forward_body(void *context, int64_t first, int64_t end) { forward_samples(context, first, end); }

void ck_image_block_moments(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *direction,
    float *pooled, float *sums, float *squares, float *counts) {
  block_work work = {
      .block = block, .images = images, .kernel = kernel, .bias = bias, .direction = direction, .pooled = pooled,
      .sums = sums, .squares = squares, .counts = counts};
  ck_parallel(block->samples, forward_body, &work);
}

void ck_image_block_inference(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *direction,
    const float *scale, const float *shift, float *out) {
  block_work work = {
      .block = block, .images = images, .kernel = kernel, .bias = bias, .direction = direction, .scale = scale,
      .shift = shift, .pooled = out};
  ck_parallel(block->samples, forward_body, &work);
}

CK_VECTORIZED static void backward_samples(const block_work *work, int64_t first, int64_t end) {
  const ck_image_block *shape = work->block;
  const int64_t block = shape->block, pooled_pixels = (shape->height / 2) * (shape->width / 2);
  for (int64_t n = first; n < end; n++)
    for (int64_t c = 0; c < shape->channels; c += block) {
      const float *image = work->images + n * (shape->height + 2) * (shape->width + 2);
      const float *kernel = work->kernel + c * 9, *bias = work->bias + c;
      const float *gradient_scale = work->gradient_scale + c, *x_scale = work->x_scale + c, *shift = work->shift + c;
      const int64_t place = n * shape->channels + c;
      const float *pooled = work->pooled_values + place * pooled_pixels;
      const float *gradient = work->gradient + place * pooled_pixels;
      float *total = work->kernel_sums + place * 9;
      if (block == 8)
        backward_image_8(shape, image, kernel, bias, pooled, gradient, gradient_scale, x_scale, shift, total);
      else
        backward_image_16(shape, image, kernel, bias, pooled, gradient, gradient_scale, x_scale, shift, total);
    }
}

static void backward_body(void *context, int64_t first, int64_t end) { backward_samples(context, first, end); }

void ck_image_block_gradient(
    const ck_image_block *block, const float *images, const float *kernel, const float *bias, const float *pooled,
    const float *gradient, const float *gradient_scale, const float *x_scale, const float *shift, float *kernel_sums) {
  block_work work = {
      .block = block, .images = images, .kernel = kernel, .bias = bias, .pooled_values = pooled, .gradient = gradient,
      .gradient_scale = gradient_scale, .x_scale = x_scale, .shift = shift, .kernel_sums = kernel_sums};
  ck_parallel(block->samples, backward_body, &work);
}
