#include "CKernels.h"
#include "dispatch.h"
#include "warp.h"

#include <string.h>

// Results are the same with every instruction set, so no product and sum may become one operation.
#pragma STDC FP_CONTRACT OFF

static int64_t coordinates(int64_t height, int64_t width) { return height * width + LANES; }

static int64_t framed_count(int64_t height, int64_t width) { return (height + 3) * (width + 2) + 1; }

int64_t ck_warp_workspace(int64_t height, int64_t width) {
  return 8 * coordinates(height, width) + 4 * (height + 2) * (width + 2) + framed_count(height, width);
}

warp ck_warp_prepare(uint8_t *image, int64_t height, int64_t width, int64_t channels, void *workspace) {
  float *rows = workspace, *columns = rows + coordinates(height, width);
  uint32_t *corners = (uint32_t *)(columns + coordinates(height, width));
  uint8_t *framed = (uint8_t *)(corners + (height + 2) * (width + 2));
  memset(framed, 0, (size_t)framed_count(height, width));
  return (warp){height, width, channels, image, rows, columns, corners, framed};
}

static void frame(const warp *all, int64_t channel) {
  const int64_t width = all->width, channels = all->channels;
  for (int64_t y = 0; y < all->height; y++) {
    const uint8_t *from = all->image + y * width * channels + channel;
    uint8_t *to = all->framed + (y + 1) * (width + 2) + 1;
    if (channels == 1)
      memcpy(to, from, (size_t)width);
    else
      for (int64_t x = 0; x < width; x++) to[x] = from[x * channels];
  }
}

CK_VECTORIZED static void collect_corners(const warp *all) {
  const int64_t stride = all->width + 2, count = (all->height + 2) * stride;
  const uint8_t *restrict above = all->framed, *restrict below = above + stride;
  uint32_t *restrict corners = all->corners;
  for (int64_t i = 0; i < count; i++)
    corners[i] = above[i] | (uint32_t)above[i + 1] << 8 | (uint32_t)below[i] << 16 | (uint32_t)below[i + 1] << 24;
}

CK_VECTORIZED static void interpolate(const warp *all, int64_t channel) {
  const int64_t count = all->height * all->width, channels = all->channels;
  const int32_t stride = (int32_t)all->width + 2;
  const float last_row = (float)(all->height + 1), last_column = (float)(all->width + 1);
  const float *rows = all->rows, *columns = all->columns;
  const uint32_t *corners = all->corners;
  uint8_t *out = all->image + channel;
#pragma clang loop vectorize(assume_safety)
  for (int64_t i = 0; i < count; i++) {
    float row = rows[i], column = columns[i];
    row = row > 0 ? row : 0;
    row = row < last_row ? row : last_row;
    column = column > 0 ? column : 0;
    column = column < last_column ? column : last_column;
    const int32_t y = (int32_t)row, x = (int32_t)column;
    const float down = row - (float)y, right = column - (float)x;
    const uint32_t four = corners[y * stride + x];
    const float a = (float)(int32_t)(four & 255), b = (float)(int32_t)(four >> 8 & 255);
    const float c = (float)(int32_t)(four >> 16 & 255), d = (float)(int32_t)(four >> 24);
    const float above = a + (b - a) * right, below = c + (d - c) * right;
    out[i * channels] = (uint8_t)(int32_t)(above + (below - above) * down + 0.5f);
  }
}

void ck_warp_resample(const warp *all) {
  for (int64_t channel = 0; channel < all->channels; channel++) {
    frame(all, channel);
    collect_corners(all);
    interpolate(all, channel);
  }
}
