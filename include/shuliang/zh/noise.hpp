// zh/noise.hpp - what a reader does not see in a phrase: pinyin in brackets, tags and entities, invisible characters.
//
// 3(sān)萬(wàn)人, <b>3000</b>名 and 3000&nbsp;名 are read as 3萬人, 3000名 and 3000 名. Only where noise touches a
// number or a phrase is the text around it copied without the noise and read again, so that other text pays one look.
// Tags of a line or a table cell (br, p, td …) separate like the end of a line. With options::spaced_digits the spaces
// in 7 4 7 7 2 go as well.
//
// constexpr, no allocation. Nothing outside the text is read; cost is bounded for each phrase.
#pragma once

#include "shuliang/zh/reading.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

inline constexpr int longest_tag = context - 8;  // what a phrase is must not depend on more

// What stands at a place of the text instead of noise: up to four bytes.
struct noise {
    const char* end = nullptr;  // behind the noise; null: there is none
    char32_t instead = 0;       // 0: nothing

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

struct named_entity {
    std::string_view name;
    char32_t value;
};

inline constexpr named_entity entities[] = {
    {"nbsp", ' '},      {"ensp", ' '},    {"emsp", ' '},    {"thinsp", ' '},  {"amp", U'＆'},      {"lt", U'＜'},
    {"gt", U'＞'},      {"quot", '"'},    {"apos", '\''},   {"yen", U'¥'},    {"pound", U'£'},     {"euro", U'€'},
    {"times", U'×'},    {"plusmn", U'±'}, {"middot", U'·'}, {"deg", U'°'},    {"permil", U'‰'},    {"micro", U'µ'},
    {"minus", U'−'},    {"ndash", U'–'},  {"mdash", U'—'},  {"hellip", U'…'}, {"ldquo", U'“'},     {"rdquo", U'”'},
    {"lsquo", U'‘'},    {"rsquo", U'’'},  {"prime", U'′'},  {"Prime", U'″'},  {"zwnj", U'\u200C'}, {"zwj", U'\u200D'},
    {"shy", U'\u00AD'}, {"le", U'≤'},     {"ge", U'≥'},
};

// Tags that stand inside a line and separate nothing.
inline constexpr std::string_view inline_tags[] = {
    "b",   "i",   "u",   "s",    "em", "strong", "span", "font", "a",   "small", "big",  "mark", "ins",
    "del", "sub", "sup", "code", "tt", "label",  "bdo",  "q",    "var", "abbr",  "cite", "time", "data"};

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// &nbsp; &#51; &#x4E09;
constexpr noise entity_at(const char* p, const char* end) noexcept {
    const char* limit = end - p > 10 ? p + 10 : end;
    const char* q = p + 1;
    if (q < limit && *q == '#') {
        ++q;
        const bool hexadecimal = q < limit && (*q == 'x' || *q == 'X');
        if (hexadecimal) ++q;
        char32_t v = 0;
        const char* digits = q;
        for (; q < limit; ++q) {
            const char low = static_cast<char>(*q | 0x20);
            if (is_ascii_digit(*q))
                v = v * (hexadecimal ? 16 : 10) + static_cast<char32_t>(*q - '0');
            else if (hexadecimal && low >= 'a' && low <= 'f')
                v = v * 16 + static_cast<char32_t>(low - 'a' + 10);
            else
                break;
        }
        if (q == digits || q >= limit || *q != ';' || v < 0x20 || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
            return {};
        // The full-width twins of & and < begin no noise of their own.
        return {q + 1, v == '&' || v == '<' ? v + 0xFEE0 : v};
    }
    while (q < limit && is_ascii_letter(*q)) ++q;
    if (q >= limit || *q != ';') return {};
    const std::string_view name{p + 1, static_cast<std::size_t>(q - p - 1)};
    for (const auto& e : entities)
        if (e.name == name) return {q + 1, e.value};
    return {};
}

// <b>, </td>, <span class="n">, <br/>
constexpr noise tag_at(const char* p, const char* end) noexcept {
    const char* limit = end - p > longest_tag ? p + longest_tag : end;
    const char* q = p + 1;
    const bool closing = q < limit && *q == '/';
    if (closing) ++q;
    const char* name = q;
    while (q < limit && (is_ascii_letter(*q) || (q != name && is_ascii_digit(*q)))) ++q;
    const std::string_view word{name, static_cast<std::size_t>(q - name)};
    if (word.empty() || q >= limit || (*q != '>' && *q != ' ' && *q != '/')) return {};
    while (q < limit && *q != '>' && *q != '<' && *q != '\n') ++q;
    if (q >= limit || *q != '>') return {};
    const auto same = [word](std::string_view tag) {
        if (tag.size() != word.size()) return false;
        for (std::size_t i = 0; i < tag.size(); ++i)
            if (tag[i] != (word[i] | 0x20)) return false;
        return true;
    };
    bool inside_line = false;
    for (const auto tag : inline_tags) inside_line = inside_line || same(tag);
    if (!inside_line) return {q + 1, '\n'};
    return {q + 1, !closing && same("sup") ? U'^' : U'\0'};  // 10<sup>9</sup>
}

// The noise that begins at `p`.
constexpr noise noise_at(const char* p, const char* end) noexcept {
    const auto c = at(p, end);
    if (c.id == invisible) return {p + c.length, 0};
    if (c.id == "<"_c && c.length == 1) return tag_at(p, end);
    if (c.id == "&"_c && c.length == 1) return entity_at(p, end);
    if (c.id == "("_c) {
        const char* q = skip_gloss(p, end);
        if (q != p) return {q, 0};
    }
    return {};
}

// True when noise ends at `p`, or `p` is inside a tag or an entity.
constexpr bool behind_noise(const char* begin, const char* p, const char* end) noexcept {
    const auto c = before(begin, p);
    if (c.id == invisible) return true;
    const char* limit = p - begin > longest_tag ? p - longest_tag : begin;
    if (c.id == ")"_c) {
        // A gloss is Latin: whatever has other characters before its bracket is none.
        for (const char* q = p - c.length; q > limit && p - q < 32;) {
            const auto d = before(limit, q);
            q -= d.length;
            if (d.id == "("_c) return skip_gloss(q, end) == p;
            if (d.length == 3) return false;
        }
        return false;
    }
    if (c.length != 1) return false;
    for (const char* q = p - 1; q >= limit; --q) {
        if (*q == '<') {
            const auto tag = tag_at(q, end);
            return tag && tag.end >= p;
        }
        if (*q == '&') {
            const auto entity = entity_at(q, end);
            return entity && entity.end >= p;
        }
        if (*q == '\n' || (*q == '>' && q != p - 1)) return false;
        if ((c.id == ";"_c || c.id == "#"_c) && p - q > 10) return false;
    }
    return false;
}

}  // namespace detail

// The text around a place without its noise, and where each byte came from.
class quiet_text {
public:
    // The text from `context` bytes before `p` on, as far as there is room.
    constexpr quiet_text(const window& w, const char* p) noexcept {
        source_ = p - w.begin > context ? p - context : w.begin;
        while (source_ < p && shuliang::detail::is_continuation(*source_)) ++source_;
        const bool spaced = w.choices->spaced_digits;
        const char* seen = source_;  // behind the last character that a reader sees
        int pieces = 0;              // of noise behind it
        for (const char* q = source_; q < w.end && q - source_ < longest;) {
            const auto c = at(q, w.end);
            if (has(c, mark::noise)) {
                if (const auto n = detail::noise_at(q, w.end)) {
                    // What stands behind more noise than that is out of sight.
                    if (q > p && (++pieces > 4 || n.end - seen > detail::longest_tag)) break;
                    put(n, q);
                    q = n.end;
                    continue;
                }
            }
            if (spaced && c.cls() == char_class::digit &&
                (q == w.begin || before(w.begin, q).cls() != char_class::digit)) {
                if (const char* digits = spaced_run(q, w.end)) {
                    while (q < digits) {
                        const auto d = at(q, w.end);
                        if (d.id != " "_c) copy(q, d.length);
                        q += d.length;
                    }
                    changed_ = true;
                    seen = q;
                    pieces = 0;
                    continue;
                }
            }
            copy(q, c.length);
            q += c.length;
            seen = q;
            pieces = 0;
        }
    }

