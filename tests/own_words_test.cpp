// Words of the user in the grammar: wherever a built-in word is asked for, they are.
#include "shuliang/zh/own_words.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "shuliang/bridge/threads.hpp"
#include "shuliang/columns.hpp"
#include "shuliang/pieces.hpp"
#include "shuliang/vocabulary_file.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/phrases.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;

namespace {

inline constexpr auto farm = sl::vocabulary_of(
    sl::word{.symbol = "台篓"}, sl::word{.symbol = "跬"},
    sl::word{.symbol = "石箩", .dimension = sl::dimension::volume, .factor = {1, 10}},
    sl::word{.symbol = "斗箩", .dimension = sl::dimension::volume, .factor = {1, 100}},
    sl::word{.symbol = "百箩", .code = "百箩", .dimension = sl::dimension::volume, .factor = {25}},
    sl::word{.symbol = "里数", .code = "km"}, sl::word{.symbol = "巴仙", .code = "%"},
    sl::word{.symbol = "更次", .dimension = sl::dimension::time, .factor = {7200}},
    sl::word{.symbol = "工票", .code = "XGP", .dimension = sl::dimension::currency},
    sl::word{.symbol = "票角", .code = "XGP", .dimension = sl::dimension::currency, .factor = {1, 10}},
    sl::word{.symbol = "¤", .code = "XGP", .dimension = sl::dimension::currency, .use = sl::word_use::sign},
    sl::word{.symbol = "块", .code = "块"},
    sl::word{.symbol = "撑死", .use = sl::word_use::before, .flag = sl::approx::at_most},
    sl::word{.symbol = "没撑死", .use = sl::word_use::before},
    sl::word{.symbol = "起步", .use = sl::word_use::after, .flag = sl::approx::at_least},
    sl::word{.symbol = "三下锅", .use = sl::word_use::lookalike},
    sl::word{.symbol = "走三家", .use = sl::word_use::lookalike});
constexpr sl::vocabulary words = farm;
inline constexpr sl::options with_farm{.words = words};

std::vector<support::found> found(std::string_view text, const sl::options& choices) {
    std::vector<support::found> out;
    sl::extract_into(
        text, [&out](const sl::quantity& q) { out.push_back(support::describe(q)); }, choices);
    return out;
}

// `3台篓: count 3 台篓; …`
std::string read(std::string_view text, const sl::options& choices = with_farm) {
    std::string out;
    for (const auto& f : found(text, choices)) {
        if (!out.empty()) out += "; ";
        (out += text.substr(f.begin, f.end - f.begin)) += ": " + f.record;
    }
    return out;
}

constexpr std::string_view cases[][2] = {
    {"购入3台篓设备", "3台篓: count 3 台篓"},
    {"購入３臺篓設備", "３臺篓: count 3 台篓"},
    {"走了三跬远，一跬", "三跬: count 3 跬; 一跬: count 1 跬"},
    {"3 台篓、两台篓和十几台篓", "3 台篓: count 3 台篓; 两台篓: count 2 台篓; 十几台篓: count 11..19 台篓 ~indefinite"},
    {"3000余台篓", "3000余台篓: count 3000 台篓 ~over"},
    {"8大台篓", "8大台篓: count 8 台篓"},
    {"第三台篓", "第三台篓: ordinal 3 台篓"},
    {"1.2万石箩", "1.2万石箩: measure 12000 石箩"},
    {"30台", "30台: count 30 台"},  // only the longer word is the user's
    // ranges and lists
    {"3-5台篓", "3-5台篓: count 3..5 台篓"},
    {"3台篓至5台篓", "3台篓至5台篓: count 3..5 台篓"},
    {"三到五石箩", "三到五石箩: measure 3..5 石箩"},
    {"3、4台篓", "3、4台篓: count 3..4 台篓"},
    {"5石箩以上9石箩以下", "5石箩以上9石箩以下: measure 5..9 石箩"},
    {"38±2石箩", "38±2石箩: measure 36..40 石箩"},
    {"每3石箩一份", "每3石箩一份: count 1 份 per=石箩 per_value=3"},
    // compound amounts, halves
    {"3石箩2斗箩", "3石箩2斗箩: measure 32 斗箩"},
    {"两石箩零五斗箩", "两石箩零五斗箩: measure 25 斗箩"},
    {"两石箩半", "两石箩半: measure 2.5 石箩"},
    {"3工票5票角", "3工票5票角: money 3.5 XGP"},
    {"5更次半", "5更次半: duration 5.5 更次"},
    {"三更次", "三更次: duration 3 更次"},  // not 三更
    // rates
    {"每台篓5000元", "每台篓5000元: money 5000 CNY per=台篓"},
    {"5000元/台篓", "5000元/台篓: money 5000 CNY per=台篓"},
    {"每人3台篓", "每人3台篓: count 3 台篓 per=人"},
    {"3石箩/天", "3石箩/天: measure 3 石箩 per=d"},
    {"每10石箩3工票", "每10石箩3工票: money 3 XGP per=石箩 per_value=10"},
    // brackets
    {"340台(台篓)", "340台(台篓): count 340 台 alt=台篓"},
    {"340台篓（件、跬）", "340台篓（件、跬）: count 340 台篓 alt=件,跬"},
    {"3(三)台篓", "3(三)台篓: count 3 台篓"},
    // other words for built-in units, and other meanings
    {"30里数", "30里数: measure 30 km"},
    {"5巴仙", "5巴仙: percent 5 %"},
    {"3块", "3块: count 3 块"},
    // multipliers that begin a unit
    {"3百箩", "3百箩: measure 3 百箩"},
    {"三百二十箩", "三百二十箩: count 320 箩"},
    // currency signs, approximation
    {"¤3.5", "¤3.5: money 3.5 XGP"},
    {"共¤ 300万", "¤ 300万: money 3000000 XGP"},
    {"撑死300台篓", "撑死300台篓: count 300 台篓 ~at_most"},
    {"撑死三百人", "撑死三百人: count 300 人 ~at_most"},
    {"没撑死300人", "300人: count 300 人"},
    {"30工票起步", "30工票起步: money 30 XGP ~at_least"},
    {"5元起步，5元起", "5元起步: money 5 CNY ~at_least; 5元: money 5 CNY"},
    // look-alikes
    {"三下锅，走三家，三家", "三家: count 3 家"},
    {"下锅三次", "三次: count 3 次"},
};

}  // namespace

