// Looks at many bytes at once, which Swift's vectors can't turn into a mask in one instruction.
// A function without a count reads exactly sixteen bytes from each pointer on, or as many as it says, one with a count exactly
// so many: the caller proves that they are there.
#ifndef BYTE_SCAN_H
#define BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Where a byte stands first; the count where it does not.
static inline size_t byte_scan_find(const uint8_t *bytes, uint8_t wanted, size_t count) {
    const uint8_t *found = memchr(bytes, wanted, count);
    return found ? (size_t)(found - bytes) : count;
}

// Whether a byte is a lower-case letter, a digit or a hyphen.
static inline int byte_scan_is_name(uint8_t byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

// Whether a byte is a sign of ASCII that is shown as it is, and no number sign.
static inline int byte_scan_is_plain(uint8_t byte) { return byte >= 0x20 && byte < 0x7F && byte != '#'; }

// Whether the same bytes stand at both places, fewer than sixteen.
static inline int byte_scan_equal_short(const uint8_t *left, const uint8_t *right, size_t count) {
    // Two loads, which may overlap, cover twice the bytes of one.
    if (count >= 8) {
        uint64_t a, b, c, d;
        memcpy(&a, left, 8), memcpy(&b, right, 8), memcpy(&c, left + count - 8, 8), memcpy(&d, right + count - 8, 8);
        return ((a ^ b) | (c ^ d)) == 0;
    }
    if (count >= 4) {
        uint32_t a, b, c, d;
        memcpy(&a, left, 4), memcpy(&b, right, 4), memcpy(&c, left + count - 4, 4), memcpy(&d, right + count - 4, 4);
        return ((a ^ b) | (c ^ d)) == 0;
    }
    // Of three bytes at most, these are all.
    return count == 0 || (left[0] == right[0] && left[count / 2] == right[count / 2] && left[count - 1] == right[count - 1]);
}

#if defined(__SSE2__)
#include <emmintrin.h>

// Whether the same sixteen bytes stand at both places.
static inline int byte_scan_equal_block(const uint8_t *left, const uint8_t *right) {
    __m128i same = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)left), _mm_loadu_si128((const __m128i *)right));
    return _mm_movemask_epi8(same) == 0xFFFF;
}

// Whether the same bytes stand at both places.
static inline int byte_scan_equal(const uint8_t *left, const uint8_t *right, size_t count) {
    if (count < 16) return byte_scan_equal_short(left, right, count);
    size_t last = count - 16;
    for (size_t index = 0; index < last; index += 16) {
        if (!byte_scan_equal_block(left + index, right + index)) return 0;
    }
    // These may overlap those before.
    return byte_scan_equal_block(left + last, right + last);
}

// Bit n: byte n is a quote, a backslash, a control character or none of ASCII.
static inline uint32_t byte_scan_special(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    __m128i slashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    // The comparison is signed: what is not ASCII is below zero.
    __m128i others = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, slashes), others));
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

// Bit n: byte n is no sign of ASCII that is shown as it is, or a number sign.
static inline uint32_t byte_scan_not_plain(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    // The comparisons are signed: what is not ASCII is below zero.
    __m128i others = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));
    __m128i deletes = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F));
    __m128i signs = _mm_cmpeq_epi8(block, _mm_set1_epi8('#'));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(others, deletes), signs));
}

// Bit n: byte n of the first sixteen is one byte, and byte n of the last sixteen is another.
static inline uint32_t byte_scan_ends(const uint8_t *first, const uint8_t *last, uint8_t start, uint8_t end) {
    __m128i starts = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)first), _mm_set1_epi8((char)start));
    __m128i ends = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)last), _mm_set1_epi8((char)end));
    return (uint32_t)_mm_movemask_epi8(_mm_and_si128(starts, ends));
}

