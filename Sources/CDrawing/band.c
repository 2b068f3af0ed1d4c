#include "CDrawing.h"
#include "blend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/// What a column of pixels has of a band: sums from the top down are coverages.
typedef struct {
  double *steps;
  int top, height;
} BandColumn;

/// From `y` on, the band covers `share` more of the column's width.
static inline void add_step(BandColumn *column, double y, double share) {
  const double row = y - column->top;
  if (!(row < column->height)) return;
  if (row <= 0) {
    column->steps[0] += share;
    return;
  }
  const int pixel = (int)row;
  const double covered = share * (pixel + 1 - row);
  column->steps[pixel] += covered;
  column->steps[pixel + 1] += share - covered;
}

static void paint_column(BandColumn *column, uint32_t *pixels, int stride, int x, const drawing_ink *ink) {
  double sum = 0;
  uint32_t *target = pixels + (size_t)column->top * (size_t)stride + x;
  for (int row = 0; row < column->height; row++, target += stride) {
    sum += column->steps[row];
    const int coverage = (int)(fmin(sum, 1) * 255 + 0.5);
    if (coverage > 0) drawing_blend(target, ink->shades[coverage]);
  }
  memset(column->steps, 0, ((size_t)column->height + 1) * sizeof *column->steps);
}

int drawing_band(uint32_t *pixels, int stride, drawing_box box, const double *points, size_t count,
                 const drawing_ink *ink) {
  const int left = box.left, top = box.top, width = box.width, height = box.height;
  // Edges are drawn as steps: a sixteenth of a pixel wide at most, and 8 or more from a point to the next if the way is long,
  // since the middles of such ways would lie nearer to each other than the ways themselves.
  const double widest = 1.0 / 16, fewest = 8;
  if (width <= 0 || height <= 0) return 1;
  BandColumn column = {calloc((size_t)height + 1, sizeof(double)), top, height};
  if (!column.steps) return 0;
  int current = left;
  for (size_t point = 1; point < count; point++) {
    const double *a = points + 3 * (point - 1), *b = points + 3 * point;
    const double length = b[0] - a[0];
    if (!(length > 0) || b[0] <= left || a[0] >= left + width) continue;
    const double steps = fmin(ceil(fmax(fabs(b[1] - a[1]), fabs(b[2] - a[2]))), fewest);
    const double step = fmin(widest, length / fmax(steps, 1));
    double x = fmax(a[0], left);
    const double end = fmin(b[0], left + width);
    while (x < end) {
      const int pixel = (int)floor(x);
      if (pixel != current) {
        paint_column(&column, pixels, stride, current, ink);
        current = pixel;
      }
      const double next = fmin(fmin(x + step, pixel + 1), end);
      if (!(next > x)) break;
      const double share = ((x + next) / 2 - a[0]) / length;
      const double one = a[1] + share * (b[1] - a[1]), other = a[2] + share * (b[2] - a[2]);
      add_step(&column, fmin(one, other), next - x);
      add_step(&column, fmax(one, other), x - next);
      x = next;
    }
  }
  if (current >= left && current < left + width) paint_column(&column, pixels, stride, current, ink);
  free(column.steps);
  return 1;
}
