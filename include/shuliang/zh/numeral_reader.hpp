// zh/numeral_reader.hpp - the full reader of numbers; it knows every form but scientific notation.
//
// Promise: the result is the longest run from the first character on that is one number. What does not fit the number
// type is an overflow, never a wrong value. Linear in the length of the run.
#pragma once

#include "shuliang/zh/numeral_value.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// A number is sections joined by 万 亿 兆 (3万5千, 一亿二千万), a section is items joined by 千 百 十, an item is a
// digit, a run of ASCII digits, a pair (三五) or a blank (几). The position moves only over what has been accepted,
// so that whatever does not fit ends the number before it.
class numeral_reader {
public:
    constexpr numeral_reader(const char* begin, const char* end, number_words words) noexcept
        : at_(begin), end_(end), words_(words) {
        n_.begin = begin;
    }

    constexpr numeral read() noexcept {
        int128 total = 0;
        int128 spread = 0;
        int last = 0;  // power of the last 万 亿 兆
        int sections = 0;
        while (true) {
            auto s = section(last);
            if (sections == 0 && s.items != 0) s = decimals(s);
            if (sections != 0 && places_ != 0) break;
            if (s.end - at_ > longest_joined) {
                // Too long for its beginning to matter to what follows: no multiplier belongs to it.
                if (sections != 0) break;
                total = s.low;
                at_ = s.end;
                ++sections;
                break;
            }
            const char* behind = s.end;
            const auto flags = n_.flags;
            const bool open = n_.open_place;
            const int power = great_multipliers(behind, s.items != 0 || sections == 0);
            if (power == 0) {
                if (s.items == 0) break;
                // A last single digit takes the place below the multiplier before it: 三万五.
                const bool below = last != 0 && s.single_digit && !s.zero;
                const auto unit = below ? ten_to(last - 1) : int128{1};
                if (last != 0 && !below) {
                    // 二万零一十五点七
                    s = decimals(s);
                    total = grow(total, places_);
                }
                total = total + s.low * unit;
                spread = spread + s.spread;
                if (sections == 0)
                    simple(s.mantissa, s.power);
                else
                    n_.power = 0;
                at_ = s.end;
                ++sections;
                break;
            }
            if (s.items == 0) {
                s.low = 1;
                n_.bare = true;
            }
            if (power > 18 || (last != 0 && power == last)) {
                n_.flags = flags;
                n_.open_place = open;
                break;  // 三万四万 is two numbers
            }
            if (last != 0 && power > last) {
                // 一万五千亿: the larger multiplier takes all that stands before it.
                total = grow(total + s.low, power);
                spread = grow(spread + s.spread, power);
                n_.power = 0;
            } else {
                total = total + grow(s.low, power);
                spread = spread + grow(s.spread, power);
                if (sections == 0)
                    simple(s.items == 0 ? 1 : s.low, power);
                else
                    n_.power = 0;
            }
            at_ = behind;
            last = power;
            ++sections;
        }
        if (sections == 0) return n_;
        finish(total, spread);
        return n_;
    }

private:
    struct section_value {
        int128 low = 0;
        int128 spread = 0;
        int items = 0;
        const char* end = nullptr;
        bool single_digit = false;  // exactly one digit and no multiplier
        bool zero = false;          // began with a zero: 三万零五
        int128 mantissa = 0;        // of a section with one item and one multiplier
        int power = 0;
    };
    struct item {
        int128 low = 0;
        int128 spread = 0;
        int digits = 0;  // 0: no item here
        bool blank = false;
        const char* end = nullptr;
    };