    constexpr bool changed() const noexcept { return changed_; }
    constexpr const char* begin() const noexcept { return text_; }
    constexpr const char* end() const noexcept { return text_ + size_; }

    // From the source to this text: the same place, or the first one behind it; null when it is not in sight.
    constexpr const char* here(const char* p) const noexcept {
        if (p == nullptr || p < source_) return nullptr;
        const auto offset = p - source_;
        int i = 0;
        while (i < size_ && from_[i] < offset) ++i;
        return i == size_ && (size_ == 0 || to_[size_ - 1] < offset) ? nullptr : text_ + i;
    }
    // Back to the source: where the character at `p` begins, and where the one before `p` ends.
    constexpr const char* start(const char* p) const noexcept {
        return p == nullptr ? nullptr : p < end() ? source_ + from_[p - text_] : behind(p);
    }
    constexpr const char* behind(const char* p) const noexcept {
        return p == nullptr ? nullptr : p > text_ ? source_ + to_[p - text_ - 1] : source_;
    }

private:
    static constexpr int longest = 384;

    constexpr void copy(const char* p, int length) noexcept {
        const auto offset = static_cast<std::uint16_t>(p - source_);
        for (int i = 0; i < length; ++i) {
            text_[size_] = p[i];
            from_[size_] = offset;
            to_[size_++] = static_cast<std::uint16_t>(offset + length);
        }
    }
    constexpr void put(const detail::noise& n, const char* p) noexcept {
        changed_ = true;
        const auto v = n.instead;
        if (v == 0) return;
        const int more = v < 0x80 ? 0 : v < 0x800 ? 1 : v < 0x10000 ? 2 : 3;
        constexpr unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
        for (int i = more; i >= 0; --i) {
            const auto part = i == more ? leads[more] | v >> (6 * more) : 0x80U | (v >> (6 * i) & 0x3FU);
            text_[size_] = static_cast<char>(part);
            from_[size_] = static_cast<std::uint16_t>(p - source_);
            to_[size_++] = static_cast<std::uint16_t>(n.end - source_);
        }
    }
    // The end of three or more single digits with single spaces between them, and perhaps a point: 7 4 7 . 2
    static constexpr const char* spaced_run(const char* p, const char* end) noexcept {
        const char* last = p;
        int digits = 0;
        for (const char* q = p;;) {
            const auto c = at(q, end);
            const bool digit = c.cls() == char_class::digit;
            if (!digit && c.id != "."_c) break;
            q += c.length;
            const auto next = at(q, end);
            if (next.cls() == char_class::digit) break;  // 12 is no single digit
            if (digit) {
                ++digits;
                last = q;
            }
            if (next.id != " "_c) break;
            q += next.length;
        }
        return digits >= 3 ? last : nullptr;
    }

