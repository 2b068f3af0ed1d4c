#include "CKernels.h"
#include "dispatch.h"

// Results are the same with every instruction set, so no product and sum may become one operation.
#pragma STDC FP_CONTRACT OFF

CK_VECTORIZED void ck_mix_images(int64_t count, const uint8_t *restrict other, float share, uint8_t *restrict image) {
  for (int64_t i = 0; i < count; i++) {
    const float own = (float)image[i];
    image[i] = (uint8_t)(int32_t)(own + ((float)other[i] - own) * share + 0.5f);
  }
}
