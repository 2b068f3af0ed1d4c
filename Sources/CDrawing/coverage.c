#include "CDrawing.h"
#include "blend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Each pixel has 8 x 8 samples. The 8 columns of samples of a column of pixels lie side by side, so that the samples of 8 pixels
// upon each other are 8 words.
enum { SAMPLES = 8, ROWS_PER_WORD = 64 / SAMPLES };

struct drawing_coverage {
  int left, top, width, height;
  int words;
  uint64_t *samples;
  // For each column of pixels the first word with a sample and the one after the last.
  int *first, *end;
  // For each column of samples, the first one of the shape under way and the one after its last.
  int *low, *high;
};

drawing_coverage *drawing_coverage_create(drawing_box box) {
  const int width = box.width, height = box.height;
  if (width <= 0 || height <= 0) return NULL;
  drawing_coverage *coverage = calloc(1, sizeof *coverage);
  if (!coverage) return NULL;
  *coverage = (drawing_coverage){.left = box.left, .top = box.top, .width = width, .height = height};
  coverage->words = (height + ROWS_PER_WORD - 1) / ROWS_PER_WORD;
  const size_t columns = (size_t)width * SAMPLES;
  coverage->samples = calloc(columns * (size_t)coverage->words, sizeof *coverage->samples);
  coverage->first = malloc((size_t)width * sizeof *coverage->first);
  coverage->end = malloc((size_t)width * sizeof *coverage->end);
  coverage->low = malloc(columns * sizeof *coverage->low);
  coverage->high = malloc(columns * sizeof *coverage->high);
  if (!coverage->samples || !coverage->first || !coverage->end || !coverage->low || !coverage->high) {
    drawing_coverage_free(coverage);
    return NULL;
  }
  for (int column = 0; column < width; column++) {
    coverage->first[column] = coverage->words;
    coverage->end[column] = 0;
  }
  return coverage;
}

void drawing_coverage_free(drawing_coverage *coverage) {
  if (!coverage) return;
  free(coverage->samples);
  free(coverage->first);
  free(coverage->end);
  free(coverage->low);
  free(coverage->high);
  free(coverage);
}

/// The first sample whose middle is not before a position in samples, within 0 to `count`.
static inline int first_sample(double position, int count) {
  // Within these bounds an integer is rounded up without `ceil`, which is a call on processors of any age.
  double sample = position - 0.5;
  sample = sample > 0 ? sample : 0;
  sample = sample < count ? sample : count;
  const int whole = (int)sample;
  return whole + (whole < sample);
}

/// Sets the samples between the bounds of the shape under way.
static void add_runs(drawing_coverage *coverage, int start, int end) {
  // What is set could be any of these, as far as the compiler knows, so that it would read them again for each column.
  const int *const low = coverage->low, *const high = coverage->high;
  int *const first_words = coverage->first, *const end_words = coverage->end;
  const size_t words_per_pixel = (size_t)coverage->words * SAMPLES;
  uint64_t *const samples = coverage->samples;
  for (int column = start; column < end; column++) {
    const int from = low[column], to = high[column];
    if (from >= to) continue;
    const int pixel = column / SAMPLES;
    const int first = from / 64, last = (to - 1) / 64;
    uint64_t *words = samples + ((size_t)pixel * words_per_pixel + (size_t)(column % SAMPLES));
    if (first < first_words[pixel]) first_words[pixel] = first;
    if (last >= end_words[pixel]) end_words[pixel] = last + 1;
    const uint64_t head = UINT64_MAX << (from % 64);
    const uint64_t tail = UINT64_MAX >> (63 - (to - 1) % 64);
    if (first == last) {
      words[(size_t)first * SAMPLES] |= head & tail;
      continue;
    }
    words[(size_t)first * SAMPLES] |= head;
    for (int word = first + 1; word < last; word++) words[(size_t)word * SAMPLES] = UINT64_MAX;
    words[(size_t)last * SAMPLES] |= tail;
  }
}

/// Adds a convex shape; positions in samples from the top left corner.
static void add_convex(drawing_coverage *coverage, const double (*corners)[2], int count) {
  const int columns = coverage->width * SAMPLES;
  const int rows = coverage->height * SAMPLES;
  double area = 0;
  int start = columns, end = 0;
  for (int corner = 0; corner < count; corner++) {
    const double *a = corners[corner];
    const double *b = corners[(corner + 1) % count];
    area += a[0] * b[1] - b[0] * a[1];
  }
  // One side of the shape is its edges to the right, the other those to the left. Each column has one of both.
  for (int corner = 0; corner < count; corner++) {
    const double *a = corners[corner];
    const double *b = corners[(corner + 1) % count];
    const int is_rightward = a[0] < b[0];
    int *const bound = is_rightward == (area > 0) ? coverage->low : coverage->high;
    if (!is_rightward) {
      const double *swap = a;
      a = b;
      b = swap;
    }
    const int from = first_sample(a[0], columns);
    const int to = first_sample(b[0], columns);
    if (from >= to) continue;
    if (from < start) start = from;
    if (to > end) end = to;
    const double slope = (b[1] - a[1]) / (b[0] - a[0]);
    const double y = a[1] + slope * (from + 0.5 - a[0]);
    for (int column = 0; column < to - from; column++) bound[from + column] = first_sample(y + slope * column, rows);
  }
  add_runs(coverage, start, end);
}

