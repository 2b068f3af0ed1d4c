#include "CKernels.h"
#include "parallel.h"

#include <string.h>

typedef struct {
  const ck_layout *x_layout, *y_layout;
  const float *x;
  float *y;
  int64_t x_first, y_first, count;
} copy_work;

static inline int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

// Where a channel's first pixel stands, and how many channels stand side by side from it on.
static inline int64_t place_of(const ck_layout *layout, int64_t n, int64_t channel, int64_t *side_by_side) {
  *side_by_side = layout->block - channel % layout->block;
  return n * layout->sample_stride + channel / layout->block * layout->group_stride + channel % layout->block;
}

static void copy_body(void *context, int64_t first, int64_t end) {
  const copy_work *work = context;
  const ck_layout *from = work->x_layout, *to = work->y_layout;
  for (int64_t n = first; n < end; n++)
    for (int64_t done = 0; done < work->count;) {
      int64_t x_run, y_run;
      const float *x = work->x + place_of(from, n, work->x_first + done, &x_run);
      float *y = work->y + place_of(to, n, work->y_first + done, &y_run);
      const int64_t run = smaller(work->count - done, smaller(x_run, y_run));
      const size_t bytes = (size_t)run * sizeof *x;
      if (run == from->pixel_stride && run == to->pixel_stride)
        memcpy(y, x, bytes * (size_t)from->pixels);
      else
        for (int64_t p = 0; p < from->pixels; p++) memcpy(y + p * to->pixel_stride, x + p * from->pixel_stride, bytes);
      done += run;
    }
}

void ck_copy_channels(
    const ck_layout *x_layout, const float *x, int64_t x_first, const ck_layout *y_layout, float *y, int64_t y_first,
    int64_t count) {
  copy_work work = {x_layout, y_layout, x, y, x_first, y_first, count};
  ck_parallel(x_layout->samples, copy_body, &work);
}