    // 3千5百, 二十三, 一百零五, 3000. `outer` is the power of the 万 亿 兆 before it.
    constexpr section_value section(int outer) noexcept {
        section_value s;
        s.end = at_;
        int last = 4;
        const char* p = at_;
        bool zero = false;
        while (true) {
            const bool first = s.items == 0;
            const bool opening = first && outer == 0;
            auto c = zh::at(p, end_);
            if (c.id == invisible && !opening) {
                p += c.length;
                c = zh::at(p, end_);
            }
            // A zero between multipliers only says that a place is empty: 一千零五.
            if (c.cls() == char_class::zero && !opening) {
                if (zero) break;
                zero = true;
                if (first) s.zero = true;
                p += c.length;
                continue;
            }
            auto i = read_item(p, c, opening, last);
            if (c.id == "好"_c && last == 1 && zh::at(p + c.length, end_).id == "几"_c)
                i = {1, 8, 1, true, p + c.length + 3};  // 二十好几
            const char* q = i.digits != 0 ? i.end : p;
            const auto m = zh::at(q, end_);
            const int power = m.cls() == char_class::multiplier ? m.value() : 0;
            // 三千米 is 3 km, but the 千 of 三万八千米 belongs to the number.
            if (power > 0 && power < 4 && power < last && !(opening && begins_unit(q, m)) && multipliable(i, first)) {
                // Without a digit only the first multiplier (千余) and the ten of 一百十 count one.
                if (i.digits == 0 && !opening && !(power == 1 && last > 1 && !first)) break;
                if (i.digits == 0 && opening && power > 1) n_.bare = true;
                if (i.digits != 0) digit_seen_ = true;
                const int128 low = i.digits == 0 ? 1 : i.low;
                s.low += low * ten_to(power);
                s.spread += i.spread * ten_to(power);
                s.mantissa = low;
                s.power = first && power > 1 ? power : 0;
                note(m);
                last = power;
                zero = false;
                ++s.items;
                p = q + m.length;
                s.end = p;
                if (i.blank) n_.flags |= approx::indefinite;
                continue;
            }
            if (i.digits == 0) break;
            if (power > 0 && power < 4 && i.digits == 1 && !begins_unit(q, m)) break;  // 一千一千 is two numbers
            if (!first && (i.digits > 1 || (places_ != 0))) break;                     // 一千 2000 are two numbers
            const bool plain_digit = i.digits == 1 && i.spread == 0;
            // A last digit takes the place below the multiplier before it: 两百五. Not after a ten or a zero.
            const bool below = !first && plain_digit && !zero && last > 1 && last < 4;
            s.low += i.low * (below ? ten_to(last - 1) : int128{1});
            s.spread += i.spread;
            s.single_digit = first && plain_digit;
            s.power = 0;
            digit_seen_ = true;
            if (i.blank) n_.flags |= approx::indefinite;
            ++s.items;
            s.end = q;
            break;
        }
        return s;
    }

    // 二〇二〇 and 1.25 take no 十 百 千 of their own; 1.25 takes 百 千 (1.25千), 12千 is allowed.
    constexpr bool multipliable(const item& i, bool first) const noexcept {
        if (i.digits <= 1) return true;
        return first && n_.arabic;
    }

    constexpr item read_item(const char* p, character c, bool opening, int last) noexcept {
        switch (c.cls()) {
            case char_class::digit:
                return arabic(p, opening);
            case char_class::numeral:
            case char_class::financial:
            case char_class::zero:
                return chinese(p, opening);
            case char_class::pair:
                return {c.value(), 0, opening ? 1 : 0, false, p + c.length};
            case char_class::twenty: {
                if (!opening && last < 4) return {};
                // 廿三 is 23.
                const auto next = zh::at(p + c.length, end_);
                const bool more = next.cls() == char_class::numeral;
                return {c.value() * 10 + (more ? next.value() : 0), 0, 2, false,
                        p + c.length + (more ? next.length : 0)};
            }
            case char_class::blank: {
                // 几 and 数: 2 to 9, after a ten 1 to 9.
                // 十数人, 二十数名: behind a ten 数 needs something that it counts.
                if (c.id == "数"_c && !opening &&
                    (last != 1 || (!has(zh::at(p + c.length, end_), mark::unit) && words_.own == nullptr) ||
                     find_unit(words_.own, p + c.length, end_).role() == role::none))
                    return {};
                if (last == 1) return {1, 8, 1, true, p + c.length};
                return {2, 7, 1, true, p + c.length};
            }
            default:
                return {};
        }
    }

