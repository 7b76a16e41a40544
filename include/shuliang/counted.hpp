// counted.hpp - what is counted: the noun phrase that a number belongs to.
//
//     for (const sl::quantity& q : text | sl::extract<>)
//         if (const auto noun = sl::counted(q, text)) use(noun.text(), noun.begin(), noun.end());
//
// 3000余名|党员干部, 复工率|达97.1%, 发放|防控知识宣传单|10万余份: by rules on the clause, the words of data/clause.tsv
// and no others. docs/counted.md is the contract. Not part of <shuliang.hpp>; who does not ask pays nothing.
//
// Looks at no more than 64 bytes on either side of the phrase, however long the text is. constexpr, no allocation,
// nothing throws, and nothing outside the text is read, whatever its bytes are.
#pragma once

#include <cstdint>
#include <string_view>

#include "shuliang/quantity.hpp"
#include "shuliang/zh/noun.hpp"

namespace shuliang::inline v0 {

// A noun phrase in the text: half-open byte range, and those bytes. Empty and false where nothing is counted.
class counted_noun {
public:
    constexpr counted_noun() noexcept = default;
    constexpr counted_noun(std::uint64_t begin, std::string_view text) noexcept : begin_(begin), text_(text) {}

    constexpr std::uint64_t begin() const noexcept { return begin_; }
    constexpr std::uint64_t end() const noexcept { return begin_ + text_.size(); }
    constexpr std::string_view text() const noexcept { return text_; }
    constexpr explicit operator bool() const noexcept { return !text_.empty(); }

