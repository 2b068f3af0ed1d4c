#define _GNU_SOURCE
#include "CDNN.h"

#include <dlfcn.h>
#include <dnnl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(cdnn_source == DNNL_ARG_SRC && cdnn_destination == DNNL_ARG_DST, "roles are oneDNN's");
_Static_assert(cdnn_weights == DNNL_ARG_WEIGHTS && cdnn_bias == DNNL_ARG_BIAS, "roles are oneDNN's");
_Static_assert(cdnn_workspace == DNNL_ARG_WORKSPACE, "roles are oneDNN's");
_Static_assert(cdnn_source_gradient == DNNL_ARG_DIFF_SRC, "roles are oneDNN's");
_Static_assert(cdnn_destination_gradient == DNNL_ARG_DIFF_DST, "roles are oneDNN's");
_Static_assert(cdnn_weights_gradient == DNNL_ARG_DIFF_WEIGHTS, "roles are oneDNN's");
_Static_assert(cdnn_bias_gradient == DNNL_ARG_DIFF_BIAS, "roles are oneDNN's");

#define ALIGNMENT 64
#define MAX_ARGUMENTS 12

struct cdnn_engine {
  dnnl_engine_t engine;
  dnnl_stream_t stream;
  // Operations run one after another, so they share one scratch buffer, as large as the largest asks for.
  void *scratch;
  size_t scratch_bytes;
};

struct cdnn_layout {
  dnnl_memory_desc_t desc;
};

struct cdnn_memory {
  dnnl_memory_t memory;
  void *data;
  bool is_view;  // of another's data
};

struct cdnn_operation {
  cdnn_engine *engine;
  dnnl_primitive_desc_t desc;
  dnnl_primitive_t primitive;
  dnnl_exec_arg_t arguments[MAX_ARGUMENTS];
  int argument_count;
  dnnl_memory_t scratchpad;
  void *scratchpad_data;
};

// Memory descriptors are structs in 2.x and opaque handles in 3.x; both are passed to the library as `desc_of` gives
// them.
#if DNNL_VERSION_MAJOR >= 3
typedef const_dnnl_memory_desc_t desc_reference;
static desc_reference desc_of(const cdnn_layout *layout) { return layout ? layout->desc : NULL; }
#else
typedef const dnnl_memory_desc_t *desc_reference;
static desc_reference desc_of(const cdnn_layout *layout) { return layout ? &layout->desc : NULL; }
#endif

static void *aligned_zeros(size_t bytes) {
  size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  void *data = aligned_alloc(ALIGNMENT, rounded ? rounded : ALIGNMENT);
  if (data) memset(data, 0, rounded);
  return data;
}

// What the library is

const char *cdnn_status_name(int status) {
  switch (status) {
  case dnnl_success: return "success";
  case dnnl_out_of_memory: return "out of memory";
  case dnnl_invalid_arguments: return "invalid arguments";
  case dnnl_unimplemented: return "not implemented on this machine";
  case dnnl_runtime_error: return "run-time error";
  default: return "unknown status";
  }
}

const char *cdnn_version(void) {
  static char text[32];
  const dnnl_version_t *version = dnnl_version();
  snprintf(text, sizeof text, "%d.%d.%d", version->major, version->minor, version->patch);
  return text;
}

const char *cdnn_instruction_set(void) {
  dnnl_cpu_isa_t isa = dnnl_get_effective_cpu_isa();
  switch (isa) {
  case dnnl_cpu_isa_sse41: return "SSE4.1";
  case dnnl_cpu_isa_avx: return "AVX";
  case dnnl_cpu_isa_avx2: return "AVX2";
  default: break;
  }
  if (isa == 0) return "generic";  // what it tells on other processors than x86
  return (isa & dnnl_cpu_isa_avx512_core) == dnnl_cpu_isa_avx512_core ? "AVX-512" : "AVX2 with VNNI";
}

