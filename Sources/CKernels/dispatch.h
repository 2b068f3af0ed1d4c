#ifndef TRAINING_REPORT_CKERNELS_DISPATCH_H
#define TRAINING_REPORT_CKERNELS_DISPATCH_H

// Compiles a function for several instruction sets; the loader takes the best that the machine has.
#if defined(__x86_64__)
#define CK_VECTORIZED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CK_VECTORIZED
#endif

// Hides where a pointer comes from, so that what it points to is read again and not kept from the loop's last turn: a
// broadcast from memory costs nothing beside a multiplication, and registers are few.
#define CK_READ_AGAIN(pointer) __asm__("" : "+r"(pointer))

// Calls a function with the block size as a constant where it is one of oneDNN's, so that its loops become vectors.
#define CK_WITH_BLOCK(block, call)         \
  switch (block) {                         \
  case 16: { enum { B = 16 }; call; } break; \
  case 8: { enum { B = 8 }; call; } break;   \
  default: { const int64_t B = (block); call; } break; \
  }

#endif