    friend constexpr bool operator==(const counted_noun& a, const counted_noun& b) noexcept {
        return a.begin_ == b.begin_ && a.text_.size() == b.text_.size();
    }

private:
    std::uint64_t begin_ = 0;
    std::string_view text_;
};

namespace detail {

constexpr bool counts_itself(unit_id id) noexcept {
    for (int i = 0; i < zh::tables::noun_unit_count; ++i)
        if (zh::tables::noun_units[i] == id) return true;
    return false;
}
constexpr bool is_listed(std::string_view code, std::string_view list) noexcept {
    for (std::size_t at = list.find(code); !code.empty() && at != list.npos; at = list.find(code, at + 1))
        if ((at == 0 || list[at - 1] == ' ') && (at + code.size() == list.size() || list[at + code.size()] == ' '))
            return true;
    return false;
}

// What kind of thing a unit counts.
struct unit_nature {
    bool itself = false;   // 两乡, 3000人
    bool persons = false;  // 名 位
    bool acting = false;   // people and bodies: 名 位 家 户
    bool cases = false;    // 例
    bool events = false;   // 次 遍
    bool nothing = false;  // 思考一下
};
constexpr unit_nature nature_of(unit u) noexcept {
    const auto code = u.code();
    // 三部|影片, 五组|数据: nouns that count like measure words.
    const bool measure_word = is_listed(code, "部 组 队 处 所 班 车 船 团 路 室 科");
    return {counts_itself(u.id()) && !measure_word,
            is_listed(code, "名 位 员 人"),
            is_listed(code, "名 位 员 家 户 例"),
            code == "例",
            is_listed(code, "次 遍 回 趟 番 声 步 顿 阵 圈 周 人次 车次 架次"),
            code == "下" || (counts_itself(u.id()) && !measure_word && !is_listed(code, "人 人次 人口"))};
}

}  // namespace detail

// The noun phrase that `q` belongs to. `text` is the text that `q` was found in, or the part of it around `q` that
// is at hand; `q.text()` lies in it.
constexpr counted_noun counted(const quantity& q, std::string_view text) noexcept {
    using zh::noun_phrase;
    const auto k = q.kind();
    if (!(k == kind::count || k == kind::measure || k == kind::money || k == kind::percent || k == kind::fraction ||
          k == kind::multiple || k == kind::cardinal))
        return {};
    const char* from = q.text().data();
    const char* to = from + q.text().size();
    const char* text_end = text.data() + text.size();
    zh::stretch w{from - text.data() > context ? from - context : text.data(),
                  text_end - to > context ? to + context : text_end};
    while (!on_border(text.data(), text_end, w.begin)) ++w.begin;
    while (!on_border(text.data(), text_end, w.end)) --w.end;

    // 每平方公里320人 measures a density, and counts nobody.
    const auto nature = q.per().empty() ? detail::nature_of(q.unit()) : detail::unit_nature{};
    if (nature.nothing) return {};
    const auto before = zh::detail::read_before({w.begin, from}, from);
    const auto behind = nature.itself ? zh::noun_behind{} : zh::detail::read_behind({to, w.end}, to, nature.acting);

    const auto fits = [from, to](const noun_phrase& n) { return zh::detail::fits(n, from, to) && !n.only_adjective; };
    const auto good = [&](const noun_phrase& n) {
        if (!fits(n) || n.last == zh::part::localizer) return false;
        // 200名|党员|捐款5万元: what the number before counts.
        if (n.after_number && n.first == zh::part::agent) return false;
        // 检测|10万次 says what was done; 开展|检测|10万次 how much of it.
        const bool object = n.before == zh::part::light || n.before == zh::part::change ||
                            (n.before == zh::part::verb && n.second != nullptr);
        if (n.only_activity && !object) return false;
        const bool people = n.last == zh::part::agent || zh::ends_with(zh::tables::beside::acting, n);
        if (k == kind::count) {
            if (nature.persons) return people || n.only_activity;
            // 被告先后|五次: who does it is not what happens.
            if (nature.events && !nature.itself && (n.last == zh::part::agent || n.last == zh::part::body))
                return false;
            if (nature.cases) return zh::ends_with(zh::tables::beside::suffering, n);
        }
        if ((k == kind::money || k == kind::measure) && (n.last == zh::part::agent || n.last == zh::part::body))
            return false;
        // 约法三章, 哭在一堆: one character before a Chinese numeral is as often a verb.
        if (k == kind::count && n.end == from && n.first == zh::part::unknown && n.end - n.begin <= 3 &&
            static_cast<unsigned char>(*from) >= 0xE4U && static_cast<unsigned char>(*from) <= 0xE9U)
            return false;
        if (k == kind::cardinal && to - from < 2) return false;
        if (k == kind::percent || k == kind::fraction || k == kind::multiple) return true;
        return n.last != zh::part::place &&
               (n.last != zh::part::unknown || !zh::ends_with(zh::tables::beside::situated, n));
    };
    const auto measured = [&](const noun_phrase& n) {
        return good(n) && zh::ends_with(zh::tables::beside::measured, n);
    };
    const auto right = [&](bool modified) {
        // 按2%|计算
        if (k != kind::count && !behind.of && behind.noun.only_activity) return false;
        return fits(behind.noun) && (modified || !behind.modified) && !(nature.events && behind.modified);
    };
    const auto found = [&](const noun_phrase& n) {
        if (!n) return counted_noun{};
        const auto at = n.end <= from ? q.begin() - static_cast<std::uint64_t>(from - n.begin)
                                      : q.end() + static_cast<std::uint64_t>(n.begin - to);
        return counted_noun{at, {n.begin, static_cast<std::size_t>(n.end - n.begin)}};
    };

    if (measured(before.touching)) return found(before.touching);
    if (k == kind::count) {
        const bool left = good(before.touching);
        const bool rather = behind.then_number ||
                            (behind.noun.first == zh::part::activity && !before.touching.only_activity) ||
                            (behind.modified && before.touching.last != zh::part::activity);
        if (left && (rather || !right(true))) return found(before.touching);
        if (right(true)) return found(behind.noun);
        return good(before.linked) && !before.ends_in_of ? found(before.linked) : counted_noun{};
    }
    const bool share = k == kind::percent || k == kind::fraction || k == kind::multiple;
    if (!before.ends_in_of && measured(before.linked)) return found(before.linked);
    if (share) {
        if (right(false) && (behind.of || (before.ends_in_of && k == kind::multiple))) return found(behind.noun);
        if (before.shares) return good(before.sharing) ? found(before.sharing) : counted_noun{};
        if (before.ends_in_of && good(before.base)) return found(before.base);
        if (before.changes) return good(before.linked) ? found(before.linked) : counted_noun{};
        if (before.ends_in_of && good(before.linked)) return found(before.linked);
        if (right(false)) return found(behind.noun);
        if (good(before.touching)) return found(before.touching);
        return good(before.linked) ? found(before.linked) : counted_noun{};
    }
    if (good(before.touching)) return found(before.touching);
    if (before.changes && good(before.linked)) return found(before.linked);
    if (right(k != kind::money)) return found(behind.noun);
    return good(before.linked) && !before.ends_in_of ? found(before.linked) : counted_noun{};
}

}  // namespace shuliang::inline v0
