#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdlib.h>

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
