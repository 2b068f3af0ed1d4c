#include "CDrawing.h"
#include "blend.h"

void drawing_ink_init(drawing_ink *ink, uint32_t color) {
  for (uint32_t coverage = 0; coverage < 256; coverage++) ink->shades[coverage] = scaled(color, coverage);
}

void drawing_stamp(uint32_t *pixels, int stride, const drawing_box *box, const uint8_t *mask, int side, int left, int top,
                   const drawing_ink *ink) {
  const int first_row = top < box->top ? box->top - top : 0;
  const int end_row = top + side > box->top + box->height ? box->top + box->height - top : side;
  const int first_column = left < box->left ? box->left - left : 0;
  const int end_column = left + side > box->left + box->width ? box->left + box->width - left : side;
  for (int row = first_row; row < end_row; row++) {
    uint32_t *target = pixels + (size_t)(top + row) * (size_t)stride + left;
    const uint8_t *coverage = mask + (size_t)row * (size_t)side;
    for (int column = first_column; column < end_column; column++) {
      if (coverage[column]) drawing_blend(target + column, ink->shades[coverage[column]]);
    }
  }
}