// The library's OpenMP runtime is whichever it was linked with, so its functions are looked up instead of linked.
static void (*set_threads)(int);
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void find_runtime(void) { set_threads = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads"); }

bool cdnn_set_threads(int count) {
  pthread_once(&once, find_runtime);
  if (!set_threads) return false;
  set_threads(count);
  return true;
}

// Engine

int cdnn_engine_create(cdnn_engine **engine) {
  cdnn_engine *made = calloc(1, sizeof *made);
  if (!made) return dnnl_out_of_memory;
  dnnl_status_t status = dnnl_engine_create(&made->engine, dnnl_cpu, 0);
  if (status == dnnl_success) status = dnnl_stream_create(&made->stream, made->engine, dnnl_stream_default_flags);
  if (status != dnnl_success) {
    cdnn_engine_destroy(made);
    return status;
  }
  *engine = made;
  return dnnl_success;
}

void cdnn_engine_destroy(cdnn_engine *engine) {
  if (!engine) return;
  if (engine->stream) dnnl_stream_destroy(engine->stream);
  if (engine->engine) dnnl_engine_destroy(engine->engine);
  free(engine->scratch);
  free(engine);
}

static int reserve_scratch(cdnn_engine *engine, size_t bytes) {
  if (bytes <= engine->scratch_bytes) return dnnl_success;
  void *larger = aligned_zeros(bytes);
  if (!larger) return dnnl_out_of_memory;
  free(engine->scratch);
  engine->scratch = larger;
  engine->scratch_bytes = bytes;
  return dnnl_success;
}

// Layouts

static dnnl_format_tag_t tag_of(int rank, cdnn_format format) {
  switch (format) {
  case cdnn_any: return dnnl_format_tag_any;
  case cdnn_channels_last: return rank == 4 ? dnnl_acdb : dnnl_format_tag_undef;
  case cdnn_blocked_8: return rank == 4 ? dnnl_aBcd8b : dnnl_format_tag_undef;
  case cdnn_blocked_16: return rank == 4 ? dnnl_aBcd16b : dnnl_format_tag_undef;
  case cdnn_plain: break;
  }
  switch (rank) {
  case 1: return dnnl_a;
  case 2: return dnnl_ab;
  case 3: return dnnl_abc;
  case 4: return dnnl_abcd;
  case 5: return dnnl_abcde;
  default: return dnnl_format_tag_undef;
  }
}

int cdnn_layout_create(cdnn_layout **layout, int rank, const int64_t *dimensions, cdnn_format format) {
  if (rank < 1 || rank > 5) return dnnl_invalid_arguments;
  cdnn_layout *made = calloc(1, sizeof *made);
  if (!made) return dnnl_out_of_memory;
  dnnl_dims_t dims = {0};
  memcpy(dims, dimensions, (size_t)rank * sizeof *dims);
  dnnl_format_tag_t tag = tag_of(rank, format);
#if DNNL_VERSION_MAJOR >= 3
  dnnl_status_t status = dnnl_memory_desc_create_with_tag(&made->desc, rank, dims, dnnl_f32, tag);
#else
  dnnl_status_t status = dnnl_memory_desc_init_by_tag(&made->desc, rank, dims, dnnl_f32, tag);
#endif
  if (status != dnnl_success) {
    free(made);
    return status;
  }
  *layout = made;
  return dnnl_success;
}

static int copy_layout(cdnn_layout **layout, desc_reference desc) {
  cdnn_layout *made = calloc(1, sizeof *made);
  if (!made) return dnnl_out_of_memory;
#if DNNL_VERSION_MAJOR >= 3
  dnnl_status_t status = dnnl_memory_desc_clone(&made->desc, desc);
  if (status != dnnl_success) {
    free(made);
    return status;
  }
#else
  made->desc = *desc;
#endif
  *layout = made;
  return dnnl_success;
}

void cdnn_layout_destroy(cdnn_layout *layout) {
  if (!layout) return;
#if DNNL_VERSION_MAJOR >= 3
  dnnl_memory_desc_destroy(layout->desc);
#endif
  free(layout);
}

bool cdnn_layout_equal(const cdnn_layout *a, const cdnn_layout *b) {
  return dnnl_memory_desc_equal(desc_of(a), desc_of(b)) != 0;
}

size_t cdnn_layout_bytes(const cdnn_layout *layout) { return dnnl_memory_desc_get_size(desc_of(layout)); }

int cdnn_layout_channels(const cdnn_layout *layout, cdnn_channels *channels) {
#if DNNL_VERSION_MAJOR >= 3
  int rank = 0, inner_count = 0;
  const dnnl_dims_t *strides = NULL, *inner_sizes = NULL, *inner_dimensions = NULL;
  dnnl_format_kind_t kind = dnnl_format_kind_undef;
  dnnl_status_t status = dnnl_memory_desc_query(layout->desc, dnnl_query_ndims_s32, &rank);
  if (status == dnnl_success) status = dnnl_memory_desc_query(layout->desc, dnnl_query_format_kind, &kind);
  if (status == dnnl_success && kind == dnnl_blocked)
    status = dnnl_memory_desc_query(layout->desc, dnnl_query_inner_nblks_s32, &inner_count);
  if (status == dnnl_success && kind == dnnl_blocked)
    status = dnnl_memory_desc_query(layout->desc, dnnl_query_strides, &strides);
  if (status == dnnl_success && inner_count > 0)
    status = dnnl_memory_desc_query(layout->desc, dnnl_query_inner_blks, &inner_sizes);
  if (status == dnnl_success && inner_count > 0)
    status = dnnl_memory_desc_query(layout->desc, dnnl_query_inner_idxs, &inner_dimensions);
  if (status != dnnl_success) return status;
  if (kind != dnnl_blocked || rank != 4) return dnnl_invalid_arguments;
  const int64_t *stride = *strides;
  int64_t inner_size = inner_count > 0 ? (*inner_sizes)[0] : 1;
  int64_t inner_dimension = inner_count > 0 ? (*inner_dimensions)[0] : 1;
#else
  const dnnl_memory_desc_t *desc = &layout->desc;
  if (desc->format_kind != dnnl_blocked || desc->ndims != 4) return dnnl_invalid_arguments;
  const int64_t *stride = desc->format_desc.blocking.strides;
  int inner_count = desc->format_desc.blocking.inner_nblks;
  int64_t inner_size = inner_count > 0 ? desc->format_desc.blocking.inner_blks[0] : 1;
  int64_t inner_dimension = inner_count > 0 ? desc->format_desc.blocking.inner_idxs[0] : 1;
#endif
  if (inner_count > 1 || inner_dimension != 1) return dnnl_invalid_arguments;
  *channels = (cdnn_channels){
      .block = inner_size, .sample_stride = stride[0], .group_stride = stride[1], .row_stride = stride[2],
      .pixel_stride = stride[3]};
  return dnnl_success;
}

// Memory

static int make_memory(cdnn_memory **memory, cdnn_engine *engine, const cdnn_layout *layout, void *viewed) {
  cdnn_memory *made = calloc(1, sizeof *made);
  if (!made) return dnnl_out_of_memory;
  made->is_view = viewed != NULL;
  made->data = viewed ? viewed : aligned_zeros(cdnn_layout_bytes(layout));
  dnnl_status_t status = made->data ? dnnl_memory_create(&made->memory, desc_of(layout), engine->engine, made->data)
                                    : dnnl_out_of_memory;
  if (status != dnnl_success) {
    cdnn_memory_destroy(made);
    return status;
  }
  *memory = made;
  return dnnl_success;
}

int cdnn_memory_create(cdnn_memory **memory, cdnn_engine *engine, const cdnn_layout *layout) {
  return make_memory(memory, engine, layout, NULL);
}

static int desc_of_memory(const cdnn_memory *memory, desc_reference *desc) {
  return dnnl_memory_get_memory_desc(memory->memory, desc);
}

int cdnn_memory_view(cdnn_memory **memory, cdnn_engine *engine, const cdnn_layout *layout, cdnn_memory *viewed) {
  desc_reference desc = NULL;
  int status = desc_of_memory(viewed, &desc);
  if (status != dnnl_success) return status;
  if (dnnl_memory_desc_get_size(desc) != cdnn_layout_bytes(layout)) return dnnl_invalid_arguments;
  return make_memory(memory, engine, layout, viewed->data);
}

int cdnn_memory_layout(const cdnn_memory *memory, cdnn_layout **layout) {
  desc_reference desc = NULL;
  int status = desc_of_memory(memory, &desc);
  return status == dnnl_success ? copy_layout(layout, desc) : status;
}

void cdnn_memory_destroy(cdnn_memory *memory) {
  if (!memory) return;
  if (memory->memory) dnnl_memory_destroy(memory->memory);
  if (!memory->is_view) free(memory->data);
  free(memory);
}

float *cdnn_memory_data(cdnn_memory *memory) { return memory->data; }

// Operations: creating the primitive's description is what differs between versions; the rest is shared.

static desc_reference argument_desc(const_dnnl_primitive_desc_t desc, int argument) {
  return dnnl_primitive_desc_query_md(desc, dnnl_query_exec_arg_md, argument);
}

void cdnn_operation_destroy(cdnn_operation *operation) {
  if (!operation) return;
  if (operation->scratchpad) dnnl_memory_destroy(operation->scratchpad);
  if (operation->primitive) dnnl_primitive_destroy(operation->primitive);
  if (operation->desc) dnnl_primitive_desc_destroy(operation->desc);
  free(operation);
}

// Takes the description over, also where it fails.
static int finish(cdnn_operation **operation, cdnn_engine *engine, dnnl_primitive_desc_t desc, dnnl_status_t status) {
  if (status != dnnl_success) return status;
  cdnn_operation *made = calloc(1, sizeof *made);
  if (!made) {
    dnnl_primitive_desc_destroy(desc);
    return dnnl_out_of_memory;
  }
  made->engine = engine;
  made->desc = desc;
  status = dnnl_primitive_create(&made->primitive, desc);
  desc_reference scratchpad = argument_desc(desc, DNNL_ARG_SCRATCHPAD);
  size_t scratch_bytes = scratchpad ? dnnl_memory_desc_get_size(scratchpad) : 0;
  if (status == dnnl_success && scratch_bytes > 0) {
    status = reserve_scratch(engine, scratch_bytes);
    if (status == dnnl_success)
      status = dnnl_memory_create(&made->scratchpad, scratchpad, engine->engine, engine->scratch);
    made->scratchpad_data = engine->scratch;
    made->arguments[made->argument_count++] = (dnnl_exec_arg_t){DNNL_ARG_SCRATCHPAD, made->scratchpad};
  }
  if (status != dnnl_success) {
    cdnn_operation_destroy(made);
    return status;
  }
  *operation = made;
  return dnnl_success;
}

// Scratch memory is ours, so that nothing is allocated while a step runs.
static dnnl_status_t make_attributes(dnnl_primitive_attr_t *attributes, bool relu) {
  dnnl_status_t status = dnnl_primitive_attr_create(attributes);
  if (status != dnnl_success) return status;
  status = dnnl_primitive_attr_set_scratchpad_mode(*attributes, dnnl_scratchpad_mode_user);
  if (status == dnnl_success && relu) {
    dnnl_post_ops_t operations;
    status = dnnl_post_ops_create(&operations);
    if (status == dnnl_success) {
#if DNNL_VERSION_MAJOR >= 3
      status = dnnl_post_ops_append_eltwise(operations, dnnl_eltwise_relu, 0.f, 0.f);
#else
      status = dnnl_post_ops_append_eltwise(operations, 1.f, dnnl_eltwise_relu, 0.f, 0.f);
#endif
      if (status == dnnl_success) status = dnnl_primitive_attr_set_post_ops(*attributes, operations);
      dnnl_post_ops_destroy(operations);
    }
  }
  if (status != dnnl_success) dnnl_primitive_attr_destroy(*attributes);
  return status;
}

static dnnl_prop_kind_t forward_kind(bool training) {
  return training ? dnnl_forward_training : dnnl_forward_inference;
}

// The library counts the places that a dilation leaves out.
typedef struct {
  dnnl_dims_t left_out;
} dilation;

static dilation dilation_of(const cdnn_window *window) {
  return (dilation){{window->dilation[0] - 1, window->dilation[1] - 1}};
}

#if DNNL_VERSION_MAJOR >= 3
// 3.x creates a primitive's description in one call.
#define CREATE(relu, call)                                                         \
  dnnl_primitive_attr_t attributes;                                                \
  dnnl_primitive_desc_t desc = NULL;                                               \
  dnnl_status_t status = make_attributes(&attributes, relu);                       \
  if (status != dnnl_success) return status;                                       \
  status = call;                                                                   \
  dnnl_primitive_attr_destroy(attributes);                                         \
  return finish(operation, engine, desc, status)
#else
// 2.x first fills in a description of what to compute, then asks for an implementation.
#define CREATE(type, relu, init, hint)                                                          \
  dnnl_primitive_attr_t attributes;                                                             \
  dnnl_primitive_desc_t desc = NULL;                                                            \
  type what;                                                                                    \
  dnnl_status_t status = init;                                                                  \
  if (status != dnnl_success) return status;                                                    \
  status = make_attributes(&attributes, relu);                                                  \
  if (status != dnnl_success) return status;                                                    \
  status = dnnl_primitive_desc_create(&desc, &what, attributes, engine->engine, hint);          \
  dnnl_primitive_attr_destroy(attributes);                                                      \
  return finish(operation, engine, desc, status)
#endif

int cdnn_convolution_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, bool relu, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *weights, const cdnn_layout *bias, const cdnn_layout *destination) {
  const dilation gaps = dilation_of(window);
#if DNNL_VERSION_MAJOR >= 3
  CREATE(relu, dnnl_convolution_forward_primitive_desc_create(
      &desc, engine->engine, forward_kind(training), dnnl_convolution_direct, desc_of(source), desc_of(weights),
      desc_of(bias), desc_of(destination), window->stride, gaps.left_out, window->padding_low, window->padding_high,
      attributes));
#else
  CREATE(dnnl_convolution_desc_t, relu, dnnl_dilated_convolution_forward_desc_init(
      &what, forward_kind(training), dnnl_convolution_direct, desc_of(source), desc_of(weights), desc_of(bias),
      desc_of(destination), window->stride, gaps.left_out, window->padding_low, window->padding_high), NULL);
#endif
}

