// oneDNN behind a few functions and opaque handles, the same for its versions 2.x and 3.x. This target is the only
// place that knows which of them it is compiled against.
//
// Every function that can fail returns 0 or a oneDNN status; `cdnn_status_name` tells it in words. Handles are created
// by the caller's request and destroyed by the caller. One thread drives an engine; oneDNN spreads the work itself.
#ifndef TRAINING_REPORT_CDNN_H
#define TRAINING_REPORT_CDNN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cdnn_engine cdnn_engine;        // where operations run, with the scratch memory that they share
typedef struct cdnn_layout cdnn_layout;        // dimensions and how they are ordered in memory, float32
typedef struct cdnn_memory cdnn_memory;        // a 64-byte aligned buffer of a layout
typedef struct cdnn_operation cdnn_operation;  // a primitive and the memory bound to it

/// What a memory is to an operation; the values are oneDNN's execution arguments.
typedef enum {
  cdnn_source = 1,
  cdnn_destination = 17,
  cdnn_weights = 33,
  cdnn_bias = 41,
  cdnn_workspace = 64,
  cdnn_source_gradient = 129,
  cdnn_destination_gradient = 145,
  cdnn_weights_gradient = 161,
  cdnn_bias_gradient = 169,
} cdnn_role;

/// How dimensions are ordered in memory.
typedef enum {
  cdnn_any,    // as the operation likes best
  cdnn_plain,  // the last dimension is contiguous: NCHW for images, OIHW for kernels
  // Of images alone:
  cdnn_channels_last,  // NHWC
  cdnn_blocked_8,      // channels in blocks of 8
  cdnn_blocked_16,     // channels in blocks of 16
} cdnn_format;

const char *cdnn_status_name(int status);

/// The library's version, such as "2.6.3".
const char *cdnn_version(void);
/// The instruction set that the library uses here, such as "AVX2"; ONEDNN_MAX_CPU_ISA limits it.
const char *cdnn_instruction_set(void);
/// Sets the number of threads for what the calling thread computes next; false if the library's threads are not OpenMP's.
bool cdnn_set_threads(int count);

int cdnn_engine_create(cdnn_engine **engine);
void cdnn_engine_destroy(cdnn_engine *engine);

int cdnn_layout_create(cdnn_layout **layout, int rank, const int64_t *dimensions, cdnn_format format);
void cdnn_layout_destroy(cdnn_layout *layout);
bool cdnn_layout_equal(const cdnn_layout *a, const cdnn_layout *b);
/// Bytes that a memory of the layout takes, padding included.
size_t cdnn_layout_bytes(const cdnn_layout *layout);

/// Where the values of images stand: channel c of a sample's pixel is at (c / block) * group_stride + c % block.
typedef struct {
  int64_t block;
  int64_t sample_stride;
  int64_t group_stride;
  int64_t row_stride;
  int64_t pixel_stride;
} cdnn_channels;

/// The strides of a layout of images whose channels alone may be in blocks; else an error.
int cdnn_layout_channels(const cdnn_layout *layout, cdnn_channels *channels);

/// Makes a zeroed memory.
int cdnn_memory_create(cdnn_memory **memory, cdnn_engine *engine, const cdnn_layout *layout);
/// Makes a memory of the bytes of another, which must outlive it and be as large.
int cdnn_memory_view(cdnn_memory **memory, cdnn_engine *engine, const cdnn_layout *layout, cdnn_memory *viewed);
void cdnn_memory_destroy(cdnn_memory *memory);
/// The memory's layout; destroyed by the caller.
int cdnn_memory_layout(const cdnn_memory *memory, cdnn_layout **layout);
float *cdnn_memory_data(cdnn_memory *memory);

// Operations. `relu` applies max(0, x) to what a forward operation writes. Backward operations take the forward one as a
// hint. Without a layout for the bias, or for its gradient, they leave it out.

/// Where windows stand on images: over rows, then over columns.
typedef struct {
  int64_t size[2];
  int64_t stride[2];
  int64_t dilation[2];  // from one row or column of a window to its next; 1 for windows without gaps
  int64_t padding_low[2];
  int64_t padding_high[2];
} cdnn_window;

/// Weights are [outputs, inputs, height, width], or [groups, outputs, inputs, height, width] of a group.
int cdnn_convolution_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, bool relu, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *weights, const cdnn_layout *bias, const cdnn_layout *destination);
int cdnn_convolution_backward_data_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_window *window,
    const cdnn_layout *source_gradient, const cdnn_layout *weights, const cdnn_layout *destination_gradient);
int cdnn_convolution_backward_weights_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *weights_gradient, const cdnn_layout *bias_gradient,
    const cdnn_layout *destination_gradient);

/// destination = weights * source + bias; a source of more than two dimensions is taken as one row a sample.
int cdnn_inner_product_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, bool relu, const cdnn_layout *source,
    const cdnn_layout *weights, const cdnn_layout *bias, const cdnn_layout *destination);
int cdnn_inner_product_backward_data_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_layout *source_gradient,
    const cdnn_layout *weights, const cdnn_layout *destination_gradient);
int cdnn_inner_product_backward_weights_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_layout *source,
    const cdnn_layout *weights_gradient, const cdnn_layout *bias_gradient, const cdnn_layout *destination_gradient);

typedef enum {
  cdnn_maximum,
  cdnn_average,  // of the places within the image
} cdnn_pooling;

/// Pools windows without dilation; maxima write a workspace for the way back while training.
int cdnn_pooling_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, cdnn_pooling pooling, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *destination);
int cdnn_pooling_backward_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, cdnn_pooling pooling,
    const cdnn_window *window, const cdnn_layout *source_gradient, const cdnn_layout *destination_gradient);

/// Functions of each value on its own.
typedef enum {
  cdnn_relu,     // max(0, x)
  cdnn_sigmoid,  // 1 / (1 + exp(-x))
  cdnn_swish,    // x * sigmoid(x)
} cdnn_activation;

int cdnn_activation_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, cdnn_activation function, const cdnn_layout *data);
/// The way back through a function, told from what it read; through ReLU from what it wrote. The gradients have one layout
/// and may be one memory.
int cdnn_activation_backward_create(
    cdnn_operation **operation, cdnn_engine *engine, cdnn_activation function, const cdnn_layout *data,
    const cdnn_layout *gradient);

/// Copies a memory of one layout into one of another.
int cdnn_reorder_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_layout *source, const cdnn_layout *destination);

void cdnn_operation_destroy(cdnn_operation *operation);
/// The layout that the operation wants for a role; destroyed by the caller.
int cdnn_operation_layout(const cdnn_operation *operation, cdnn_role role, cdnn_layout **layout);
/// The kernel that runs, as the library names it, such as "jit:avx2".
const char *cdnn_operation_implementation(const cdnn_operation *operation);
/// Binds a memory, which must have the operation's layout for that role and must outlive the operation.
int cdnn_operation_bind(cdnn_operation *operation, cdnn_role role, cdnn_memory *memory);
/// Runs the operation and returns when it is done.
int cdnn_operation_run(cdnn_operation *operation);

#endif
