#include "CPNGWriter.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static void append(png_structp png, png_bytep bytes, size_t count) {
  PNGFile *file = png_get_io_ptr(png);
  if (file->capacity - file->count < count) {
    size_t capacity = 2 * file->capacity + count + 4096;
    unsigned char *grown = realloc(file->bytes, capacity);
    if (!grown) {
      file->is_out_of_memory = true;
      png_error(png, "out of memory");
    }
    file->bytes = grown;
    file->capacity = capacity;
  }
  memcpy(file->bytes + file->count, bytes, count);
  file->count += count;
}

static void flush(png_structp png) { (void)png; }

static void fail(png_structp png, png_const_charp message) {
  PNGFile *file = png_get_error_ptr(png);
  strncpy(file->message, message, sizeof file->message - 1);
  png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message) { (void)png, (void)message; }

static png_text words(const char *key, const char *text) {
  png_text entry;
  memset(&entry, 0, sizeof entry);
  entry.compression = PNG_TEXT_COMPRESSION_NONE;
  for (const char *c = text; *c; c++)
    if ((unsigned char)*c > 126) entry.compression = PNG_ITXT_COMPRESSION_NONE;
  entry.key = (char *)key;
  entry.text = (char *)text;
  return entry;
}

bool png_file_write(const PNGSource *source, PNGFile *file) {
  memset(file, 0, sizeof *file);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, file, fail, ignore_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    file->is_out_of_memory = true;
    strcpy(file->message, "out of memory");
    png_destroy_write_struct(&png, NULL);
    return false;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    free(file->bytes);
    file->bytes = NULL;
    return false;
  }
  png_set_write_fn(png, file, append, flush);
  png_set_IHDR(png, info, source->width, source->height, source->bit_depth, source->type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (source->palette_count) png_set_PLTE(png, info, (png_const_colorp)source->palette, source->palette_count);
  png_set_pHYs(png, info, source->pixels_per_metre, source->pixels_per_metre, PNG_RESOLUTION_METER);
  png_text texts[3];
  int count = 0;
  if (*source->title) texts[count++] = words("Title", source->title);
  if (*source->description) texts[count++] = words("Description", source->description);
  if (source->text) {
    memset(&texts[count], 0, sizeof texts[count]);
    texts[count].compression = PNG_ITXT_COMPRESSION_zTXt;
    texts[count].key = (char *)source->keyword;
    texts[count++].text = (char *)source->text;
    png_set_text_compression_level(png, 9);
  }
  if (count) png_set_text(png, info, texts, count);
  png_write_info(png, info);
  png_write_chunk(png, (png_const_bytep) "IDAT", source->data, source->data_count);
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
  png_destroy_write_struct(&png, &info);
  return true;
}
