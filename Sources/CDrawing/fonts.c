#include "CDrawing.h"

#include <cairo-ft.h>
#include <stdlib.h>

/// A FreeType face that lives as long as Cairo's face of it, which Cairo may keep beyond the document.
typedef struct {
  FT_Library library;
  FT_Face face;
} FontOwner;

static const cairo_user_data_key_t font_owner_key = {0};

static void font_owner_free(void *data) {
  FontOwner *owner = data;
  FT_Done_Face(owner->face);
  FT_Done_FreeType(owner->library);
  free(owner);
}

cairo_font_face_t *drawing_font_create(const unsigned char *bytes, size_t count) {
  FontOwner *owner = calloc(1, sizeof *owner);
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
  if (cairo_font_face_status(font) || cairo_font_face_set_user_data(font, &font_owner_key, owner, font_owner_free)) {
    cairo_font_face_destroy(font);
    font_owner_free(owner);
    return NULL;
  }
  return font;
}