int cdnn_convolution_backward_data_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_window *window,
    const cdnn_layout *source_gradient, const cdnn_layout *weights, const cdnn_layout *destination_gradient) {
  const dilation gaps = dilation_of(window);
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_convolution_backward_data_primitive_desc_create(
      &desc, engine->engine, dnnl_convolution_direct, desc_of(source_gradient), desc_of(weights),
      desc_of(destination_gradient), window->stride, gaps.left_out, window->padding_low, window->padding_high,
      forward->desc, attributes));
#else
  CREATE(dnnl_convolution_desc_t, false, dnnl_dilated_convolution_backward_data_desc_init(
      &what, dnnl_convolution_direct, desc_of(source_gradient), desc_of(weights), desc_of(destination_gradient),
      window->stride, gaps.left_out, window->padding_low, window->padding_high), forward->desc);
#endif
}

int cdnn_convolution_backward_weights_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *weights_gradient, const cdnn_layout *bias_gradient,
    const cdnn_layout *destination_gradient) {
  const dilation gaps = dilation_of(window);
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_convolution_backward_weights_primitive_desc_create(
      &desc, engine->engine, dnnl_convolution_direct, desc_of(source), desc_of(weights_gradient),
      desc_of(bias_gradient), desc_of(destination_gradient), window->stride, gaps.left_out, window->padding_low,
      window->padding_high, forward->desc, attributes));
