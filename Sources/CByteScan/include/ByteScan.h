// Looks at sixteen bytes at once, which Swift's vectors can't turn into a mask in one instruction.
// Every function reads exactly sixteen bytes from each pointer on, or so many times sixteen: the caller proves that they are
// there.
#ifndef BYTE_SCAN_H
#define BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>

// Bit n: byte n is a quote, a backslash, a control character or none of ASCII.
static inline uint32_t byte_scan_special(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    __m128i slashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    // The comparison is signed: what is not ASCII is below zero.
    __m128i others = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, slashes), others));
}

// Bit n: byte n is this one.
static inline uint32_t byte_scan_equal(const uint8_t *bytes, uint8_t sign) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)sign)));
}

// How many of so many times sixteen bytes are this one.
static inline size_t byte_scan_count(const uint8_t *bytes, size_t blocks, uint8_t sign) {
    __m128i total = _mm_setzero_si128();
    __m128i wanted = _mm_set1_epi8((char)sign);
    while (blocks > 0) {
        // Each byte counts down those in its column, until it could run over.
        size_t end = blocks > 255 ? blocks - 255 : 0;
        __m128i columns = _mm_setzero_si128();
        for (; blocks > end; blocks--, bytes += 16) {
            columns = _mm_sub_epi8(columns, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)bytes), wanted));
        }
        total = _mm_add_epi64(total, _mm_sad_epu8(columns, _mm_setzero_si128()));
    }
    return (size_t)_mm_cvtsi128_si64(total) + (size_t)_mm_cvtsi128_si64(_mm_srli_si128(total, 8));
}

// Bit n: byte n is none of JSON's four blanks.
static inline uint32_t byte_scan_not_blank(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    __m128i spaces = _mm_cmpeq_epi8(block, _mm_set1_epi8(' '));
    __m128i feeds = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
    __m128i returns = _mm_cmpeq_epi8(block, _mm_set1_epi8('\r'));
    __m128i tabs = _mm_cmpeq_epi8(block, _mm_set1_epi8('\t'));
    __m128i blanks = _mm_or_si128(_mm_or_si128(spaces, feeds), _mm_or_si128(returns, tabs));
    return (uint32_t)_mm_movemask_epi8(blanks) ^ 0xFFFF;
}

// Bit n: byte n of the first sixteen is one byte, and byte n of the last sixteen is another.
static inline uint32_t byte_scan_ends(const uint8_t *first, const uint8_t *last, uint8_t start, uint8_t end) {
    __m128i starts = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)first), _mm_set1_epi8((char)start));
    __m128i ends = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)last), _mm_set1_epi8((char)end));
    return (uint32_t)_mm_movemask_epi8(_mm_and_si128(starts, ends));
}

// Bit n: byte n is no lower-case letter, no digit and no hyphen.
static inline uint32_t byte_scan_not_name(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    // Subtracting the least of a range makes its members the small numbers; a minimum compares them without a sign.
    __m128i letters = _mm_sub_epi8(block, _mm_set1_epi8('a'));
    __m128i digits = _mm_sub_epi8(block, _mm_set1_epi8('0'));
    __m128i isLetter = _mm_cmpeq_epi8(_mm_min_epu8(letters, _mm_set1_epi8(25)), letters);
    __m128i isDigit = _mm_cmpeq_epi8(_mm_min_epu8(digits, _mm_set1_epi8(9)), digits);
    __m128i isHyphen = _mm_cmpeq_epi8(block, _mm_set1_epi8('-'));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(isLetter, isDigit), isHyphen)) ^ 0xFFFF;
}

#else

static inline uint32_t byte_scan_special(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = bytes[index];
        mask |= (uint32_t)(byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80) << index;
    }
    return mask;
}

static inline uint32_t byte_scan_equal(const uint8_t *bytes, uint8_t sign) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) { mask |= (uint32_t)(bytes[index] == sign) << index; }
    return mask;
}

static inline size_t byte_scan_count(const uint8_t *bytes, size_t blocks, uint8_t sign) {
    size_t count = 0;
    for (size_t index = 0; index < 16 * blocks; index++) { count += bytes[index] == sign; }
    return count;
}

static inline uint32_t byte_scan_not_blank(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = bytes[index];
        mask |= (uint32_t)(byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t') << index;
    }
    return mask;
}

static inline uint32_t byte_scan_not_name(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = bytes[index];
        int fits = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
        mask |= (uint32_t)!fits << index;
    }
    return mask;
}

static inline uint32_t byte_scan_ends(const uint8_t *first, const uint8_t *last, uint8_t start, uint8_t end) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        mask |= (uint32_t)(first[index] == start && last[index] == end) << index;
    }
    return mask;
}

#endif
#endif
