#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdlib.h>
#include <sys/mman.h>

/// A FreeType face that lives as long as Cairo's face of it, which Cairo may keep beyond the document.
typedef struct {
  FT_Library library;
  FT_Face face;
} CairoFontOwner;

static const cairo_user_data_key_t cairo_font_owner_key = {0};

static inline void cairo_font_owner_free(void *data) {
  CairoFontOwner *owner = (CairoFontOwner *)data;
  FT_Done_Face(owner->face);
  FT_Done_FreeType(owner->library);
  free(owner);
}

/// Cairo's face of a TrueType file whose bytes are never freed; NULL where it could not be opened.
static inline cairo_font_face_t *cairo_font_create(const unsigned char *bytes, size_t count) {
  CairoFontOwner *owner = (CairoFontOwner *)calloc(1, sizeof *owner);
  if (!owner) return NULL;
  if (FT_Init_FreeType(&owner->library)) {
    free(owner);
    return NULL;
  }
  if (FT_New_Memory_Face(owner->library, bytes, (FT_Long)count, 0, &owner->face)) {
    FT_Done_FreeType(owner->library);
    free(owner);
    return NULL;
  }
  cairo_font_face_t *font = cairo_ft_font_face_create_for_ft_face(owner->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_status(font) ||
      cairo_font_face_set_user_data(font, &cairo_font_owner_key, owner, cairo_font_owner_free)) {
    cairo_font_face_destroy(font);
    cairo_font_owner_free(owner);
    return NULL;
  }
  return font;
}

static const cairo_user_data_key_t cairo_pixels_key = {0};

/// An opaque image whose pixels, not set yet, lie in large pages where the system has them: a figure has 10 MB, and to map
/// 2,500 small pages one by one took a seventh of a drawing's time.
static inline cairo_surface_t *cairo_image_create(int width, int height) {
  const size_t large_page = (size_t)2 << 20;
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
  const size_t size = stride > 0 && height > 0 ? (size_t)stride * (size_t)height : 0;
  void *pixels = NULL;
  if (size < large_page || posix_memalign(&pixels, large_page, (size + large_page - 1) / large_page * large_page))
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
#ifdef MADV_HUGEPAGE
  // A wish: where it is not granted, pages are small.
  (void)madvise(pixels, size, MADV_HUGEPAGE);
#endif
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_RGB24, width, height, stride);
  if (cairo_surface_status(surface) || cairo_surface_set_user_data(surface, &cairo_pixels_key, pixels, free)) {
    cairo_surface_destroy(surface);
    free(pixels);
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  }
  return surface;
}
