#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

typedef struct {
  int64_t count, terms;
  const float *const *arrays;
  bool relu;
  float *out;
} add_work;

// Values are worked on in chunks that stay in the core's cache while the terms are added.
enum { CHUNK = 4096 };

static int64_t chunks_of(int64_t count) { return (count + CHUNK - 1) / CHUNK; }

CK_VECTORIZED static void add_chunks(const add_work *work, int64_t first, int64_t end) {
  for (int64_t chunk = first; chunk < end; chunk++) {
    const int64_t start = chunk * CHUNK, left = work->count - start, count = left < CHUNK ? left : CHUNK;
    float *restrict out = work->out + start;
    const float *restrict array = work->arrays[0] + start;
    for (int64_t i = 0; i < count; i++) out[i] = array[i];
    for (int64_t term = 1; term < work->terms; term++) {
      const float *restrict next = work->arrays[term] + start;
      for (int64_t i = 0; i < count; i++) out[i] += next[i];
    }
    for (int64_t i = 0; work->relu && i < count; i++) out[i] = out[i] > 0 ? out[i] : 0;
  }
}

static void add_body(void *context, int64_t first, int64_t end) { add_chunks(context, first, end); }

void ck_add(int64_t count, int64_t terms, const float *const *arrays, bool relu, float *out) {
  add_work work = {count, terms, arrays, relu, out};
  ck_parallel(chunks_of(count), add_body, &work);
}

typedef struct {
  int64_t count, terms;
  const float *y;
  float *gradient;
  float *const *arrays;
} gradient_work;

CK_VECTORIZED static void gradient_chunks(const gradient_work *work, int64_t first, int64_t end) {
  for (int64_t chunk = first; chunk < end; chunk++) {
    const int64_t start = chunk * CHUNK, left = work->count - start, count = left < CHUNK ? left : CHUNK;
    float *restrict gradient = work->gradient + start;
    if (work->y) {
      const float *restrict y = work->y + start;
      for (int64_t i = 0; i < count; i++) gradient[i] = y[i] > 0 ? gradient[i] : 0;
    }
    for (int64_t term = 0; term < work->terms; term++) {
      float *restrict to = work->arrays[term] + start;
      for (int64_t i = 0; i < count; i++) to[i] = gradient[i];
    }
  }
}

static void gradient_body(void *context, int64_t first, int64_t end) { gradient_chunks(context, first, end); }

void ck_add_gradient(int64_t count, const float *y, float *gradient, int64_t terms, float *const *arrays) {
  if (!y && terms == 0) return;
  gradient_work work = {count, terms, y, gradient, arrays};
  ck_parallel(chunks_of(count), gradient_body, &work);
}
