#ifndef TRAINING_REPORT_CKERNELS_WARP_H
#define TRAINING_REPORT_CKERNELS_WARP_H

#include <stdint.h>

// Coordinates are written a whole vector at a time; what is too much the next row overwrites.
enum { LANES = 16 };

static inline int64_t whole_vectors(int64_t count) { return (count + LANES - 1) / LANES * LANES; }

/// An image and where the values of its pixels will come from.
typedef struct {
  int64_t height, width, channels;
  uint8_t *image;
  /// [height * width, and a vector]: counted from a black pixel before the first.
  float *rows, *columns;
  /// The four values around a place as one word, so that one read brings them all: [height + 2][width + 2].
  uint32_t *corners;
  /// One channel with black around it: [height + 3][width + 2], and one pixel more.
  uint8_t *framed;
} warp;

/// Divides up a workspace; rows and columns are left to write.
warp ck_warp_prepare(uint8_t *image, int64_t height, int64_t width, int64_t channels, void *workspace);

/// Reads the values and writes them into the image.
void ck_warp_resample(const warp *all);

#endif