TEST_CASE("words of the user wherever a word is asked for") {
    for (const auto& [text, expected] : cases) CHECK(read(text) == expected);
}

TEST_CASE("what a unit of the user is") {
    const std::string_view text = "3石箩2斗箩、5巴仙、¤3、每台篓5件";
    std::vector<sl::quantity> all;
    for (const auto& q : text | sl::extract<farm>) all.push_back(q);
    REQUIRE(all.size() == 4);
    CHECK(all[0].unit().id() >= sl::first_user_unit);
    CHECK(all[0].unit() == farm.unit("斗箩"));
    CHECK(all[0].unit() == "斗箩");
    CHECK(all[0].unit().dimension() == sl::dimension::volume);
    CHECK(all[0].unit().factor() == sl::rational::make(1, 100));
    CHECK(all[0].in(farm.unit("石箩")) == sl::rational::make(32, 10));
    CHECK(all[0].in(sl::unit::of_code("L")) == sl::rational{320});
    CHECK(all[1].unit() == sl::unit::of_code("%"));
    CHECK(all[2].unit().dimension() == sl::dimension::currency);
    CHECK(all[3].per() == farm.unit("台篓"));
    CHECK(std::hash<sl::unit>{}(all[3].per()) == std::hash<sl::unit>{}(farm.unit("台篓")));
    CHECK(farm.unit("台篓") != farm.unit("跬"));
    CHECK(farm.unit("巴仙") == sl::unit::of_code("%"));
    const std::string_view litres = "300升";
    CHECK((all[0] > *(litres | sl::extract<>).begin()));
}

