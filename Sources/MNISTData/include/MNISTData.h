#ifndef TRAINING_REPORT_MNIST_DATA_H
#define TRAINING_REPORT_MNIST_DATA_H

#include <stddef.h>

/// The bytes of a compiled-in file. They live as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} EmbeddedFile;

/// The four canonical MNIST files, gzip-compressed IDX.
EmbeddedFile mnist_train_images(void);
EmbeddedFile mnist_train_labels(void);
EmbeddedFile mnist_test_images(void);
EmbeddedFile mnist_test_labels(void);

#endif
