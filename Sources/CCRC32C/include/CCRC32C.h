#ifndef TRAINING_REPORT_CCRC32C_H
#define TRAINING_REPORT_CCRC32C_H

#include <stddef.h>
#include <stdint.h>

// The CRC-32C (Castagnoli) of `count` bytes that follow those of which `crc` is the checksum; 0 for none before.
uint32_t crc32c_extend(uint32_t crc, const void *bytes, size_t count);

// The same without the processor's instruction.
uint32_t crc32c_extend_portable(uint32_t crc, const void *bytes, size_t count);

#endif