// Whether sixty-four bytes are ASCII.
static inline int byte_scan_is_ascii(const uint8_t *bytes) {
    const __m128i *blocks = (const __m128i *)bytes;
    __m128i first = _mm_or_si128(_mm_loadu_si128(blocks), _mm_loadu_si128(blocks + 1));
    __m128i last = _mm_or_si128(_mm_loadu_si128(blocks + 2), _mm_loadu_si128(blocks + 3));
    return _mm_movemask_epi8(_mm_or_si128(first, last)) == 0;
}

// How often a byte stands there.
static inline size_t byte_scan_count(const uint8_t *bytes, uint8_t wanted, size_t count) {
    __m128i wanteds = _mm_set1_epi8((char)wanted);
    __m128i sums = _mm_setzero_si128();
    size_t index = 0;
    while (count - index >= 16) {
        // Each column counts for itself, until it could run over.
        size_t blocks = (count - index) / 16;
        if (blocks > 255) blocks = 255;
        __m128i columns = _mm_setzero_si128();
        for (size_t block = 0; block < blocks; block++, index += 16) {
            __m128i found = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(bytes + index)), wanteds);
            columns = _mm_sub_epi8(columns, found);
        }
        sums = _mm_add_epi64(sums, _mm_sad_epu8(columns, _mm_setzero_si128()));
    }
    uint64_t halves[2];
    _mm_storeu_si128((__m128i *)halves, sums);
    size_t result = (size_t)(halves[0] + halves[1]);
    for (; index < count; index++) result += bytes[index] == wanted;
    return result;
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

static inline int byte_scan_equal(const uint8_t *left, const uint8_t *right, size_t count) {
    return count < 16 ? byte_scan_equal_short(left, right, count) : memcmp(left, right, count) == 0;
}

static inline int byte_scan_is_ascii(const uint8_t *bytes) {
    uint8_t all = 0;
    for (int index = 0; index < 64; index++) all |= bytes[index];
    return all < 0x80;
}

static inline size_t byte_scan_count(const uint8_t *bytes, uint8_t wanted, size_t count) {
    size_t result = 0;
    for (size_t index = 0; index < count; index++) result += bytes[index] == wanted;
    return result;
}

static inline uint32_t byte_scan_special(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = bytes[index];
        mask |= (uint32_t)(byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80) << index;
    }
    return mask;
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
        mask |= (uint32_t)!byte_scan_is_name(bytes[index]) << index;
    }
    return mask;
}

static inline uint32_t byte_scan_not_plain(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        mask |= (uint32_t)!byte_scan_is_plain(bytes[index]) << index;
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

// How many bytes of ASCII stand in front.
static inline size_t byte_scan_ascii(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    while (count - index >= 64 && byte_scan_is_ascii(bytes + index)) index += 64;
    while (index < count && bytes[index] < 0x80) index++;
    return index;
}

// How many plain bytes stand in front.
static inline size_t byte_scan_plain(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    for (; count - index >= 16; index += 16) {
        uint32_t others = byte_scan_not_plain(bytes + index);
        if (others != 0) return index + (size_t)__builtin_ctz(others);
    }
    if (count >= 16) {
        // The last sixteen, without those that were looked at.
        uint32_t others = byte_scan_not_plain(bytes + count - 16) >> (16 - (count - index));
        return others == 0 ? count : index + (size_t)__builtin_ctz(others);
    }
    while (index < count && byte_scan_is_plain(bytes[index])) index++;
    return index;
}

// How many plain bytes stand at the end.
static inline size_t byte_scan_plain_behind(const uint8_t *bytes, size_t count) {
    size_t rest = count;
    for (; rest >= 16; rest -= 16) {
        uint32_t others = byte_scan_not_plain(bytes + rest - 16) << 16;
        if (others != 0) return count - rest + (size_t)__builtin_clz(others);
    }
    if (count >= 16) {
        // The first sixteen, without those that were looked at.
        uint32_t others = byte_scan_not_plain(bytes) << (16 - rest) << 16;
        return others == 0 ? count : count - rest + (size_t)__builtin_clz(others);
    }
    while (rest > 0 && byte_scan_is_plain(bytes[rest - 1])) rest--;
    return count - rest;
}

#endif