    // A run of ASCII digits with thousands marks and decimals.
    constexpr item arabic(const char* p, bool opening) noexcept {
        item i;
        bool lossy = false;
        const auto take = [&](int digit) {
            if (i.low < coefficient_limit / 10)
                i.low = i.low * 10 + digit;
            else
                lossy = true;
            ++i.digits;
        };
        auto c = zh::at(p, end_);
        const bool zero = c.value() == 0;
        for (; c.cls() == char_class::digit; c = zh::at(p, end_)) {
            take(c.value());
            p += c.length;
        }
        const int whole = i.digits;
        if (whole <= 3 && !zero) {
            // Groups of exactly three, with one kind of mark; also behind 亿 and 万 (5,926亿4,400万).
            const auto mark = c.id;
            for (const char* group = group_after(p); group != nullptr && zh::at(p, end_).id == mark;
                 group = group_after(p)) {
                p = group;
                for (int k = 0; k < 3; ++k) {
                    c = zh::at(p, end_);
                    take(c.value());
                    p += c.length;
                }
                n_.grouped = true;
            }
            c = zh::at(p, end_);
        }
        if (opening) {
            n_.arabic = true;
            n_.digits = static_cast<std::int16_t>(whole < 30000 ? whole : 30000);
            n_.leading_zero = zero && whole > 1;
            if (c.id == "."_c && zh::at(p + c.length, end_).cls() == char_class::digit) {
                p += c.length;
                for (c = zh::at(p, end_); c.cls() == char_class::digit; c = zh::at(p, end_)) {
                    take(c.value());
                    ++places_;
                    p += c.length;
                }
                n_.fraction = true;
                if (places_ > 30) lossy = true;
            }
        }
        if (lossy) n_.overflow = true;
        i.end = p;
        // 20几: a blank behind a round number in digits.
        if (c.id == "几"_c && places_ == 0 && i.low != 0 && i.low % 10 == 0) {
            i.low += 1;
            i.spread = 8;
            i.blank = true;
            i.end = p + c.length;
        }
        return i;
    }

    // Where a group begins when a thousands mark stands at `p` and exactly three digits follow; else null.
    // A plain space groups only digits that a unit follows: 5 000 元, but 4784 883 are two numbers.
    constexpr const char* group_after(const char* p) const noexcept {
        const auto c = zh::at(p, end_);
        // The full-width comma groups full-width digits only.
        const bool wide = c.id == "，"_c && shuliang::detail::byte(p[-1]) >= 0x80U && p + c.length < end_ &&
                          shuliang::detail::byte(p[c.length]) >= 0x80U;
        if (c.id != ","_c && c.id != " "_c && !wide) return nullptr;
        const char* q = after_three_digits(p + c.length);
        if (q == nullptr) return nullptr;
        const bool thin = c.length > 1 && shuliang::detail::byte(*p) != 0xE3U;  // not the ideographic space
        if (c.id == " "_c && !thin) {
            // A unit must follow this group or the further ones, of which a number has few.
            const char* r = q;
            for (int groups = 0; groups < 8 && zh::at(r, end_).id == " "_c; ++groups) {
                const char* further = after_three_digits(r + zh::at(r, end_).length);
                if (further == nullptr) break;
                r = further;
            }
            if (!find_unit(words_.own, zh::at(r, end_).id == " "_c ? r + zh::at(r, end_).length : r, end_))
                return nullptr;
        }
        return p + c.length;
    }

    // Behind exactly three digits at `p`; null when there are fewer or more.
    constexpr const char* after_three_digits(const char* p) const noexcept {
        for (int i = 0; i < 3; ++i) {
            const auto d = zh::at(p, end_);
            if (d.cls() != char_class::digit) return nullptr;
            p += d.length;
        }
        return zh::at(p, end_).cls() == char_class::digit ? nullptr : p;
    }

