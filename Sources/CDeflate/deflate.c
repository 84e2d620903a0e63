#include "CDeflate.h"

#include <stdlib.h>
#include <zlib.h>

#ifdef INCONTRO_ISAL
#include <isa-l.h>
#endif

struct incontro_deflater {
    int codec;
    z_stream zlib;
#ifdef INCONTRO_ISAL
    struct isal_zstream isal;
#endif
};

static uint32_t clamped(size_t count) { return count > (1u << 30) ? (1u << 30) : (uint32_t)count; }

int incontro_codec_available(int codec) {
#ifdef INCONTRO_ISAL
    if (codec == INCONTRO_CODEC_ISAL) return 1;
#endif
    return codec == INCONTRO_CODEC_ZLIB;
}

#ifdef INCONTRO_ISAL
static int isal_start(incontro_deflater *deflater) {
    isal_deflate_init(&deflater->isal);
    deflater->isal.level = 1;
    deflater->isal.level_buf_size = ISAL_DEF_LVL1_DEFAULT;
    deflater->isal.level_buf = malloc(ISAL_DEF_LVL1_DEFAULT);
    deflater->isal.gzip_flag = IGZIP_DEFLATE;
    return deflater->isal.level_buf != NULL;
}

static int isal_step(incontro_deflater *deflater, int mode) {
    struct isal_zstream *stream = &deflater->isal;
    stream->end_of_stream = mode == INCONTRO_FINISH;
    stream->flush = mode == INCONTRO_FLUSH ? SYNC_FLUSH : NO_FLUSH;
    if (isal_deflate(stream) != COMP_OK) return -1;
    if (mode == INCONTRO_FINISH) return stream->internal_state.state == ZSTATE_END;
    return stream->avail_in == 0 && stream->avail_out > 0;
}
#endif

static int zlib_step(incontro_deflater *deflater, int mode) {
    z_stream *stream = &deflater->zlib;
    int flush = mode == INCONTRO_FINISH ? Z_FINISH : mode == INCONTRO_FLUSH ? Z_SYNC_FLUSH : Z_NO_FLUSH;
    int answer = deflate(stream, flush);
    // Z_BUF_ERROR only says that there was nothing to do, which is no failure.
    if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR) return -1;
    if (mode == INCONTRO_FINISH) return answer == Z_STREAM_END;
    return stream->avail_in == 0 && stream->avail_out > 0;
}

incontro_deflater *incontro_deflater_new(int codec) {
    if (!incontro_codec_available(codec)) return NULL;
    incontro_deflater *deflater = calloc(1, sizeof(incontro_deflater));
    if (deflater == NULL) return NULL;
    deflater->codec = codec;
    int ready;
#ifdef INCONTRO_ISAL
    if (codec == INCONTRO_CODEC_ISAL) ready = isal_start(deflater);
    else
#endif
        ready = deflateInit2(&deflater->zlib, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    if (!ready) {
        free(deflater);
        return NULL;
    }
    return deflater;
}

void incontro_deflater_free(incontro_deflater *deflater) {
    if (deflater == NULL) return;
#ifdef INCONTRO_ISAL
    if (deflater->codec == INCONTRO_CODEC_ISAL) free(deflater->isal.level_buf);
#endif
    if (deflater->codec == INCONTRO_CODEC_ZLIB) deflateEnd(&deflater->zlib);
    free(deflater);
}

void incontro_deflater_reset(incontro_deflater *deflater) {
#ifdef INCONTRO_ISAL
    if (deflater->codec == INCONTRO_CODEC_ISAL) isal_deflate_reset(&deflater->isal);
#endif
    if (deflater->codec == INCONTRO_CODEC_ZLIB) deflateReset(&deflater->zlib);
}

int incontro_deflate(
    incontro_deflater *deflater, const uint8_t *input, size_t input_count, size_t *consumed,
    uint8_t *output, size_t output_count, size_t *produced, int mode
) {
    uint32_t in = clamped(input_count), out = clamped(output_count);
    // A stream ends with its last input: while some of it is still to come, nothing is flushed or finished.
    if (in < input_count) mode = INCONTRO_MORE;
    int answer;
#ifdef INCONTRO_ISAL
    if (deflater->codec == INCONTRO_CODEC_ISAL) {
        deflater->isal.next_in = (uint8_t *)input;
        deflater->isal.avail_in = in;
        deflater->isal.next_out = output;
        deflater->isal.avail_out = out;
        answer = isal_step(deflater, mode);
        *consumed = in - deflater->isal.avail_in;
        *produced = out - deflater->isal.avail_out;
        return in < input_count && answer == 1 ? 0 : answer;
    }
#endif
    deflater->zlib.next_in = (Bytef *)input;
    deflater->zlib.avail_in = in;
    deflater->zlib.next_out = output;
    deflater->zlib.avail_out = out;
    answer = zlib_step(deflater, mode);
    *consumed = in - deflater->zlib.avail_in;
    *produced = out - deflater->zlib.avail_out;
    return in < input_count && answer == 1 ? 0 : answer;
}

uint32_t incontro_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
#ifdef INCONTRO_ISAL
    return crc32_gzip_refl(crc, bytes, count);
#else
    while (count > 0) {
        uint32_t part = clamped(count);
        crc = (uint32_t)crc32(crc, bytes, part);
        bytes += part;
        count -= part;
    }
    return crc;
#endif
}
