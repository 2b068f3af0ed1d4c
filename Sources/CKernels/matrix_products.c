#include "matrix_products.h"

#include "dispatch.h"

/// Rows of the next tile of a product: six by two vectors fill the registers, but four and four beat six and two.
static inline int64_t tile_rows(int64_t left) {
  if (left == 6 || left > 8) return 6;
  if (left >= 7 || left == 4) return 4;
  return left == 5 ? 3 : left;
}

// Unrolled by four: the step from one depth to the next would take a quarter of the time, and by eight the loop outgrows
// the processor's cache of decoded instructions.
enum { UNROLL = 4 };

#define B 8
#include "matrix_products_template.h"

#define B 16
#include "matrix_products_template.h"