    // Chinese digits: one, a neighbouring pair (三五, 七八: a range), or a positional number (二〇二〇).
    constexpr item chinese(const char* p, bool opening) noexcept {
        item i;
        int first = 0;
        int second = 0;
        bool plain = true;
        bool lossy = false;
        const char* one = nullptr;   // behind the first digit
        const char* last = nullptr;  // the last digit
        for (auto d = zh::at(p, end_);
             d.cls() == char_class::numeral || d.cls() == char_class::zero || d.cls() == char_class::financial;
             d = zh::at(p, end_)) {
            // 两 is no digit of a positional number: 二两 is a weight. A pair (一两个) it can be before what counts.
            if (d.id == "两"_c && i.digits != 0) {
                const auto behind = zh::at(p + d.length, end_);
                const auto metal = zh::at(p + d.length + behind.length, end_).id;
                const bool pair = i.digits == 1 && (first == 1 || first == 3) && metal != "银"_c &&
                                  metal != "金"_c &&  // 一两白银
                                  (behind.cls() == char_class::multiplier ||
                                   find_unit(p + d.length, behind, end_).role() != role::none);
                if (pair) {
                    n_.pair = true;
                    if (opening) n_.digits = 2;
                    return first == 1 ? item{1, 1, 1, false, p + d.length} : item{2, 1, 1, false, p + d.length};
                }
                break;
            }
            plain = plain && d.cls() == char_class::numeral;
            if (d.cls() == char_class::financial) n_.financial = true;
            if (i.digits == 0) first = d.value();
            if (i.digits == 1) second = d.value();
            if (i.low < coefficient_limit / 10)
                i.low = i.low * 10 + d.value();
            else
                lossy = true;
            last = p;
            p += d.length;
            if (++i.digits == 1) one = p;
        }
        i.end = p;
        if (opening) n_.digits = static_cast<std::int16_t>(i.digits < 30000 ? i.digits : 30000);
        // 五十两 is a weight; as a further digit 两 needs a multiplier (三万两千).
        if (!opening && i.digits == 1 && zh::at(one - 3, end_).id == "两"_c &&
            zh::at(p, end_).cls() != char_class::multiplier)
            return {};
        if (i.digits == 1) return i;
        const auto behind = zh::at(p, end_);
        // 三二百里, 三二个: the greater one first.
        const bool descending = i.digits == 2 && plain && first == 3 && second == 2 &&
                                (behind.cls() == char_class::multiplier || behind.id == "个"_c || behind.id == "人"_c ||
                                 behind.id == "日"_c || behind.id == "里"_c);
        if (descending) {
            n_.pair = true;
            return {2, 1, 1, false, p};
        }
        const bool odd =
            (first == 3 && second == 5) || (first == 5 && second == 7 &&
                                            (behind.cls() == char_class::multiplier || behind.id == "个"_c ||
                                             behind.id == "人"_c || behind.id == "里"_c || behind.id == "步"_c ||
                                             behind.id == "两"_c || behind.id == "日"_c || behind.id == "天"_c));
        if (i.digits == 2 && plain && (second == first + 1 || odd)) {
            n_.pair = true;
            return {first, second - first, 1, false, p};
        }
        if (!opening) {
            // 一千二三四 is no number, but what is before the run is.
            return {};
        }
        const auto next = zh::at(p, end_);
        if (next.cls() == char_class::multiplier && next.value() < 4 && !begins_unit(p, next)) {
            // 一二三十: the last digit belongs to the ten behind it. Reading all before it at once keeps the cost
            // linear.
            if (--i.digits == 1) return {first, 0, 1, false, one};
            i.low /= 10;
            i.end = last;
        }
        n_.positional = true;
        n_.leading_zero = first == 0;
        if (lossy) n_.overflow = true;
        return i;
    }

    // 三点五: 点 and digits behind a number in characters, unless they are the minutes of a clock time.
    constexpr section_value decimals(section_value s) noexcept {
        const auto c = zh::at(s.end, end_);
        const bool mark = c.id == "."_c && c.length == 3;  // 三．五
        if ((c.id != "点"_c && !mark) || n_.arabic || n_.bare || n_.positional || n_.pair || any(n_.flags)) return s;
        const char* p = s.end + c.length;
        int128 v = 0;
        int run = 0;
        auto d = zh::at(p, end_);
        for (; (d.cls() == char_class::numeral && d.id != "两"_c) || d.cls() == char_class::zero ||
               d.cls() == char_class::financial;
             d = zh::at(p, end_)) {
            if (++run > 18) return s;
            v = v * 10 + d.value();
            p += d.length;
        }
        if (run == 0 || d.id == "十"_c || d.id == "刻"_c || d.id == "钟"_c) return s;
        if (d.id == "分"_c) {
            const auto behind = zh::at(p + d.length, end_).id;
            if (behind != "之"_c && behind != "钟"_c) return s;
        }
        places_ = run;
        n_.fraction = true;
        s.low = grow(s.low, run) + v;
        s.end = p;
        s.single_digit = false;
        s.power = 0;
        return s;
    }

