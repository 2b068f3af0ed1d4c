#ifndef TRAINING_REPORT_CKERNELS_RANDOM_BITS_H
#define TRAINING_REPORT_CKERNELS_RANDOM_BITS_H

#include <stdint.h>

/// SplitMix64's value at `position`, as Randomness has it.
static inline uint64_t random_bits(uint64_t seed, uint64_t position) {
  uint64_t bits = seed + 0x9e3779b97f4a7c15u * (position + 1);
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
  return bits ^ (bits >> 31);
}

#endif
