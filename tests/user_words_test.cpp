// Words of the user, in the program and from files.
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "shuliang/vocabulary.hpp"
#include "shuliang/vocabulary_file.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"
#include "support/text.hpp"

namespace sl = shuliang;

namespace {

inline constexpr auto farm =
    sl::vocabulary_of(sl::word{.symbol = "台套"},
                      sl::word{.symbol = "公石", .code = "hL", .dimension = sl::dimension::volume, .factor = {1, 10}},
                      sl::word{.symbol = "公石米", .code = "石米"},
                      sl::word{.symbol = "垧地", .dimension = sl::dimension::area, .factor = {1, 1, 4}},
                      sl::word{.symbol = "个头"}, sl::word{.symbol = "跬"});
constexpr sl::vocabulary words = farm;

// `hL 6`: the code of the word at the beginning of the text and its length.
std::string found(const sl::vocabulary& v, std::string_view text) {
    const auto m = v.find(text.data(), text.data() + text.size());
    return m ? std::string{v.unit(m.unit).code()} + " " + std::to_string(m.end - text.data()) : "-";
}

static_assert(words.size() == 6 && words.unit(sl::first_user_unit).id() == sl::first_user_unit);
static_assert([] {
    constexpr std::string_view text = "公石";
    const auto m = words.find(text.data(), text.data() + text.size());
    const auto u = words.unit(m.unit);
    return u.factor() == sl::rational::make(1, 10) && u.dimension() == sl::dimension::volume;
}());

std::string errors_of(std::string_view text) {
    std::vector<sl::file_error> errors;
    const auto v = sl::loaded_vocabulary::parse(text, "v", errors);
    if (!errors.empty()) CHECK(v.size() == 0);
    std::string out;
    for (const auto& e : errors) out += e.text() + "; ";
    return out;
}

}  // namespace

TEST_CASE("the longest word, in any spelling") {
    CHECK(found(words, "台套设备") == "台套 6");
    CHECK(found(words, "臺套") == "台套 6");
    CHECK(found(words, "公石") == "hL 6");
    CHECK(found(words, "公石米") == "石米 9");
    CHECK(found(words, "公石糖") == "hL 6");
    CHECK(found(words, "個頭") == "个头 6");
    CHECK(found(words, "箇头") == "个头 6");
    CHECK(found(words, "跬步") == "跬 3");
    CHECK(found(words, "台").find('-') == 0);
    CHECK(found(words, "公").find('-') == 0);
    CHECK(found(words, "") == "-");
    CHECK(found(words, "\xE5\x8F") == "-");
    CHECK(found(sl::vocabulary{}, "台套") == "-");
}

TEST_CASE("from a file") {
    std::vector<sl::file_error> errors;
    const auto loaded = sl::loaded_vocabulary::parse(
        "symbol,code,dimension,factor,variants\n"
        "台套,,,,\n"
        "公石,hL,volume,1/10,百升|公擔\n"
        "里格,,length,4.828032e3,\n"
        "银元,,currency,-,大洋\n",
        "v.csv", errors);
    for (const auto& e : errors) FAIL_CHECK(e.text());
    const sl::vocabulary v = loaded;
    CHECK(v.size() == 7);
    CHECK(v.unit_count() == 2);  // 百升 and 银元 are built in
    CHECK(found(v, "公担") == "hL 6");
    CHECK(found(v, "大洋") == "银元 6");
    const std::string_view league = "里格";
    CHECK(v.unit(v.find(league.data(), league.data() + league.size()).unit).factor()->text() == "4828.032");
}

TEST_CASE("errors say what is wrong, and where") {
    CHECK(errors_of("symbol,dimension\n台套,lenght\n") == "v:2:4: there is no dimension 'lenght'; ");
    CHECK(errors_of("symbol,dimension,factor\n尺规,length,1/0\n") ==
          "v:2:11: '1/0' is no factor such as 1/2, 2000/3, 0.5 or 1e-3; ");
    CHECK(errors_of("symbol,factor\n台套,2\n") == "v:2:4: measure words and currencies have no factor; ");
    CHECK(errors_of("symbol,variants\n台套,\n机组,電台|臺套\n") == "v:3:7: the word '臺套' is in line 2 already; ");
    CHECK(errors_of("symbol,code,dimension,factor\n甲,x,length,1\n乙,x,length,2\n") ==
          "v:3:3: the code 'x' has another dimension or factor before; ");
    CHECK(errors_of("symbol\n三套\n") == "v:2:1: a symbol does not begin with a numeral; ");
    CHECK(errors_of("symbol\n\"台 套\"\n") == "v:2:1: a symbol has no white space; ");
    CHECK(errors_of("symbol,code\n,x\n") == "v:2:1: a word without a symbol; ");
    CHECK(errors_of("word\n台套\n").find("v:1:1: there is no column 'symbol'") == 0);
}

TEST_CASE("many words") {
    support::random random;
    std::string file = "symbol,code\n";
    std::vector<std::string> symbols;
    for (int i = 0; i < 100'000; ++i) {
        std::string symbol = "甲";
        for (int n = i; n > 0; n /= 100) symbol += support::encode(static_cast<char32_t>(0x5000 + n % 100));
        symbols.push_back(symbol);
        file += symbol + ",u" + std::to_string(i % 1000) + "\n";
    }
    std::vector<sl::file_error> errors;
    const auto loaded = sl::loaded_vocabulary::parse(file, "v.csv", errors);
    for (std::size_t i = 0; i < 5 && i < errors.size(); ++i) FAIL_CHECK(errors[i].text());
    REQUIRE(loaded.size() == 100'000);
    const sl::vocabulary v = loaded;
    for (int i = 0; i < 20'000; ++i) {
        const auto n = static_cast<std::size_t>(random.below(100'000));
        REQUIRE(found(v, symbols[n]) == "u" + std::to_string(n % 1000) + " " + std::to_string(symbols[n].size()));
    }
    CHECK_FALSE(errors_of(file + "多余,u1\n").empty());
}
