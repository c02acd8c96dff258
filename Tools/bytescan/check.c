// Holds the functions of ByteScan.h to slow ones that look at a byte at a time, on buffers that end where their bytes do. Built with
// UndefinedBehaviorSanitizer and AddressSanitizer, which Swift's own code has no need of or can't have: it traps where C is
// undefined, and its driver knows no `undefined` on Linux.
#include "ByteScan.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t state = 1;

static uint32_t draw(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33);
}

// A buffer of its own, at any alignment, with the signs that the functions tell apart.
static uint8_t *buffer(size_t count, uint8_t **whole) {
    static const char signs[] = "\"\\\n\r\t \x1f\x7f\x80\xff" "az09-AZ/_";
    size_t shift = draw() % 16;
    uint32_t rarity = draw() % 2 ? 4 : 64;
    *whole = malloc(shift + count + (shift + count == 0));
    for (size_t index = 0; index < count; index++) {
        (*whole)[shift + index] = draw() % rarity ? (uint8_t)('a' + draw() % 4) : (uint8_t)signs[draw() % (sizeof signs - 1)];
    }
    return *whole + shift;
}

static int failures = 0;

static void expect(int holds, const char *what, size_t count) {
    if (holds) return;
    fprintf(stderr, "%s is wrong for %zu bytes\n", what, count);
    failures++;
}

static int is_plain(uint8_t byte) { return byte >= 0x20 && byte <= 0x7E && byte != '#'; }

static void sixteen(void) {
    uint8_t *whole, *other, *bytes = buffer(16, &whole), *more = buffer(16, &other);
    uint32_t special = 0, blank = 0, name = 0, ends = 0, plain = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = bytes[index];
        special |= (uint32_t)(byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80) << index;
        blank |= (uint32_t)(byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t') << index;
        name |= (uint32_t)!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-') << index;
        plain |= (uint32_t)!is_plain(byte) << index;
        ends |= (uint32_t)(byte == 'a' && more[index] == 'b') << index;
    }
    expect(byte_scan_special(bytes) == special, "special", 16);
    expect(byte_scan_not_blank(bytes) == blank, "not_blank", 16);
    expect(byte_scan_not_name(bytes) == name, "not_name", 16);
    expect(byte_scan_not_plain(bytes) == plain, "not_plain", 16);
    expect(byte_scan_ends(bytes, more, 'a', 'b') == ends, "ends", 16);
    free(whole), free(other);
}

static void any(size_t count) {
    uint8_t *whole, *other, *bytes = buffer(count, &whole), *copy = buffer(count, &other);
    size_t found = 0, first = count;
    for (size_t index = count; index-- > 0;) {
        if (bytes[index] == '\n') found++, first = index;
        copy[index] = bytes[index];
    }
    size_t front = 0, behind = 0, ascii = 0;
    while (ascii < count && bytes[ascii] < 0x80) ascii++;
    expect(byte_scan_ascii(bytes, count) == ascii, "ascii", count);
    while (front < count && is_plain(bytes[front])) front++;
    while (behind < count && is_plain(bytes[count - 1 - behind])) behind++;
    expect(byte_scan_plain(bytes, count) == front, "plain", count);
    expect(byte_scan_plain_behind(bytes, count) == behind, "plain_behind", count);
    expect(byte_scan_count(bytes, '\n', count) == found, "count", count);
    expect(byte_scan_find(bytes, '\n', count) == first, "find", count);
    expect(byte_scan_equal(bytes, copy, count) == 1, "equal", count);
    if (count > 0) {
        copy[draw() % count] ^= 1 << draw() % 8;
        expect(byte_scan_equal(bytes, copy, count) == 0, "equal, one bit off,", count);
    }
    free(whole), free(other);
}

int main(void) {
    for (int round = 0; round < 20000; round++) {
        sixteen();
        any(draw() % 80);
    }
    for (int round = 0; round < 20; round++) any(4000 + draw() % 9000);
    if (failures == 0) puts("ByteScan.h: all functions agree with slow ones");
    return failures != 0;
}
