// What Cairo and FreeType are asked for in C, since Swift has no say in who frees what Cairo keeps.
#ifndef TRAINING_REPORT_CDRAWING_H
#define TRAINING_REPORT_CDRAWING_H

#include <cairo.h>
#include <stddef.h>
#include <stdint.h>

/// Cairo's face of a TrueType file whose bytes are never freed; NULL if it could not be opened.
cairo_font_face_t *drawing_font_create(const unsigned char *bytes, size_t count);

/// Cairo's face of the font of this index in a file; NULL if it could not be opened.
cairo_font_face_t *drawing_font_open(const char *path, long index);

/// An image whose pixels are not set yet, with 4 bytes each: RGB24 or ARGB32. Check its status.
cairo_surface_t *drawing_image_create(cairo_format_t format, int width, int height);

/// A colour at each of 256 coverages: `0xAARRGGBB`, multiplied by opacity and coverage.
typedef struct {
  uint32_t shades[256];
} drawing_ink;

/// The shades of `color`, which is multiplied by its opacity.
void drawing_ink_init(drawing_ink *ink, uint32_t color);

/// Whole pixels of a page.
typedef struct {
  int left, top, width, height;
} drawing_box;

/// Paints through a mask of `side` x `side` coverages with its top left corner at (`left`, `top`), as far as it lies in a box.
/// Rounds as Cairo does. `pixels` is the page's first pixel, `stride` the pixels of its rows.
void drawing_stamp(uint32_t *pixels, int stride, const drawing_box *box, const uint8_t *mask, int side, int left, int top,
                   const drawing_ink *ink);

/// The samples of pixels that lines cover, 8 x 8 of each pixel.
typedef struct drawing_coverage drawing_coverage;

/// The pixels of a box; NULL if there are none or memory runs out.
drawing_coverage *drawing_coverage_create(drawing_box box);

void drawing_coverage_free(drawing_coverage *coverage);

/// Adds a line through `count` points with round corners; x and y in turn. Its ends are flat, or stand out by half its width.
void drawing_coverage_add_line(drawing_coverage *coverage, const double *points, size_t count, double width,
                               int has_square_ends);

/// Adds what lies between two lines of `count` points, x and y in turn, which have the same x: no column of samples lies between
/// two of them.
void drawing_coverage_add_area(drawing_coverage *coverage, const double *upper, const double *lower, size_t count);

/// Paints what is covered, which is nothing afterwards. `pixels` is the page's first pixel.
void drawing_coverage_paint(drawing_coverage *coverage, uint32_t *pixels, int stride, const drawing_ink *ink);

/// Fills the area between two lines, as far as it lies in a box. Of each point x, which does not shrink, and both y. 0 if memory
/// runs out.
int drawing_band(uint32_t *pixels, int stride, drawing_box box, const double *points, size_t count,
                 const drawing_ink *ink);

#endif