namespace {
inline constexpr auto shop = sl::vocabulary_of(sl::word{.symbol = "提篓"});
inline constexpr auto own_only =
    sl::vocabulary_of(sl::word{.symbol = "台篓"},
                      sl::word{.symbol = "起步", .use = sl::word_use::after, .flag = sl::approx::at_least})
        .instead_of_built_in();
inline constexpr auto sets = sl::count.of("个", farm.unit("台篓"));
inline constexpr auto& pair_of_sets = sl::sequence<sets, sl::lit<"和">, sl::measure>;

static_assert((*("购3台篓" | sl::extract<sl::count, farm>).begin()).unit() == "台篓");

template <class Range>
std::string units_of(Range&& range) {
    std::string out;
    for (const auto& q : range) (out += q.unit().code()) += ' ';
    return out;
}
}  // namespace

TEST_CASE("vocabularies in extractors") {
    const std::string_view text = "3台篓和5石箩，两提篓，7个，8元";
    CHECK(units_of(text | sl::extract<sl::count, farm>) == "台篓 个 ");
    CHECK(units_of(text | sl::extract<farm, shop>) == "台篓 石箩 提篓 个 CNY ");
    CHECK(units_of(text | sl::extract<sets, farm>) == "台篓 个 ");
    std::string groups;
    for (const auto& g : text | sl::extract<pair_of_sets, farm>) groups += g.text();
    CHECK(groups == "3台篓和5石箩");
    // Options name the vocabulary before the extractor does.
    static constexpr sl::options with_shop{.words = shop};
    CHECK(units_of(sl::extract<sl::count, farm>(text, with_shop)) == "台 提篓 个 ");
}

TEST_CASE("in place of the built-in words") {
    const sl::options only{.words = own_only};
    CHECK(read("3台篓、3台、5公里、50人左右，5元起步", only) ==
          "3台篓: count 3 台篓; 3: cardinal 3; 5公里: measure 5 km; 50: cardinal 50; 5元起步: money 5 CNY ~at_least");
    CHECK(read("三个月，97%，5元左右", only) == "三个月: duration 3 mo; 97%: percent 97 %; 5元: money 5 CNY");
}

TEST_CASE("one vocabulary: of the program, of a file, of both") {
    std::string file = "symbol\tcode\tdimension\tfactor\tuse\tflag\n";
    for (std::size_t i = 0; i < farm.size(); ++i) {
        const auto& w = farm[i];
        const auto& f = w.factor;
        const bool factor = f.numerator != 0;
        file += std::string{w.symbol} + "\t" + std::string{w.code} + "\t" +
                (w.dimension == sl::dimension::count
                     ? ""
                     : std::string{sl::dimension_names[static_cast<std::size_t>(w.dimension)]}) +
                "\t" + (factor ? std::to_string(f.numerator) + "/" + std::to_string(f.denominator) : "-") + "\t" +
                std::string{sl::word_use_names[static_cast<std::size_t>(w.use)]} + "\t" +
                (w.flag == sl::approx::at_most    ? "at_most"
                 : w.flag == sl::approx::at_least ? "at_least"
                                                  : "") +
                "\n";
    }
    std::vector<sl::file_error> errors;
    const auto loaded = sl::loaded_vocabulary::parse(file, "farm.tsv", errors);
    for (const auto& e : errors) FAIL_CHECK(e.text());
    const sl::options with_file{.words = loaded};
    for (const auto& [text, expected] : cases) CHECK(read(text, with_file) == expected);

    const auto both = sl::loaded_vocabulary::parse("symbol\n提篓\n", "shop.tsv", errors, farm);
    for (const auto& e : errors) FAIL_CHECK(e.text());
    const sl::options with_both{.words = both};
    CHECK(read("3台篓和5提篓", with_both) == "3台篓: count 3 台篓; 5提篓: count 5 提篓");
    CHECK(sl::loaded_vocabulary::parse("symbol\n臺篓\n", "v", errors, farm).size() == 0);
    CHECK(errors.back().text() == "v:2:1: the word '臺篓' is in the program already");
}

// Cases between words that are in no table, as one text.
static std::string all_cases(std::string_view between) {
    std::string text = support::long_text(between);
    for (const auto& c : cases) (text += c[0]) += between;
    return text;
}

