#define _GNU_SOURCE
#include "CDrawing.h"

#include <stdlib.h>
#include <sys/mman.h>

static const cairo_user_data_key_t pixels_key = {0};

// The pixels lie in large pages if the system has them: a figure has 10 MB, and to map 2,500 small pages one by one took a
// seventh of a drawing's time.
cairo_surface_t *drawing_image_create(cairo_format_t format, int width, int height) {
  const size_t large_page = (size_t)2 << 20;
  const int stride = cairo_format_stride_for_width(format, width);
  const size_t size = stride > 0 && height > 0 ? (size_t)stride * (size_t)height : 0;
  void *pixels = NULL;
  if (size < large_page || posix_memalign(&pixels, large_page, (size + large_page - 1) / large_page * large_page))
    return cairo_image_surface_create(format, width, height);
  // A wish: if it is not granted, pages are small.
  (void)madvise(pixels, size, MADV_HUGEPAGE);
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data(pixels, format, width, height, stride);
  if (cairo_surface_status(surface) || cairo_surface_set_user_data(surface, &pixels_key, pixels, free)) {
    cairo_surface_destroy(surface);
    free(pixels);
    return cairo_image_surface_create(format, width, height);
  }
  return surface;
}
