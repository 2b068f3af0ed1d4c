#ifndef TRAINING_REPORT_CKERNELS_MATRIX_PRODUCTS_H
#define TRAINING_REPORT_CKERNELS_MATRIX_PRODUCTS_H

#include <stdbool.h>
#include <stdint.h>

// Products of matrices that fit a core's cache, row by row without gaps, on the calling thread. `width` is a multiple of the
// number in the name, which is that of the floats in a register.

/// out = a b, where a is rows x depth and b is depth x width; `depth` is a multiple of four.
void ck_multiply_8(const float *a, const float *b, int64_t rows, int64_t depth, int64_t width, float *out);
void ck_multiply_16(const float *a, const float *b, int64_t rows, int64_t depth, int64_t width, float *out);

/// out = a^T b, or where `add` is set out += a^T b, where a is depth x rows and b is depth x width.
void ck_multiply_transposed_8(
    const float *a, const float *b, int64_t depth, int64_t rows, int64_t width, bool add, float *out);
void ck_multiply_transposed_16(
    const float *a, const float *b, int64_t depth, int64_t rows, int64_t width, bool add, float *out);

#endif
