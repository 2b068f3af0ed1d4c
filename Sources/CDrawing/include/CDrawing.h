// What Cairo and FreeType are asked for in C, since Swift has no say in who frees what Cairo keeps.
#ifndef TRAINING_REPORT_CDRAWING_H
#define TRAINING_REPORT_CDRAWING_H

#include <cairo.h>
#include <stddef.h>

/// Cairo's face of a TrueType file whose bytes are never freed; NULL if it could not be opened.
cairo_font_face_t *drawing_font_create(const unsigned char *bytes, size_t count);

/// Cairo's face of the font of this index in a file; NULL if it could not be opened.
cairo_font_face_t *drawing_font_open(const char *path, long index);

/// An image whose pixels are not set yet, with 4 bytes each: RGB24 or ARGB32. Check its status.
cairo_surface_t *drawing_image_create(cairo_format_t format, int width, int height);

#endif
