// Writes PNG files. libpng leaves a failed call by longjmp, which must not cross Swift's frames: so the calls that write a
// file stand together in C, between setjmp and return.
#ifndef TRAINING_REPORT_CPNGWRITER_H
#define TRAINING_REPORT_CPNGWRITER_H

#include <stdbool.h>
#include <stddef.h>

/// What a file consists of. `type` is a PNG_COLOR_TYPE; `data` is the compressed stream of filtered rows.
typedef struct {
  unsigned width, height;
  int bit_depth, type;
  const unsigned char *data;
  size_t data_count;
  const unsigned char *palette;
  int palette_count;
  unsigned pixels_per_metre;
  const char *title, *description;
  const char *keyword, *text;  // kept compressed; null if there is none
} PNGSource;

/// The bytes of a written file, to be freed; or none and why.
typedef struct {
  unsigned char *bytes;
  size_t count, capacity;
  bool is_out_of_memory;
  char message[128];
} PNGFile;

/// Writes a file. Returns false with a message and no bytes if it could not.
bool png_file_write(const PNGSource *source, PNGFile *file);

#endif
