#ifndef TRAINING_REPORT_FONTS_H
#define TRAINING_REPORT_FONTS_H

#include <stddef.h>

/// The bytes of a compiled-in TrueType file. They live as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} FontFile;

FontFile font_dejavu_sans(void);
FontFile font_dejavu_sans_bold(void);

#endif