#else
  CREATE(dnnl_convolution_desc_t, false, dnnl_dilated_convolution_backward_weights_desc_init(
      &what, dnnl_convolution_direct, desc_of(source), desc_of(weights_gradient), desc_of(bias_gradient),
      desc_of(destination_gradient), window->stride, gaps.left_out, window->padding_low, window->padding_high),
      forward->desc);
#endif
}

int cdnn_inner_product_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, bool relu, const cdnn_layout *source,
    const cdnn_layout *weights, const cdnn_layout *bias, const cdnn_layout *destination) {
#if DNNL_VERSION_MAJOR >= 3
  CREATE(relu, dnnl_inner_product_forward_primitive_desc_create(
      &desc, engine->engine, forward_kind(training), desc_of(source), desc_of(weights), desc_of(bias),
      desc_of(destination), attributes));
#else
  CREATE(dnnl_inner_product_desc_t, relu, dnnl_inner_product_forward_desc_init(
      &what, forward_kind(training), desc_of(source), desc_of(weights), desc_of(bias), desc_of(destination)), NULL);
#endif
}

int cdnn_inner_product_backward_data_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_layout *source_gradient,
    const cdnn_layout *weights, const cdnn_layout *destination_gradient) {
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_inner_product_backward_data_primitive_desc_create(
      &desc, engine->engine, desc_of(source_gradient), desc_of(weights), desc_of(destination_gradient), forward->desc,
      attributes));
