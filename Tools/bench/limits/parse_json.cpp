// What parsing costs and nothing else: simdjson's DOM of every line of one NDJSON file, and a walk over every key and value.
//
// Prints the number of lines, a sum over what was seen (so that the walk can't be left out), and the milliseconds of parsing
// and walking alone. Reading the file is outside of them. One thread.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <simdjson.h>

using namespace simdjson;

static uint64_t walk(dom::element value) {
    switch (value.type()) {
    case dom::element_type::OBJECT: {
        uint64_t sum = 1;
        for (auto member : dom::object(value)) sum += member.key.size() + walk(member.value);
        return sum;
    }
    case dom::element_type::ARRAY: {
        uint64_t sum = 1;
        for (auto item : dom::array(value)) sum += walk(item);
        return sum;
    }
    case dom::element_type::STRING: return std::string_view(value).size();
    case dom::element_type::INT64: return uint64_t(int64_t(value));
    case dom::element_type::UINT64: return uint64_t(value);
    case dom::element_type::DOUBLE: return uint64_t(double(value));
    case dom::element_type::BOOL: return bool(value) ? 3 : 2;
    default: return 1;
    }
}

int main(int count, char **arguments) {
    padded_string text;
    if (count != 2 || padded_string::load(arguments[1]).get(text)) {
        fprintf(stderr, "usage: parse_json FILE.ndjson\n");
        return 2;
    }
    dom::parser parser;
    uint64_t lines = 0, sum = 0;
    const char *line = text.data(), *end = line + text.size();
    auto start = std::chrono::steady_clock::now();
    while (line < end) {
        auto found = static_cast<const char *>(memchr(line, '\n', end - line));
        auto next = found ? found : end;
        dom::element root;
        // The next lines, and after the last one simdjson's own padding, are what may be read beyond the end.
        if (parser.parse(line, next - line, false).get(root)) {
            fprintf(stderr, "parse_json: line %llu is not JSON\n", (unsigned long long)lines + 1);
            return 1;
        }
        sum += walk(root);
        lines++;
        line = next + 1;
    }
    std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    printf("%llu lines, sum %llu, kernel %s\nown %.3f ms\n", (unsigned long long)lines, (unsigned long long)sum,
           get_active_implementation()->name().c_str(), taken.count());
    return 0;
}
