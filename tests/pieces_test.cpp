#include "shuliang/pieces.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;

namespace {

struct outcome {
    std::vector<support::found> found;
    int free = 0;      // pieces that any engine could begin
    int followed = 0;  // pieces that were read behind the one before
};

outcome in_pieces(std::string_view text, std::size_t size) {
    outcome out;
    sl::piece_engine engine;
    bool past = false;
    std::size_t reached = 0;
    for (sl::piece p = sl::next_piece(text, {}, size); p.begin < p.end; p = sl::next_piece(text, p, size)) {
        if (p.begin != reached) throw std::runtime_error("pieces do not touch");
        reached = p.end;
        ++(p.free ? out.free : out.followed);
        if (!p.free && !past) throw std::runtime_error("a piece that is not free has nothing before it");
        auto& reader = past ? engine.go_on(text, p, sl::default_options) : engine.begin(text, p, sl::default_options);
        sl::record r;
        sl::details d;
        while (reader.next(r, d)) out.found.push_back(support::describe({r, d, text.substr(r.begin, r.length)}));
        past = engine.past(text, p);
    }
    if (reached != text.size()) throw std::runtime_error("pieces do not reach the end");
    return out;
}

}  // namespace

TEST_CASE("pieces of every size give what the whole gives") {
    const std::string words = "。此处另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思，也不说什么时候\n";
    std::string twice = words + words;
    for (const auto& text :
         {support::long_text("，"), support::long_text("\n"), support::long_text(words), support::long_text(twice)}) {
        const auto whole = support::everything(text);
        for (const std::size_t size : std::initializer_list<std::size_t>{64, 200, 1000, 5000, 20000, 1000000}) {
            INFO(size);
            REQUIRE(in_pieces(text, size).found == whole);
        }
    }
    const auto text = support::long_text(twice);
    const auto cut = in_pieces(text, 1000);
    CHECK(cut.free > static_cast<int>(text.size() / 3000));
    CHECK(cut.followed == 0);
}

TEST_CASE("documents in pieces") {
    for (const auto& document : support::corpus())
        for (const std::size_t size : std::initializer_list<std::size_t>{100, 1000, 7777}) {
            INFO(size << ": " << document.substr(0, 100));
            REQUIRE(in_pieces(document, size).found == support::everything(document));
        }
}

TEST_CASE("texts that have no place to be cut") {
    std::string digits(20000, '7');
    std::string numerals;
    std::string names;
    for (int i = 0; i < 4000; ++i) {
        numerals += "一百二十万";
        names += i % 20 == 0 ? "A1" : "bcdefghijk";
    }
    for (const auto& text : {digits, numerals, names, std::string(20000, '\x80')}) {
        REQUIRE(in_pieces(text, 500).found == support::everything(text));
    }
    CHECK(in_pieces(numerals, 500).free == 1);
}

TEST_CASE("random texts in pieces") {
    support::random random;
    const std::vector<std::string> parts = {"一", "3",  "0", "约", "第", "人", "年", "月", "、", "至", "每", "a",
                                            "B",  "\n", " ", "和", "。", "，", "-",  ":",  "/",  "%",  "元", "之"};
    for (int round = support::rounds(200); round > 0; --round) {
        std::string text;
        while (text.size() < 3000) {
            if (random.below(30) == 0)
                for (int n = random.below(60); n > 0; --n) text += random.coin() ? "的" : "x";
            text += random.pick(parts);
        }
        INFO("seed " << support::seed());
        REQUIRE(in_pieces(text, static_cast<std::size_t>(100 + random.below(500))).found == support::everything(text));
    }
}

TEST_CASE("an empty text has no pieces") {
    const auto none = sl::next_piece("", {}, 100);
    CHECK(none.begin == none.end);
    CHECK(sl::find_cut("", 0, 10) == 0);
}
