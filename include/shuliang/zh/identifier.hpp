// zh/identifier.hpp - digits that name and do not count: telephone numbers, licences, models, files, versions, roads.
//
// What the reader recognises it steps over as a whole, so that nothing inside is returned as a quantity. It is asked
// for numbers written in ASCII (or full-width) digits, and for names that labels such as 嫦娥 or 图 introduce.
#pragma once

#include "shuliang/zh/left.hpp"

namespace shuliang::inline v0::zh {

namespace tables {
#include "shuliang/zh/labels.inc"
}  // namespace tables

// The span of a name; `end` null when there is none, `begin` null when the text up to `end` is to be stepped over.
struct name_span {
    const char* begin = nullptr;
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

namespace detail {

[[gnu::always_inline]] constexpr bool is_alnum(char_id id) noexcept { return is_latin(id) || is_digit(id); }

// Marks that join the parts of a Latin name: IMG_2022-1.png, a@b.cn, http://x/y?z=1.
[[gnu::always_inline]] constexpr bool joins_name(char_id id) noexcept {
    return id == "-"_c || id == "_"_c || id == "."_c || id == "@"_c || id == "/"_c || id == "&"_c || id == "="_c ||
           id == "?"_c || id == "#"_c || id == "~"_c || id == ":"_c || id == "+"_c || id == "%"_c;
}

// The end of the run of Latin letters and digits, joined by single marks, that goes on at `p`.
constexpr const char* name_end(const char* p, const char* end) noexcept {
    while (p < end) {
        const auto c = at(p, end);
        if (is_alnum(c.id)) {
            p += c.length;
            continue;
        }
        if (!joins_name(c.id)) break;
        const char* q = p + c.length;
        for (int i = 0; i < 2 && joins_name(at(q, end).id); ++i) q += at(q, end).length;
        if (!is_alnum(at(q, end).id)) break;
        p = q;
    }
    return p;
}

// Where the run of Latin letters and digits that ends at `p` begins, at most 64 bytes back.
constexpr const char* name_begin(const char* floor, const char* p) noexcept {
    if (p - floor > context) floor = p - context;
    while (p > floor) {
        const auto c = before(floor, p);
        if (is_alnum(c.id)) {
            p -= c.length;
            continue;
        }
        if (!joins_name(c.id) || c.id == "%"_c) break;
        const auto d = before(floor, p - c.length);
        if (!is_alnum(d.id) && !joins_name(d.id)) break;
        p -= c.length;
    }
    return p;
}

struct digit_groups {
    int groups = 0;
    int digits[4] = {};
    int total = 0;
    bool leading_zero = false;
    bool area_code = false;  // the first group is 0 and two or three digits
    const char* end = nullptr;
};

// Runs of digits joined by single hyphens (or spaces when `spaced`).
constexpr digit_groups read_groups(const char* p, const char* end) noexcept {
    digit_groups g;
    while (true) {
        int run = 0;
        const char* q = p;
        for (auto c = at(q, end); c.cls() == char_class::digit; c = at(q, end)) {
            if (g.groups == 0 && run == 0) g.leading_zero = c.value() == 0;
            ++run;
            q += c.length;
        }
        if (run == 0) return g;
        if (g.groups < 4) g.digits[g.groups] = run;
        g.total += run;
        ++g.groups;
        g.end = q;
        const auto mark = at(q, end);
        if (mark.id != "-"_c) return g;
        p = q + mark.length;
    }
}

// Behind a telephone number in groups with spaces between: 138 1234 5678, 010 8888 6666, 400 820 8820, 6888 8888 behind
// an area code. Null when there is none. `g` are the groups at `p`, joined by hyphens.
[[gnu::always_inline]] constexpr const char* spaced_telephone_end(const char* p, const digit_groups& g,
                                                                  const char* end) noexcept {
    int digits[3] = {g.groups == 1 ? g.digits[0] : 0, 0, 0};
    int count = 1;
    const char* q = g.end;
    const char* behind[3] = {q, nullptr, nullptr};
    while (count < 3 && at(q, end).id == " "_c) {
        const auto next = read_groups(q + at(q, end).length, end);
        if (next.groups != 1) break;
        digits[count] = next.digits[0];
        behind[count++] = q = next.end;
    }
    if (count == 1 || is_latin(at(q, end).id) || find_unit(q, end).role() != role::none) return nullptr;
    const int first = at(p, end).value();
    const int second = at(p + at(p, end).length, end).value();
    if (g.groups == 1 && count == 3) {
        const bool mobile = digits[0] == 3 && digits[1] == 4 && digits[2] == 4 && first == 1 && second >= 3;
        const bool area = g.leading_zero && digits[0] <= 4 && digits[1] >= 3 && digits[1] <= 4 && digits[2] == 4;
        const bool free =
            digits[0] == 3 && digits[1] == 3 && digits[2] == 4 && (first == 4 || first == 8) && second == 0;
        return mobile || area || free ? behind[2] : nullptr;
    }
    if (g.groups == 1)
        return g.leading_zero && digits[0] <= 4 && digits[1] >= 7 && digits[1] <= 8 ? behind[1] : nullptr;
    // 021-5888 1234, 86-21-6888 8888
    const bool cut = g.groups <= 3 && g.digits[g.groups - 1] == 4 && (g.leading_zero || g.groups == 3);
    return cut && digits[1] == 4 ? behind[1] : nullptr;
}

// Over an extension behind a telephone number: 转801, 分机123.
[[gnu::always_inline]] constexpr const char* over_extension(const char* p, const char* end) noexcept {
    const char* q = after_word(p, end, "分机"_w);
    if (q == nullptr) q = after_word(p, end, "转"_w);
    if (q == nullptr) return p;
    const auto g = read_groups(q, end);
    return g.groups == 1 && g.total <= 6 && find_unit(g.end, end).role() == role::none ? g.end : p;
}

// The end of a list of notes that goes on at `p` and ends before ]: [12], [1-3,5]. Null when it is none.
[[gnu::always_inline]] constexpr const char* notes_end(const char* p, const char* end) noexcept {
    for (int i = 0; i < 24; ++i) {
        const auto c = at(p, end);
        if (c.id == "]"_c) return p;
        if (c.cls() != char_class::digit && c.id != ","_c && c.id != "，"_c && c.id != "、"_c && c.id != "-"_c &&
            c.id != "~"_c && c.id != " "_c)
            return nullptr;
        p += c.length;
    }
    return nullptr;
}

// Over 号 and a further part behind it: 备11041399号-2.
constexpr const char* behind_number(const char* p, const char* end) noexcept {
    const auto c = at(p, end);
    if (c.id != "号"_c) return p;
    p += c.length;
    if (at(p, end).id == "-"_c && at(p + 1, end).cls() == char_class::digit) return read_groups(p + 1, end).end;
    return p;
}

// Behind the number of a case or document whose office goes on at `p`: 台財稅字第 0910456 號, 京01民终1234号. Brackets,
// letters and spaces stand in it only where 字第 does; `plain` says whether one without 字第 will do. Null when there
// is none.
constexpr const char* file_number_end(const window& w, const char* p, bool plain) noexcept {
    const char* q = p;
    bool digits = false;    // the last character was part of the number
    bool numbered = false;  // behind 字第
    bool loose = false;     // something that needs 字第
    char_id last = 0;
    for (int i = 0; i < 40 && q < w.end; ++i) {
        const auto c = at(q, w.end);
        if (c.id == "号"_c && digits && (numbered || (plain && !loose))) return q + c.length;
        if (c.id == "第"_c && last == "字"_c) {
            numbered = true;
        } else if (c.cls() == char_class::digit || (numbered && c.cls() == char_class::numeral)) {
            digits = true;
        } else if ((numbered && digits && (*q == '\n' || *q == '\r')) ||
                   (!numbered && loose && *q == '\n' && starts_with_any(skip_spaces(q + 1, w.end), w.end, "字第"_w))) {
            return q;  // the line ends before 號 or 字第
        } else if (c.id == " "_c || c.id == "-"_c || is_latin(c.id)) {
            loose = loose || c.id != "-"_c;
            if (!numbered && c.id == " "_c && last != "字"_c) return nullptr;
        } else {
            const bool bracket = c.id == "("_c || c.id == ")"_c;
            if (numbered || !(bracket || is_han(q, w.end))) return nullptr;
            loose = loose || bracket;
            digits = false;
        }
        if (c.id != " "_c) last = c.id;
        q += c.length;
    }
    return nullptr;
}

// The number of a case or document that begins with its year in brackets: (2019)京01民终1234号, 〔2020〕5号,
// (80)台財證(二)字第 312 號. `n` is the year. The end is null when there is none.
constexpr const char* case_number_end(const window& w, const char* p, const numeral& n) noexcept {
    const auto open = before(w.floor, p);
    if (open.id != "("_c && open.id != "〔"_c && open.id != "["_c) return nullptr;
    const auto close = at(n.end, w.end);
    if (close.id != ")"_c && close.id != "〕"_c && close.id != "]"_c) return nullptr;
    return file_number_end(w, n.end + close.length, n.arabic && (n.digits == 4 || (n.digits == 2 && open.id != "("_c)));
}

// The same with 年 behind the year: 72年台上字第115號.
constexpr const char* year_case_number_end(const window& w, const numeral& n) noexcept {
    const char* q = n.end + at(n.end, w.end).length;
    if (at(q, w.end).id == "度"_c) q += at(q, w.end).length;
    const auto c = at(q, w.end);
    return c.cls() == char_class::none && c.length == 3 ? file_number_end(w, q, false) : nullptr;
}

constexpr int label_before(const char* floor, const char*& p) noexcept {
    constexpr trie words{tables::label_cells};
    const auto m = longest_before(words, floor, p);
    if (m) p = m.end;
    return m.value;
}

}  // namespace detail

// A run of Chinese digits that is a number read aloud: a telephone number, or one with 幺 for 1 (flight 幺三三幺).
constexpr bool is_spoken_name(const window& w, const numeral& n) noexcept {
    if (n.range || n.fraction || n.digits > 20) return false;
    if (n.digits >= 7 && !find_unit(w, n.end)) return true;
    for (const char* q = n.begin; q < n.end; q += at(q, w.end).length)
        if (at(q, w.end).id == "幺"_c) return true;
    return false;
}

// A.12 and B.15: the letters of the answers to choose from.
[[gnu::always_inline]] constexpr bool is_choice(const window& w, const char* p, const numeral& n) noexcept {
    if (p - w.floor < 2 || p[-1] != '.' || p[-2] < 'A' || p[-2] > 'D' || n.fraction) return false;
    const auto b = before(w.begin, p - 2);
    return b.at_end() || b.id == " "_c || b.id == "("_c || b.length == 3 || p[-3] == '\n';
}

// The name that holds the number at `p`, if it is one. `n` is that number, `l` what stands before it.
constexpr name_span read_identifier(const window& w, const char* p, const numeral& n, const left_context& l) noexcept {
    using namespace detail;
    const auto previous_character = before(w.floor, p);
    if (const char* end = case_number_end(w, p, n)) return {p - previous_character.length, end};
    if (n.arabic) {
        // Digits that touch a Latin letter: N95, PM2.5, IMG_2022.png, 5G; but 5km, 3k and 1.5e6 are numbers.
        const auto next = at(n.end, w.end);
        bool glued = is_latin(previous_character.id) || previous_character.id == "_"_c;
        if (!glued &&
            (previous_character.id == "-"_c || previous_character.id == "."_c || previous_character.id == "@"_c ||
             previous_character.id == "/"_c || previous_character.id == "·"_c))
            glued = is_latin(before(w.floor, p - previous_character.length).id) && !is_choice(w, p, n);
        if (!glued && (previous_character.id == "="_c || previous_character.id == "&"_c)) {
            // The query of an address: http://a.cn/?id=3; x=2 is an equation.
            const char* address = name_begin(w.floor, p);
            for (const char* q = address; q + 1 < p && !glued; ++q)
                glued = *q == '?' || *q == '&' || (q[0] == '/' && q[1] == '/');
        }
        if (glued && is_latin(previous_character.id)) {
            // US$5, RMB500, 约x5: a currency or a sign of multiplication is no name. AM9:00 is a clock time.
            const auto money = find_currency_before(w.floor, p);
            if (money && !is_latin(before(w.floor, money.end).id)) glued = false;
            if ((previous_character.id == "x"_c || previous_character.id == "X"_c) && find_unit(w, n.end))
                glued = false;
            if (next.id == "°"_c) glued = false;  // sin30°
            if ((previous_character.id == "x"_c || previous_character.id == "X"_c) &&
                is_digit(before(w.begin, p - previous_character.length).id) && before(w.floor, p - 1).at_end())
                glued = false;  // 5x3
            if (ends_with_any(w.floor, p, "AM"_w, "PM"_w, "am"_w, "pm"_w) && next.id == ":"_c) glued = false;
        }
        bool trailing = is_latin(next.id) || next.id == "_"_c;
        if (trailing && next.id != "_"_c) {
            const auto u = find_unit(w, n.end);
            const auto* s = u ? u.among(w.floor, p, w.end) : nullptr;
            if (s != nullptr && !latin_goes_on(u.end, w.end) && s->role() != role::none) trailing = false;
            // 5x3 is a product; 18 characters with an X at the end are the number of an identity card.
            // 2x+3 names an unknown.
            if (const auto factor = at(n.end + 1, w.end); (next.id == "x"_c || next.id == "X"_c) && n.digits < 15 &&
                                                          (glued || is_digit(factor.id) || factor.id == " "_c))
                trailing = false;
            // 2h30min
            if (time_goes_on(n.end, w.end)) trailing = false;
            if (next.id == "T"_c && n.digits == 2) trailing = false;
        }
        // 2019-nCoV: letters behind a hyphen belong to the name.
        if (next.id == "-"_c && !n.fraction && !n.grouped && is_latin(at(n.end + next.length, w.end).id) &&
            is_latin(at(n.end + next.length + 1, w.end).id))
            trailing = true;
        // 600123.SH, 00700.HK: the number of a share with its market.
        if (n.digits >= 4 && !n.fraction && next.id == "."_c && is_latin(at(n.end + 1, w.end).id) &&
            is_latin(at(n.end + 2, w.end).id) && !is_latin(at(n.end + 3, w.end).id))
            trailing = true;
        if (glued || trailing) {
            const char* begin = glued ? name_begin(w.floor, p) : p;
            const char* end = name_end(p, w.end);
            // So many letters that their beginning is out of sight: stepped over, for nobody could say what they name.
            if (p - begin > longest_joined) return {nullptr, end};
            // 京A12345: the letter of a number plate has a province before it.
            const auto han = before(w.floor, begin);
            const bool masked = p - begin == 1 && previous_character.id == "x"_c;
            if (masked && han.length == 3 && han.cls() == char_class::none) begin -= han.length;
            if (han.length == 3 && han.id != 0 && n.digits >= 5 && is_latin(at(begin, w.end).id) &&
                !is_latin(at(begin + 1, w.end).id))
                begin -= han.length;
            return {begin, behind_number(end, w.end)};
        }
        const auto g = read_groups(p, w.end);
        const auto behind = at(g.end, w.end);
        if (behind.id == " "_c && n.end <= g.end && g.total >= 3)
            if (const char* end = spaced_telephone_end(p, g, w.end)) return {p, over_extension(end, w.end)};
        const auto third = g.groups >= 3;
        const bool mobile = g.groups == 1 && g.total == 11 && at(p, w.end).value() == 1 &&
                            at(p + at(p, w.end).length, w.end).value() >= 3 && !n.grouped && !n.fraction &&
                            n.end == g.end && !find_unit(w, g.end) && !has(behind, mark::after);
        const bool long_run = g.groups == 1 && g.total >= 12 && n.end == g.end && !find_unit(w, g.end);
        const bool telephone =
            g.groups >= 2 && ((g.leading_zero && g.digits[0] >= 3) || g.digits[0] + g.digits[1] >= 10 ||
                              (g.digits[0] == 3 && g.digits[1] == 3 && g.digits[2] == 4));
        if (mobile || long_run || telephone || third) {
            // A label that touches belongs to the name: 京公网安备11010502035964.
            const char* begin = p;
            const int sort = label_before(w.floor, begin);
            return {sort == 2 ? begin : p, over_extension(g.end, w.end)};
        }
        // (010)68995855
        if (g.leading_zero && g.groups == 1 && g.total >= 2 && g.total <= 4 && behind.id == ")"_c) {
            const auto more = read_groups(g.end + behind.length, w.end);
            if (more.total >= 7) return {p, over_extension(more.end, w.end)};
        }
        // 007, 0123: a leading zero names, unless a unit follows (08年, 05分).
        if (n.leading_zero && !n.fraction && g.groups == 1 && n.end == g.end && n.digits >= 3 && !find_unit(w, g.end) &&
            behind.id != ":"_c)
            return {p, g.end};
        // 1.2.3 is a version (dates have been read before).
        if (n.fraction && at(n.end, w.end).id == "."_c && at(n.end + 1, w.end).cls() == char_class::digit)
            return {p, name_end(p, w.end)};
        // 伊尔-76: a hyphen directly behind a Chinese character, and no unit.
        if (previous_character.id == "-"_c && !(l.negative && !l.loose_minus)) {
            const char* mark = p - previous_character.length;
            const auto han = before(w.floor, mark);
            if (!han.at_end() && han.length == 3 && han.cls() == char_class::none && han.id != "、"_c &&
                han.id != "，"_c && han.id != "。"_c && han.id != "—"_c && han.id != "度"_c && han.id != "温"_c &&
                (!find_unit(w, n.end) || at(n.end, w.end).id == "等"_c) && !n.fraction &&
                !has(at(skip_spaces(n.end, w.end), w.end), mark::range) && at(n.end, w.end).id != "%"_c)
                return {mark - han.length, n.end};
        }
        // Roads: 393省道, 107国道; places named by number: 301医院.
        if (!n.fraction && !n.grouped) {
            if (has_neighbour(tables::beside::road, n.end, n.end, n.end, w.end)) {
                const auto first = at(n.end, w.end);
                if (first.id == "路"_c) return {p, n.end + first.length};  // 3路|公交
                return {p, n.end + first.length + at(n.end + first.length, w.end).length};
            }
            // 404号省道, 51号公路
            for (const auto& road :
                 {"号省道"_w, "号国道"_w, "号县道"_w, "号公路"_w, "号高速"_w, "号班机"_w, "号航班"_w, "号列车"_w})
                if (const char* end = after_word(n.end, w.end, road)) return {p, end};
            // 56式半自动步枪, 051型驱逐舰
            if (has_neighbour(tables::beside::arms, p, p, n.end, w.end) ||
                (n.leading_zero && n.digits >= 3 && at(n.end, w.end).id == "型"_c))
                return {p, n.end + at(n.end, w.end).length};
            // CX888航班
            if (is_latin(previous_character.id) && starts_with_any(n.end, w.end, "航班"_w, "班机"_w, "列车"_w))
                return {name_begin(w.floor, p), n.end};
            // 120急救, 10086客服, 1#楼
            if ((n.digits == 3 || n.digits >= 5) && has_neighbour(tables::beside::service, w.floor, p, n.end, w.end))
                return {p, n.end};
            if (n.digits <= 2 && n.power == 0 && at(n.end, w.end).id == "#"_c &&
                has_neighbour(tables::beside::numbered, w.floor, p, n.end + at(n.end, w.end).length, w.end))
                return {p, n.end + at(n.end, w.end).length};
            // 12345政务热线
            if (n.digits >= 3 && starts_with_any(n.end, w.end, "政务热线"_w, "服务热线"_w, "客服热线"_w, "举报热线"_w))
                return {p, n.end};
            // 双11: a day of shopping.
            if (previous_character.id == "双"_c && n.digits == 2 && find_unit(w, n.end).role() == role::none &&
                (n.value == decimal{11} || n.value == decimal{12}))
                return {p - previous_character.length, n.end};
            // word^2: the mark of a note.
            if (previous_character.id == "^"_c && n.digits <= 3 &&
                before(w.floor, p - previous_character.length).cls() != char_class::digit)
                return {p - previous_character.length, n.end};
            // [12]: the mark of a note.
            if (previous_character.id == "["_c && n.digits <= 3)
                if (const char* end = notes_end(n.end, w.end)) return {p, end};
            // 李某1, 孙x2: masked names.
            if (previous_character.id == "某"_c ||
                ((previous_character.id == "x"_c || previous_character.id == "×"_c) &&
                 before(w.floor, p - previous_character.length).length == 3 && !find_unit(w, n.end)))
                if (!find_unit(w, n.end)) {
                    const char* mark = p - previous_character.length;
                    return {mark - before(w.floor, mark).length, n.end};
                }
        }
    }
    // Windows 10, iPhone 12: a Latin word with a capital, a space and a number without a unit.
    if (n.arabic && !n.fraction && previous_character.id == " "_c && !find_unit(w, skip_spaces(n.end, w.end))) {
        const char* word_end = p - previous_character.length;
        const char* word = name_begin(w.floor, word_end);
        bool capital = false;
        bool small = false;  // WBC 11 is a reading, no name
        for (const char* q = word; q < word_end; ++q) {
            capital = capital || (*q >= 'A' && *q <= 'Z');
            small = small || (*q >= 'a' && *q <= 'z');
        }
        const auto behind = at(n.end, w.end);
        const bool named = word_end - word >= 4 && capital && small;
        // IAR 330, RFC 2616: capitals and more digits than a reading mostly has.
        const bool model = word_end - word >= 2 && capital && !small && n.digits >= 3 && !n.grouped &&
                           !has_neighbour(tables::beside::laboratory, w.floor, word_end, word_end, w.end);
        // 湘A 88888: a number plate.
        if (word_end - word == 1 && capital && n.digits == 5 && !n.grouped &&
            has_neighbour(tables::beside::plate, w.floor, word, word, w.end))
            return {word - before(w.floor, word).length, n.end};
        // ISO 9001:2015, JJG 1-2020: a standard with its year.
        if (word_end - word >= 2 && capital && !small && (behind.id == ":"_c || behind.id == "-"_c)) {
            const auto year = read_groups(n.end + behind.length, w.end);
            const auto century = year.groups == 1 && year.total == 4 ? at(n.end + behind.length, w.end).value() : 0;
            if ((century == 1 || century == 2) && !find_unit(w, year.end)) return {word, year.end};
        }
        if ((named || model) && behind.id != ":"_c && behind.id != "/"_c && !has(behind, mark::range) &&
            !find_currency_before(w.floor, word_end))
            return {word, n.end};
    }
    // A label before the number: 电话 12315, 嫦娥四号, 图1.
    const char* q = skip_spaces_back(w.floor, p);
    bool spaced = q != p;
    auto c = before(w.floor, q);
    bool marked = false;
    if (c.id == ":"_c) {
        q = skip_spaces_back(w.floor, q - c.length);
        marked = true;
        c = before(w.floor, q);
    }
    if (c.id == 0) return {};
    // 京字 189号
    if (c.id == "字"_c && n.arabic && at(n.end, w.end).id == "号"_c) return {q - c.length, n.end + 3};
    const char* label = q;
    const int sort = label_before(w.floor, label);
    if (sort == 1 && n.arabic && !n.grouped && !n.fraction && !find_unit(w, n.end)) {
        return {p, behind_number(read_groups(p, w.end).end, w.end)};
    }
    if (sort == 5 && n.arabic && !marked && !find_unit(w, n.end)) return {label, n.end};
    if ((sort == 2 || sort == 4) && !marked && !spaced) {
        const char* end = behind_number(n.end, w.end);
        if (at(end, w.end).id == "-"_c && n.arabic && at(end + at(end, w.end).length, w.end).cls() == char_class::digit)
            end = read_groups(end + at(end, w.end).length, w.end).end;  // 图3-2
        const auto u = find_unit(w, end);
        // 图3个: the word before is no label when a measure word follows; 嫦娥四号 is a name whatever follows.
        if (sort == 2 || !u || u.role() == role::none || u.role() == role::number) return {label, end};
    }
    return {};
}

}  // namespace shuliang::inline v0::zh
