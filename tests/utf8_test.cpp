// Broken texts, other encodings, other offsets.
#include "shuliang/bridge/utf8.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;
using places = std::vector<sl::repaired_place>;

TEST_CASE("validation and repair") {
    CHECK(sl::first_invalid("共3名") == sl::all_valid);
    CHECK(sl::first_invalid("共3\xFF名") == 4);
    CHECK(sl::first_invalid("共\xE5\x90") == 3);
    const auto fixed = sl::repair("共3\xFF\xFE名\xE5\x90");
    CHECK(fixed.text == "共3\xEF\xBF\xBD名\xEF\xBF\xBD");
    CHECK(fixed.places == places{{4, 2, 4}, {9, 2, 10}});
    CHECK(sl::repair("").text.empty());
    for (const auto& line : support::all_lines()) {
        const auto same = sl::repair(line.text);
        REQUIRE(same.text == line.text);
        REQUIRE(same.places.empty());
    }
}

TEST_CASE("whatever the bytes, what is repaired is valid") {
    support::random random;
    for (int i = 0; i < support::rounds(3000); ++i) {
        std::string text = "共三千名和５元。";
        for (int n = random.below(6); n >= 0; --n)
            text.insert(static_cast<std::size_t>(random.below(static_cast<int>(text.size()))), 1,
                        static_cast<char>(random.below(256)));
        const auto fixed = sl::repair(text);
        REQUIRE(utf8::is_valid(fixed.text.begin(), fixed.text.end()));
        // What was not replaced is there still, in its place.
        std::string again;
        std::size_t from = 0;
        for (const auto& p : fixed.places) {
            again += text.substr(from, p.offset - from);
            REQUIRE(again.size() == p.place);
            again += "\xEF\xBF\xBD";
            from = p.offset + p.length;
        }
        REQUIRE(again + text.substr(from) == fixed.text);
    }
}

TEST_CASE("UTF-16") {
    CHECK(sl::from_utf16(u"共𠀀3名").text == "共𠀀3名");
    const std::u16string broken{u'共', char16_t{0xD840}, u'3', char16_t{0xDC00}};
    const auto fixed = sl::from_utf16(broken);
    CHECK(fixed.text ==
          "共\xEF\xBF\xBD"
          "3\xEF\xBF\xBD");
    CHECK(fixed.places == places{{1, 1, 3}, {3, 1, 7}});
}

TEST_CASE("offsets") {
    const std::string text = "共𠀀3名";
    const sl::offset_map map(text);
    CHECK(map.of_byte(3) == sl::text_offset{3, 1, 1});
    CHECK(map.of_byte(7) == sl::text_offset{7, 2, 3});
    CHECK(map.of_byte(5) == sl::text_offset{3, 1, 1});
    CHECK(map.of_utf16(2) == sl::text_offset{3, 1, 1});
    CHECK(map.of_utf16(3) == sl::text_offset{7, 2, 3});
    CHECK(map.of_codepoint(3) == sl::text_offset{8, 3, 4});
    CHECK(map.size() == sl::text_offset{11, 4, 5});
    CHECK(map.of_byte(1000) == map.size());
    CHECK(sl::offset_map("").size() == sl::text_offset{});
    const auto q = *(text | sl::extract<>).begin();
    CHECK(map.begin_of(q) == sl::text_offset{7, 2, 3});
    CHECK(map.end_of(q) == sl::text_offset{11, 4, 5});
}

TEST_CASE("offsets are those of utfcpp, there and back") {
    std::string text;
    for (const auto& line : support::all_lines()) text += line.text + "😀\n";
    const sl::offset_map map(text);
    for (std::size_t i = 0, steps = 0; i < text.size(); ++steps) {
        if (steps % 97 == 0) {
            const auto o = map.of_byte(i);
            std::u16string wide;
            utf8::utf8to16(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), std::back_inserter(wide));
            REQUIRE(o.codepoints == static_cast<std::size_t>(
                                        utf8::distance(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i))));
            REQUIRE(o.utf16 == wide.size());
            REQUIRE(map.of_codepoint(o.codepoints) == o);
            REQUIRE(map.of_utf16(o.utf16) == o);
        }
        i += sl::decode(text.data() + i, text.data() + text.size()).length;
    }
}
