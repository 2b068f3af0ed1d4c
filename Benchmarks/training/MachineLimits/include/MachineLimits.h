// What one thread of this machine reaches, to hold a pass' time against.
#ifndef TRAINING_REPORT_MACHINE_LIMITS_H
#define TRAINING_REPORT_MACHINE_LIMITS_H

#include <stdint.h>

/// Multiply-adds on twelve vectors that stay in registers, each as wide as the machine's; returns the floating-point
/// operations done, two for each, and writes a result that depends on them all.
int64_t limits_multiply_add(int64_t rounds, float *result);

/// Reads `count` floats, the sum of which it returns.
float limits_read(const float *values, int64_t count);

/// Writes `count` floats.
void limits_write(float *values, int64_t count, float value);

#endif