    // 万 亿 兆 and their chains (万亿) from `p` on, with 余 多 来 before them (30多万); moves `p` behind them.
    constexpr int great_multipliers(const char*& p, bool allowed) noexcept {
        int power = 0;
        if (!allowed) return 0;
        while (true) {
            const char* q = p;
            auto c = zh::at(q, end_);
            if (c.id == " "_c && n_.arabic && power == 0) {
                // 5955 亿元
                q += c.length;
                c = zh::at(q, end_);
                if (c.cls() != char_class::multiplier) return power;
            }
            const bool over = c.id == "余"_c || c.id == "多"_c;
            const bool about = c.id == "来"_c;
            if (over || about) {
                q += c.length;
                c = zh::at(q, end_);
            }
            if (c.cls() != char_class::multiplier || c.value() < 4 || begins_unit(q, c)) return power;
            if (c.value() == 12 && !words_.trillion && !money_follows(q + c.length)) return power;
            if (power > 4 && c.value() <= 4) return power;  // 六万万 is 6 x 10^8
            if (over) n_.open_place = true;
            if (over || about) n_.flags |= over ? approx::over : approx::about;
            note(c);
            power += c.value();
            p = q + c.length;
        }
    }

    constexpr bool begins_unit(const char* p, character multiplier) const noexcept {
        return detail::begins_unit(p, multiplier, end_, words_.own);
    }

    // 兆 is 10^12 before money, also with more of the number between: 2兆8,818亿元.
    constexpr bool money_follows(const char* p) const noexcept {
        for (int i = 0; i < 16; ++i) {
            const auto c = zh::at(p, end_);
            const bool number = c.cls() == char_class::digit || c.cls() == char_class::numeral ||
                                c.cls() == char_class::multiplier || c.cls() == char_class::zero || c.id == ","_c ||
                                c.id == "."_c || c.id == "余"_c || c.id == "多"_c;
            if (!number) break;
            p += c.length;
        }
        return find_unit(words_.own, p, end_).role() == role::money;
    }

    constexpr void note(character multiplier) noexcept {
        if (multiplier.id == "拾"_c || multiplier.id == "佰"_c || multiplier.id == "仟"_c) n_.financial = true;
    }

    constexpr void simple(int128 mantissa, int power) noexcept {
        mantissa_ = mantissa;
        n_.power = static_cast<std::int16_t>(power);
    }

    constexpr int128 grow(int128 v, int power) noexcept {
        int128 product = 0;
        if (__builtin_mul_overflow(v, ten_to(power), &product) || product > coefficient_limit) {
            n_.overflow = true;
            return 0;
        }
        return product;
    }

    constexpr void finish(int128 total, int128 spread) noexcept {
        const auto low = shuliang::detail::fit(total, -places_);
        const auto high = shuliang::detail::fit(total + spread, -places_);
        const auto mantissa = shuliang::detail::fit(n_.power != 0 ? mantissa_ : total, -places_);
        if (low && high && mantissa && !n_.overflow) {
            n_.value = *low;
            n_.high = *high;
            n_.mantissa = *mantissa;
            n_.range = spread != 0;
        } else {
            n_.overflow = true;
        }
        n_.end = at_;
        if (n_.bare && digit_seen_ && n_.end - n_.begin == 9 && !any(n_.flags)) {
            // 百八十, 千八百: some hundred, some thousand.
            const auto first = zh::at(n_.begin, end_);
            const auto last = zh::at(n_.end - 3, end_);
            if (zh::at(n_.begin + 3, end_).id == "八"_c && last.cls() == char_class::multiplier &&
                first.value() == last.value() + 1)
                n_.flags |= approx::about;
        }
        n_.bare = n_.bare && !digit_seen_;
        n_.single = !n_.arabic && n_.end - n_.begin <= 3;
    }

    numeral n_;
    const char* at_;
    const char* end_;
    number_words words_;
    int places_ = 0;  // decimal places of the first coefficient
    bool digit_seen_ = false;
    int128 mantissa_ = 0;
};

}  // namespace detail

}  // namespace shuliang::inline v0::zh