TEST_CASE("in streams, pieces, threads and columns as in one go") {
    const std::string words_between =
        "。此处另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思，也不说什么时候\n";
    for (const auto& text : {all_cases("，"), all_cases(words_between + words_between)}) {
        const auto whole = found(text, with_farm);
        CHECK(whole != found(text, sl::default_options));
        for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{1000}, text.size()}) {
            sl::stream s(with_farm);
            std::vector<support::found> streamed;
            const auto keep = [&streamed](const sl::quantity& q) { streamed.push_back(support::describe(q)); };
            for (std::size_t at = 0; at < text.size(); at += size)
                s.feed(std::string_view{text}.substr(at, size), keep);
            s.finish(keep);
            REQUIRE(streamed == whole);
        }
        for (const unsigned threads : {1U, 3U}) {
            std::vector<support::found> parallel;
            sl::extract_into(
                text, sl::parallel{.threads = threads, .piece = 500},
                [&parallel](const sl::quantity& q) { parallel.push_back(support::describe(q)); }, with_farm);
            REQUIRE(parallel == whole);
        }
        sl::columns rows;
        sl::extract_into(text, rows, with_farm);
        std::vector<support::found> kept;
        for (std::size_t i = 0; i < rows.size(); ++i) kept.push_back(support::describe(rows.at(i, text)));
        REQUIRE(kept == whole);
    }
}

namespace {

// The records by the rules alone.
std::vector<support::found> by_rules(std::string_view text, const sl::options& choices) {
    std::vector<support::found> out;
    sl::zh::engine engine(text.data(), text.size(), choices);
    engine.take_no_short_way();
    sl::record r;
    sl::details d;
    while (engine.next(r, d)) out.push_back(support::describe({r, d, text.substr(r.begin, r.length), engine.units()}));
    return out;
}

}  // namespace

TEST_CASE("the short way beside words of the user reads as the rules do") {
    CHECK(found(all_cases("，"), with_farm) == by_rules(all_cases("，"), with_farm));
    support::random random;
    std::vector<std::string> pieces{"3",  "12", "两", "三十", "5万", "十几", "3.5", "100",  "，", "。", "人",
                                    "元", "个", "第", "约",   "每",  "/",    "-",   "至",   "、", "(",  ")",
                                    "半", "多", "余", " ",    "年",  "月",   "%",   "以上", "台", "更", "块"};
    for (std::size_t i = 0; i < farm.size(); ++i) pieces.emplace_back(farm[i].symbol);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (int n = 0; n < 12; ++n)
            text += pieces[static_cast<std::size_t>(random.below(static_cast<int>(pieces.size())))];
        INFO(text);
        REQUIRE(found(text, with_farm) == by_rules(text, with_farm));
    }
}

TEST_CASE("words that do not occur change nothing") {
    static constexpr auto nowhere = sl::vocabulary_of(
        sl::word{.symbol = "龘龘"}, sl::word{.symbol = "靐", .use = sl::word_use::before},
        sl::word{.symbol = "齉", .use = sl::word_use::after},
        sl::word{.symbol = "爩一", .use = sl::word_use::lookalike},
        sl::word{.symbol = "麤", .code = "XQQ", .dimension = sl::dimension::currency, .use = sl::word_use::sign});
    const sl::options choices{.words = nowhere};
    for (const auto& l : support::all_lines()) {
        INFO(l.where());
        CHECK(found(l.text, choices) == support::everything(l.text));
    }
    for (const auto& document : support::corpus()) CHECK(found(document, choices) == support::everything(document));
}

TEST_CASE("choosing kinds changes no reading with a vocabulary either") {
    const auto text = all_cases("，");
    std::string all, chosen;
    for (const auto& q : text | sl::extract<farm>)
        if (q.kind() == sl::kind::money) all += support::describe(q).record + "; ";
    for (const auto& q : text | sl::extract<sl::money, farm>) chosen += support::describe(q).record + "; ";
    CHECK(all == chosen);
    CHECK(!all.empty());
}
