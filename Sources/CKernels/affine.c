#include "CKernels.h"
#include "dispatch.h"
#include "warp.h"

// Results are the same with every instruction set, so no product and sum may become one operation.
#pragma STDC FP_CONTRACT OFF

CK_VECTORIZED static void affine_coordinates(const warp *all, const float *map) {
  const int64_t columns_written = whole_vectors(all->width);
  for (int64_t y = 0; y < all->height; y++) {
    float *restrict rows = all->rows + y * all->width, *restrict columns = all->columns + y * all->width;
    const float row = map[0] * (float)y + map[2] + 1, column = map[3] * (float)y + map[5] + 1;
    for (int32_t x = 0; x < columns_written; x++) {
      rows[x] = row + map[1] * (float)x;
      columns[x] = column + map[4] * (float)x;
    }
  }
}

void ck_warp_affine(
    uint8_t *image, int64_t height, int64_t width, int64_t channels, const float *map, void *workspace) {
  const warp all = ck_warp_prepare(image, height, width, channels, workspace);
  affine_coordinates(&all, map);
  ck_warp_resample(&all);
}
