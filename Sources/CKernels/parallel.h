#ifndef TRAINING_REPORT_CKERNELS_PARALLEL_H
#define TRAINING_REPORT_CKERNELS_PARALLEL_H

#include <stdint.h>

/// Work on the items from `first` to before `end`.
typedef void (*ck_body)(void *context, int64_t first, int64_t end);

/// Splits `count` items into one range a thread and waits until all are done.
void ck_parallel(int64_t count, ck_body body, void *context);

#endif