#else
  CREATE(dnnl_inner_product_desc_t, false, dnnl_inner_product_backward_data_desc_init(
      &what, desc_of(source_gradient), desc_of(weights), desc_of(destination_gradient)), forward->desc);
#endif
}

int cdnn_inner_product_backward_weights_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, const cdnn_layout *source,
    const cdnn_layout *weights_gradient, const cdnn_layout *bias_gradient, const cdnn_layout *destination_gradient) {
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_inner_product_backward_weights_primitive_desc_create(
      &desc, engine->engine, desc_of(source), desc_of(weights_gradient), desc_of(bias_gradient),
      desc_of(destination_gradient), forward->desc, attributes));
#else
  CREATE(dnnl_inner_product_desc_t, false, dnnl_inner_product_backward_weights_desc_init(
      &what, desc_of(source), desc_of(weights_gradient), desc_of(bias_gradient), desc_of(destination_gradient)),
      forward->desc);
#endif
}

static dnnl_alg_kind_t algorithm_of_pooling(cdnn_pooling pooling) {
  return pooling == cdnn_maximum ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
}

int cdnn_pooling_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, cdnn_pooling pooling, const cdnn_window *window,
    const cdnn_layout *source, const cdnn_layout *destination) {
#if DNNL_VERSION_MAJOR >= 3
  const dilation gaps = dilation_of(window);
  CREATE(false, dnnl_pooling_forward_primitive_desc_create(
      &desc, engine->engine, forward_kind(training), algorithm_of_pooling(pooling), desc_of(source),
      desc_of(destination), window->stride, window->size, gaps.left_out, window->padding_low, window->padding_high,
      attributes));
#else
  CREATE(dnnl_pooling_desc_t, false, dnnl_pooling_forward_desc_init(
      &what, forward_kind(training), algorithm_of_pooling(pooling), desc_of(source), desc_of(destination),
      window->stride, window->size, window->padding_low, window->padding_high), NULL);
#endif
}

