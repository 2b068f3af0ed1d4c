#include "Fonts.h"

// #embed is C23; clang takes it in every C mode and only notes that it is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dejavu_sans[] = {
#embed "DejaVuSans.ttf"
};

static const unsigned char dejavu_sans_bold[] = {
#embed "DejaVuSans-Bold.ttf"
};

FontFile font_dejavu_sans(void) {
  return (FontFile){dejavu_sans, sizeof dejavu_sans};
}

FontFile font_dejavu_sans_bold(void) {
  return (FontFile){dejavu_sans_bold, sizeof dejavu_sans_bold};
}
