#include "MNISTData.h"

// #embed is C23; clang takes it in every C mode and only notes that it is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char train_images[] = {
#embed "train-images-idx3-ubyte.gz"
};

static const unsigned char train_labels[] = {
#embed "train-labels-idx1-ubyte.gz"
};

static const unsigned char test_images[] = {
#embed "t10k-images-idx3-ubyte.gz"
};

static const unsigned char test_labels[] = {
#embed "t10k-labels-idx1-ubyte.gz"
};

EmbeddedFile mnist_train_images(void) {
  return (EmbeddedFile){train_images, sizeof train_images};
}

EmbeddedFile mnist_train_labels(void) {
  return (EmbeddedFile){train_labels, sizeof train_labels};
}

EmbeddedFile mnist_test_images(void) {
  return (EmbeddedFile){test_images, sizeof test_images};
}

EmbeddedFile mnist_test_labels(void) {
  return (EmbeddedFile){test_labels, sizeof test_labels};
}