int cdnn_pooling_backward_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_operation *forward, cdnn_pooling pooling,
    const cdnn_window *window, const cdnn_layout *source_gradient, const cdnn_layout *destination_gradient) {
#if DNNL_VERSION_MAJOR >= 3
  const dilation gaps = dilation_of(window);
  CREATE(false, dnnl_pooling_backward_primitive_desc_create(
      &desc, engine->engine, algorithm_of_pooling(pooling), desc_of(source_gradient), desc_of(destination_gradient),
      window->stride, window->size, gaps.left_out, window->padding_low, window->padding_high, forward->desc,
      attributes));
#else
  CREATE(dnnl_pooling_desc_t, false, dnnl_pooling_backward_desc_init(
      &what, algorithm_of_pooling(pooling), desc_of(source_gradient), desc_of(destination_gradient), window->stride,
      window->size, window->padding_low, window->padding_high), forward->desc);
#endif
}

// Of ReLU only the output is kept, which takes less memory and may be written in place.
static dnnl_alg_kind_t algorithm_of(cdnn_activation function) {
  switch (function) {
  case cdnn_relu: return dnnl_eltwise_relu_use_dst_for_bwd;
  case cdnn_sigmoid: return dnnl_eltwise_logistic;
  case cdnn_swish: return dnnl_eltwise_swish;
  }
  return dnnl_alg_kind_undef;
}

// The function's parameter: what ReLU multiplies values below 0 by, and swish the sigmoid's argument.
static float parameter_of(cdnn_activation function) { return function == cdnn_swish ? 1.f : 0.f; }

int cdnn_activation_forward_create(
    cdnn_operation **operation, cdnn_engine *engine, bool training, cdnn_activation function, const cdnn_layout *data) {
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_eltwise_forward_primitive_desc_create(
      &desc, engine->engine, forward_kind(training), algorithm_of(function), desc_of(data), desc_of(data), parameter_of(function), 0.f,
      attributes));
