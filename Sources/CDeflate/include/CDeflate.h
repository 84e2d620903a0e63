#pragma once
#include <stddef.h>
#include <stdint.h>

// Streaming raw deflate (RFC 1951) at the fastest level, behind one interface for both codecs.
// isa-l is compiled in when INCONTRO_ISAL is defined; zlib always is, so that both can be tested in one build.

enum { INCONTRO_CODEC_ZLIB = 0, INCONTRO_CODEC_ISAL = 1 };
enum { INCONTRO_MORE = 0, INCONTRO_FLUSH = 1, INCONTRO_FINISH = 2 };

typedef struct incontro_deflater incontro_deflater;

/// 1 when the codec is compiled in.
int incontro_codec_available(int codec);

/// NULL when the codec is not compiled in or there is no memory.
incontro_deflater *incontro_deflater_new(int codec);
void incontro_deflater_free(incontro_deflater *deflater);

/// Makes the deflater ready for a new stream.
void incontro_deflater_reset(incontro_deflater *deflater);

/// Takes what fits of `input`, writes what is ready to `output`.
///
/// `consumed` and `produced` say how much of each; the answer is 1 when nothing is left to do for `mode`, 0 when the
/// call has to be repeated with the rest of the input and an emptied output, -1 when the codec failed.
int incontro_deflate(
    incontro_deflater *deflater, const uint8_t *input, size_t input_count, size_t *consumed,
    uint8_t *output, size_t output_count, size_t *produced, int mode
);

/// CRC-32 of ZIP (ISO 3309), continued from `crc`, which starts at 0.
uint32_t incontro_crc32(uint32_t crc, const uint8_t *bytes, size_t count);