    const char* source_ = nullptr;
    int size_ = 0;
    bool changed_ = false;
    char text_[longest + 8] = {};
    std::uint16_t from_[longest + 8] = {};
    std::uint16_t to_[longest + 8] = {};
};

// A first look: can noise begin at `p`? By its first byte, of which few are in question.
constexpr bool may_be_noise(const char* p, const char* end) noexcept {
    if (p == end) return false;
    const auto lead = shuliang::detail::byte(*p);
    if (lead < 0x80) return has({tables::id_of_ascii[lead], 1}, mark::noise);
    if (lead != 0xC2 && lead != 0xE2 && lead != 0xEF) return false;
    // Most of the full-width marks are commas.
    if (lead == 0xEF && end - p >= 3 && shuliang::detail::byte(p[2]) == 0x8C) return false;
    return has(at(p, end), mark::noise);
}

// True when noise touches the number from `p` to `number_end`, or the end of its phrase; null is no place. Asked only
// where a character of mark::noise stands there.
[[gnu::noinline, gnu::cold]] constexpr bool touches_noise(const window& w, const char* p, const char* number_end,
                                                          const char* phrase_end) noexcept {
    if (phrase_end != nullptr && detail::noise_at(phrase_end, w.end)) return true;
    if (number_end == nullptr) return false;
    if (detail::noise_at(number_end, w.end) || detail::behind_noise(w.begin, p, w.end)) return true;
    // 約(yuē) 30人
    if (const char* word_end = skip_spaces_back(w.begin, p);
        word_end != p && detail::behind_noise(w.begin, word_end, w.end))
        return true;
    // 3至(zhì)5個
    const auto next = at(number_end, w.end);
    if (has(next, mark::range | mark::fraction | mark::goes_on) && detail::noise_at(number_end + next.length, w.end))
        return true;
    return w.choices->spaced_digits && next.id == " "_c && at(p, w.end).cls() == char_class::digit;
}

}  // namespace shuliang::inline v0::zh
