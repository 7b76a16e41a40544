// Places for other languages: bytes here, code points in Python, UTF-16 units in Java and JavaScript.
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/bridge/utf8.hpp>
#include <string>

namespace sl = shuliang;

int main() {
    const std::string text = "😀三名队员\xFF𠮷野家5家";

    // What is broken is repaired, and said.
    const auto fixed = sl::repair(text);
    for (const auto& p : fixed.places) std::cout << p.length << " bytes at " << p.offset << " are no UTF-8\n";

    const sl::offset_map map(fixed.text);
    for (const sl::quantity& q : fixed.text | sl::extract<>) {
        const auto begin = map.begin_of(q), end = map.end_of(q);
        std::cout << q.text() << ": bytes [" << begin.bytes << ", " << end.bytes << "), Python [" << begin.codepoints
                  << ", " << end.codepoints << "), JavaScript [" << begin.utf16 << ", " << end.utf16 << ")\n";
    }

    // A place that JavaScript names, as bytes; and text that came from it.
    std::cout << "unit 2 is byte " << map.of_utf16(2).bytes << '\n';
    const auto converted = sl::from_utf16(u"共😀七个");
    for (const sl::quantity& q : converted.text | sl::extract<>) std::cout << q.text() << '\n';
}
