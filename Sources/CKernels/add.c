#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

typedef struct {
  int64_t count, terms;
  const float *const *arrays;
  float *out;
} add_work;

// Values are worked on in chunks that stay in the core's cache while the terms are added.
enum { CHUNK = 4096 };

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
  }
}

static void add_body(void *context, int64_t first, int64_t end) { add_chunks(context, first, end); }

void ck_add(int64_t count, int64_t terms, const float *const *arrays, float *out) {
  add_work work = {count, terms, arrays, out};
  ck_parallel((count + CHUNK - 1) / CHUNK, add_body, &work);
}
