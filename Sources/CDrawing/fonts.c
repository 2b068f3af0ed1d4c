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

static FontOwner *font_owner_create(void) {
  FontOwner *owner = calloc(1, sizeof *owner);
  if (owner && FT_Init_FreeType(&owner->library)) {
    free(owner);
    owner = NULL;
  }
  return owner;
}

/// Cairo's face of the owner's, if `status` is that of opening the latter. Takes over the owner.
static cairo_font_face_t *font_face_create(FontOwner *owner, FT_Error status) {
  if (status) {
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

cairo_font_face_t *drawing_font_create(const unsigned char *bytes, size_t count) {
  FontOwner *owner = font_owner_create();
  if (!owner) return NULL;
  return font_face_create(owner, FT_New_Memory_Face(owner->library, bytes, (FT_Long)count, 0, &owner->face));
}

cairo_font_face_t *drawing_font_open(const char *path, long index) {
  FontOwner *owner = font_owner_create();
  if (!owner) return NULL;
  return font_face_create(owner, FT_New_Face(owner->library, path, index, &owner->face));
}