static void add_disc(drawing_coverage *coverage, double x, double y, double radius) {
  const int columns = coverage->width * SAMPLES;
  const int rows = coverage->height * SAMPLES;
  const int start = first_sample(x - radius, columns);
  const int end = first_sample(x + radius, columns);
  for (int column = start; column < end; column++) {
    const double across = column + 0.5 - x;
    const double square = radius * radius - across * across;
    const double half = sqrt(square > 0 ? square : 0);
    coverage->low[column] = first_sample(y - half, rows);
    coverage->high[column] = first_sample(y + half, rows);
  }
  add_runs(coverage, start, end);
}

void drawing_coverage_add_line(drawing_coverage *coverage, const double *points, size_t count, double width,
                               int has_square_ends) {
  // What ends twice at the same place ends there once.
  while (count > 1 && points[2 * count - 2] == points[2 * count - 4] && points[2 * count - 1] == points[2 * count - 3]) count--;
  const double half = width / 2 * SAMPLES;
  const double left = coverage->left, top = coverage->top;
  double x = 0, y = 0;
  int is_first = 1;
  for (size_t point = 0; point < count; point++) {
    double next_x = (points[2 * point] - left) * SAMPLES;
    double next_y = (points[2 * point + 1] - top) * SAMPLES;
    if (point == 0) {
      x = next_x;
      y = next_y;
      continue;
    }
    const double length = sqrt((next_x - x) * (next_x - x) + (next_y - y) * (next_y - y));
    if (!(length > 0)) continue;
    const double along_x = (next_x - x) / length * half, along_y = (next_y - y) / length * half;
    const int is_last = point == count - 1;
    const double before = is_first && has_square_ends ? 1 : 0, after = is_last && has_square_ends ? 1 : 0;
    const double from_x = x - before * along_x, from_y = y - before * along_y;
    const double to_x = next_x + after * along_x, to_y = next_y + after * along_y;
    const double corners[4][2] = {{from_x - along_y, from_y + along_x},
                                  {to_x - along_y, to_y + along_x},
                                  {to_x + along_y, to_y - along_x},
                                  {from_x + along_y, from_y - along_x}};
    add_convex(coverage, corners, 4);
    if (!is_first) add_disc(coverage, x, y, half);
    is_first = 0;
    x = next_x;
    y = next_y;
  }
  if (is_first && count > 0 && has_square_ends) {
    const double corners[4][2] = {{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
    add_convex(coverage, corners, 4);
  }
}

void drawing_coverage_add_area(drawing_coverage *coverage, const double *upper, const double *lower, size_t count) {
  const int columns = coverage->width * SAMPLES;
  const int rows = coverage->height * SAMPLES;
  for (size_t point = 0; point < count; point++) {
    const double across = floor((upper[2 * point] - coverage->left) * SAMPLES);
    if (!(across >= 0 && across < columns)) continue;
    const int column = (int)across;
    coverage->low[column] = first_sample((upper[2 * point + 1] - coverage->top) * SAMPLES, rows);
    coverage->high[column] = first_sample((lower[2 * point + 1] - coverage->top) * SAMPLES, rows);
    add_runs(coverage, column, column + 1);
  }
}

/// The number of bits set in each byte.
static inline uint64_t bits_of_bytes(uint64_t word) {
  word -= word >> 1 & 0x5555555555555555u;
  word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
  return (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
}

void drawing_coverage_paint(drawing_coverage *coverage, uint32_t *pixels, int stride, const drawing_ink *ink) {
  for (int column = 0; column < coverage->width; column++) {
    const int first = coverage->first[column];
    const int end = coverage->end[column];
    if (first >= end) continue;
    uint64_t *words = coverage->samples + (size_t)column * (size_t)coverage->words * SAMPLES;
    uint32_t *target = pixels + (size_t)coverage->top * (size_t)stride + coverage->left + column;
    for (int word = first; word < end; word++) {
      const uint64_t *samples = words + (size_t)word * SAMPLES;
      uint64_t counts = 0;
      for (int sample = 0; sample < SAMPLES; sample++) counts += bits_of_bytes(samples[sample]);
      for (int row = word * ROWS_PER_WORD; counts; row++, counts >>= 8) {
        const uint32_t count = counts & 0xFF;
        if (count) drawing_blend(target + (size_t)row * (size_t)stride, ink->shades[(count * 255 + 32) / 64]);
      }
    }
    memset(words + (size_t)first * SAMPLES, 0, (size_t)(end - first) * SAMPLES * sizeof *words);
    coverage->first[column] = coverage->words;
    coverage->end[column] = 0;
  }
}
