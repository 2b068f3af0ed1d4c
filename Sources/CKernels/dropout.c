#include "CKernels.h"
#include "dispatch.h"
#include "parallel.h"
#include "random_bits.h"

enum { CHUNK = 1024 };

typedef struct {
  int64_t count;
  uint64_t seed, threshold;
  float kept;
  const float *x;
  float *scales, *out;
} dropout_work;

CK_VECTORIZED static void dropout_range(const dropout_work *work, int64_t begin, int64_t end) {
  const uint64_t seed = work->seed, threshold = work->threshold;
  const float kept = work->kept;
  const float *restrict x = work->x;
  float *restrict scales = work->scales, *restrict out = work->out;
  for (int64_t i = begin; i < end; i++) {
    const float scale = (int64_t)(random_bits(seed, (uint64_t)i) >> 40) < (int64_t)threshold ? 0 : kept;
    scales[i] = scale;
    out[i] = x[i] * scale;
  }
}

static void dropout_body(void *context, int64_t first, int64_t end) {
  const dropout_work *work = context;
  const int64_t last = end * CHUNK;
  dropout_range(work, first * CHUNK, last < work->count ? last : work->count);
}

void ck_dropout(int64_t count, uint64_t seed, float rate, const float *x, float *scales, float *out) {
  // The 24 bits b stand for b / 2^24, which is below the rate where b is below the rate times 2^24.
  const double limit = (double)rate * (1 << 24);
  const uint64_t whole = (uint64_t)limit;
  dropout_work work = {count, seed, whole + ((double)whole < limit), 1 / (1 - rate), x, scales, out};
  ck_parallel((count + CHUNK - 1) / CHUNK, dropout_body, &work);
}
