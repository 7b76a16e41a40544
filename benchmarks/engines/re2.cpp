// RE2 with one pattern for a numeric phrase, as someone would write it in earnest: a word or sign before, a number in
// digits or characters, 余 多 来 几, 万 亿, one of 130 measure words and units with their usual prefixes, a word after.
// It knows no look-alikes, no ranges, dates only as number + 年 月 日, and gives no values. Twice: the place of the
// phrase alone, and with three captures (number, approximation, unit), the least that a program needs to go on.
//
// No handicaps: compiled once, memory enough for the automaton, nothing copied. The pattern is kept just short of
// 500 instructions, because RE2 above that gives up its fast search for captures (BitState) and is four times slower;
// prefixes are factored out of the units for the same reason. Check ProgramSize() when changing it.
#include <re2/re2.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine.hpp"

namespace {

constexpr const char* before = "(?:第|百分之|大?约|将?近|超过?|逾|不[足到]|至少|[-+¥$])?";

constexpr const char* number = "[0-9０-９][0-9０-９.,]*|[〇零一二三四五六七八九十百千万亿两半几数廿]+";

constexpr const char* inside = "[余多来几]?[万亿]?";

constexpr const char* unit =
    "[%％‰℃]|k?[mg]|[kM]W|[MG]B|个?百分点|个?工作日|分钟|公顷|"
    "(?:平方公?|立方|公|毫|厘|小|分|周|人|台|车|架|个|季|世|年|阶|美|欧|日|港|韩|海)?"
    "[个名人家例户项件辆台套张条次起处所座部篇份批间栋艘架头只株棵盏支本册枚块瓶箱袋桶位场期门类种宗笔对双组队村乡"
    "镇县市省区州国元角分毛米斤克吨升亩里度天日年月周岁时点秒号届轮版章代倍成折级层楼匹把封壶碗杯口根片颗粒顶扇幅卷"
    "页句段首声步回遍趟番顿道排行列堆群班股员者]";

constexpr const char* after = "(?:左右|上下|以[上下内]|余|多)?";

std::string plain() { return std::string{before} + "(?:" + number + ")" + inside + "(?:" + unit + ")" + after; }
std::string capturing() { return std::string{before} + "(" + number + ")(" + inside + ")(" + unit + ")" + after; }

const re2::RE2& compiled(const std::string& pattern) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{256} << 20);
    auto* const re = new re2::RE2(pattern, options);  // for the life of the program
    if (!re->ok()) {
        std::fprintf(stderr, "RE2 does not take the pattern: %s\n", re->error().c_str());
        std::exit(1);
    }
    return *re;
}

// Older RE2 has a StringPiece of its own, newer ones absl::string_view: both are made from data and size.
template <int Submatches, class Sink>
void each(const re2::RE2& re, std::string_view text, Sink&& sink) {
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece groups[Submatches];
    for (std::size_t at = 0; at < text.size();) {
        if (!re.Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups, Submatches)) break;
        const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
        bench::keep(groups);
        sink(begin, groups[0].size());
        at = begin + groups[0].size();
    }
}

const re2::RE2& plain_re() {
    static const re2::RE2& re = compiled(plain());
    return re;
}
const re2::RE2& capturing_re() {
    static const re2::RE2& re = compiled(capturing());
    return re;
}

template <const re2::RE2& (*Pattern)(), int Submatches>
std::uint64_t run(std::string_view text) {
    std::uint64_t found = 0;
    each<Submatches>(Pattern(), text, [&found](std::size_t, std::size_t) { ++found; });
    return found;
}

template <const re2::RE2& (*Pattern)(), int Submatches>
std::uint64_t digest(std::string_view text) {
    bench::digester d;
    each<Submatches>(Pattern(), text, [&d](std::size_t begin, std::size_t length) { d.add(begin), d.add(length); });
    return d.value();
}

const bench::registered one{{30, bench::re2_phrase, bench::answer::pattern, run<plain_re, 1>, digest<plain_re, 1>}};
const bench::registered two{
    {31, "re2 phrase, 3 captures", bench::answer::pattern, run<capturing_re, 4>, digest<capturing_re, 4>}};

}  // namespace
