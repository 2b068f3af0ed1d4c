// How all of these files mix colours: as pixman does, so that the pixels are Cairo's.
#ifndef TRAINING_REPORT_BLEND_H
#define TRAINING_REPORT_BLEND_H

#include <stdint.h>

/// a * b / 255 for each of two bytes that lie 16 bits apart, rounded as pixman rounds.
static inline uint32_t scaled_pair(uint32_t pair, uint32_t factor) {
  const uint32_t product = pair * factor + 0x800080u;
  return ((product + (product >> 8 & 0xFF00FFu)) >> 8) & 0xFF00FFu;
}

/// Each of the four parts of a pixel times factor / 255.
static inline uint32_t scaled(uint32_t pixel, uint32_t factor) {
  return scaled_pair(pixel & 0xFF00FFu, factor) | scaled_pair(pixel >> 8 & 0xFF00FFu, factor) << 8;
}

/// Paints a shade, which is multiplied by its opacity, over a pixel.
static inline void drawing_blend(uint32_t *target, uint32_t shade) {
  const uint32_t rest = 255 - (shade >> 24);
  *target = rest ? shade + scaled(*target, rest) : shade;
}

#endif
