#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"

#include <math.h>

// Few enough that starting the threads costs more than it brings.
#define SERIAL_COUNT 16384
#define CHUNK 4096

typedef struct {
  int64_t count;
  float rate, keep1, keep2, epsilon, kept;
  const float *gradient;
  float *weights, *first, *second;
} adam_work;

// Explicit vectors: sqrtf may set errno, so that compilers leave a loop with it one by one.
typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));
enum { LANES = 8 };
#define LANE(array) (*(lanes *)((array) + i))

CK_VECTORIZED static void adam_range(const adam_work *work, int64_t begin, int64_t end) {
  const float rate = work->rate, keep1 = work->keep1, keep2 = work->keep2, epsilon = work->epsilon,
              kept = work->kept;
  const float *gradient = work->gradient;
  float *weights = work->weights, *first = work->first, *second = work->second;
  int64_t i = begin;
  for (; i + LANES <= end; i += LANES) {
    const lanes g = *(const lanes *)(gradient + i);
    const lanes m = LANE(first) + (g - LANE(first)) * keep1;
    const lanes v = LANE(second) + (g * g - LANE(second)) * keep2;
    LANE(first) = m;
    LANE(second) = v;
    LANE(weights) = LANE(weights) * kept - m * rate / (__builtin_elementwise_sqrt(v) + epsilon);
  }
  for (; i < end; i++) {
    const float g = gradient[i];
    const float m = first[i] + (g - first[i]) * keep1;
    const float v = second[i] + (g * g - second[i]) * keep2;
    first[i] = m;
    second[i] = v;
    weights[i] = weights[i] * kept - m * rate / (sqrtf(v) + epsilon);
  }
}

static void adam_body(void *context, int64_t first, int64_t end) {
  const adam_work *work = context;
  const int64_t last = end * CHUNK;
  adam_range(work, first * CHUNK, last < work->count ? last : work->count);
}

void ck_adam(
    int64_t count, float rate, float keep1, float keep2, float epsilon, float kept, const float *gradient,
    float *weights, float *first, float *second) {
  adam_work work = {count, rate, keep1, keep2, epsilon, kept, gradient, weights, first, second};
  if (count < SERIAL_COUNT)
    adam_range(&work, 0, count);
  else
    ck_parallel((count + CHUNK - 1) / CHUNK, adam_body, &work);
}
