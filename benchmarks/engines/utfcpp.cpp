// utfcpp, the library that most C++ programs reach for first: validation; and decoding, with the least that could be
// done with a character, to see whether it is a numeral.
#include <utf8.h>

#include "engine.hpp"

namespace {

std::uint64_t run(std::string_view text) { return utf8::is_valid(text.begin(), text.end()) ? 1 : 0; }

bool is_numeral(char32_t c) {
    if (c < 0x80) return c >= U'0' && c <= U'9';
    if (c >= 0xFF10 && c <= 0xFF19) return true;
    switch (c) {
        case U'〇':
        case U'零':
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百':
        case U'千':
        case U'万':
        case U'亿':
        case U'两':
        case U'半':
        case U'几':
        case U'数':
        case U'廿':
            return true;
        default:
            return false;
    }
}

std::uint64_t decode(std::string_view text) {
    std::uint64_t found = 0;
    for (auto at = text.begin(); at != text.end();)
        if (is_numeral(utf8::next(at, text.end()))) ++found;
    return found;
}

const bench::registered one{{20, "utfcpp is_valid", bench::answer::valid, run}};
const bench::registered two{{21, "utfcpp decoding", bench::answer::characters, decode, nullptr, 0, false, true}};

}  // namespace