#else
  CREATE(dnnl_eltwise_desc_t, false, dnnl_eltwise_forward_desc_init(
      &what, forward_kind(training), algorithm_of(function), desc_of(data), parameter_of(function), 0.f), NULL);
#endif
}

static int activation_backward(
    cdnn_operation **operation, cdnn_engine *engine, const_dnnl_primitive_desc_t forward, cdnn_activation function,
    const cdnn_layout *data, const cdnn_layout *gradient) {
#if DNNL_VERSION_MAJOR >= 3
  CREATE(false, dnnl_eltwise_backward_primitive_desc_create(
      &desc, engine->engine, algorithm_of(function), desc_of(gradient), desc_of(gradient), desc_of(data), parameter_of(function), 0.f,
      forward, attributes));
#else
  CREATE(dnnl_eltwise_desc_t, false, dnnl_eltwise_backward_desc_init(
      &what, algorithm_of(function), desc_of(gradient), desc_of(data), parameter_of(function), 0.f), forward);
#endif
}

int cdnn_activation_backward_create(
    cdnn_operation **operation, cdnn_engine *engine, cdnn_activation function, const cdnn_layout *data,
    const cdnn_layout *gradient) {
  // The library wants a forward description as a hint, of the same algorithm.
  cdnn_operation *forward = NULL;
  int made = cdnn_activation_forward_create(&forward, engine, true, function, data);
  if (made != dnnl_success) return made;
  made = activation_backward(operation, engine, forward->desc, function, data, gradient);
  cdnn_operation_destroy(forward);
  return made;
}

int cdnn_reorder_create(
    cdnn_operation **operation, cdnn_engine *engine, const cdnn_layout *source, const cdnn_layout *destination) {
  dnnl_primitive_attr_t attributes;
  dnnl_primitive_desc_t desc = NULL;
  dnnl_status_t status = make_attributes(&attributes, false);
  if (status != dnnl_success) return status;
  status = dnnl_reorder_primitive_desc_create(
      &desc, desc_of(source), engine->engine, desc_of(destination), engine->engine, attributes);
  dnnl_primitive_attr_destroy(attributes);
  return finish(operation, engine, desc, status);
}

int cdnn_operation_layout(const cdnn_operation *operation, cdnn_role role, cdnn_layout **layout) {
  desc_reference desc = argument_desc(operation->desc, role);
  if (!desc || dnnl_memory_desc_get_size(desc) == 0) return dnnl_invalid_arguments;
  return copy_layout(layout, desc);
}

const char *cdnn_operation_implementation(const cdnn_operation *operation) {
  const char *name = NULL;
  dnnl_primitive_desc_query(operation->desc, dnnl_query_impl_info_str, 0, &name);
  return name ? name : "unknown";
}

int cdnn_operation_bind(cdnn_operation *operation, cdnn_role role, cdnn_memory *memory) {
  desc_reference wanted = argument_desc(operation->desc, role);
  desc_reference given = NULL;
  int status = desc_of_memory(memory, &given);
  if (status != dnnl_success) return status;
  if (!wanted || !dnnl_memory_desc_equal(wanted, given)) return dnnl_invalid_arguments;
  if (operation->argument_count == MAX_ARGUMENTS) return dnnl_invalid_arguments;
  operation->arguments[operation->argument_count++] = (dnnl_exec_arg_t){role, memory->memory};
  return dnnl_success;
}

int cdnn_operation_run(cdnn_operation *operation) {
  cdnn_engine *engine = operation->engine;
  // The shared scratch buffer moves when a later operation asks for a larger one.
  if (operation->scratchpad && operation->scratchpad_data != engine->scratch) {
    dnnl_status_t moved = dnnl_memory_set_data_handle(operation->scratchpad, engine->scratch);
    if (moved != dnnl_success) return moved;
    operation->scratchpad_data = engine->scratch;
  }
  dnnl_status_t status =
      dnnl_primitive_execute(operation->primitive, engine->stream, operation->argument_count, operation->arguments);
  return status == dnnl_success ? dnnl_stream_wait(engine->stream) : status;
}
