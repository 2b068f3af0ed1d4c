#include "MachineLimits.h"

#if defined(__x86_64__)
#define VECTORIZED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTORIZED
#endif

typedef float wide __attribute__((vector_size(64), aligned(4)));
typedef float half __attribute__((vector_size(32), aligned(4)));

// Twelve sums of 8 on 16 registers; twice as wide where there are 32 registers of 16.
#define LOOP(vector)                                                                       \
  vector sum[12], by = {0}, add = {0};                                                     \
  by += 0.999f, add += *result;                                                            \
  for (int i = 0; i < 12; i++) sum[i] = add + (float)i;                                    \
  for (int64_t round = 0; round < rounds; round++)                                         \
    for (int i = 0; i < 12; i++) sum[i] = sum[i] * by + add;                               \
  vector all = {0};                                                                        \
  for (int i = 0; i < 12; i++) all += sum[i];                                              \
  float total = 0;                                                                         \
  for (unsigned i = 0; i < sizeof(vector) / sizeof(float); i++) total += all[i];           \
  *result = total;                                                                         \
  return rounds * 12 * (int64_t)(sizeof(vector) / sizeof(float)) * 2;

VECTORIZED static int64_t multiply_add_8(int64_t rounds, float *result) { LOOP(half) }
VECTORIZED static int64_t multiply_add_16(int64_t rounds, float *result) { LOOP(wide) }

int64_t limits_multiply_add(int64_t rounds, float *result) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return multiply_add_16(rounds, result);
#endif
  return multiply_add_8(rounds, result);
}

VECTORIZED float limits_read(const float *values, int64_t count) {
  half sum[8] = {{0}};
  for (int64_t i = 0; i + 64 <= count; i += 64)
    for (int lane = 0; lane < 8; lane++) sum[lane] += *(const half *)(values + i + lane * 8);
  float total = 0;
  for (int lane = 0; lane < 8; lane++)
    for (int i = 0; i < 8; i++) total += sum[lane][i];
  return total;
}

VECTORIZED void limits_write(float *values, int64_t count, float value) {
  half by = {0};
  by += value;
  for (int64_t i = 0; i + 8 <= count; i += 8) *(half *)(values + i) = by;
}
