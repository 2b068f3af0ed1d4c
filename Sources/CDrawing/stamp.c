#include "CDrawing.h"

/// a * b / 255 for each of two bytes that lie 16 bits apart, rounded as pixman rounds.
static inline uint32_t scaled_pair(uint32_t pair, uint32_t factor) {
  const uint32_t product = pair * factor + 0x800080u;
  return ((product + (product >> 8 & 0xFF00FFu)) >> 8) & 0xFF00FFu;
}

static inline uint32_t scaled(uint32_t pixel, uint32_t factor) {
  return scaled_pair(pixel & 0xFF00FFu, factor) | scaled_pair(pixel >> 8 & 0xFF00FFu, factor) << 8;
}

void drawing_ink_init(drawing_ink *ink, uint32_t color) {
  for (uint32_t coverage = 0; coverage < 256; coverage++) ink->shades[coverage] = scaled(color, coverage);
}

void drawing_stamp(uint32_t *pixels, int stride, int width, int height, const uint8_t *mask, int side, int left, int top,
                   const drawing_ink *ink) {
  const int first_row = top < 0 ? -top : 0;
  const int end_row = top + side > height ? height - top : side;
  const int first_column = left < 0 ? -left : 0;
  const int end_column = left + side > width ? width - left : side;
  for (int row = first_row; row < end_row; row++) {
    uint32_t *target = pixels + (size_t)(top + row) * (size_t)stride + left;
    const uint8_t *coverage = mask + (size_t)row * (size_t)side;
    for (int column = first_column; column < end_column; column++) {
      if (!coverage[column]) continue;
      const uint32_t shade = ink->shades[coverage[column]];
      const uint32_t rest = 255 - (shade >> 24);
      target[column] = rest ? shade + scaled(target[column], rest) : shade;
    }
  }
}
