// Writes random values as Chinese does: value -> phrase, and the record that must be read from it.
// Every spelling of the contract, both scripts, all kinds; nothing that the contract leaves open.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/random.hpp"
#include "support/text.hpp"

namespace support {

struct phrase {
    std::string text;
    std::string record;         // in the notation of the tables
    bool plain_script = false;  // Latin letters or signs: not to be rewritten
};

class writer {
public:
    explicit writer(random& r) : random_(r) {}

    phrase any() {
        switch (random_.below(14)) {
            case 0:
            case 1:
                return unit_phrase("count", pick(classifiers));
            case 2:
                return unit_phrase("measure", pick(measures));
            case 3:
                return money();
            case 4:
                return percent();
            case 5:
                return fraction();
            case 6:
                return multiple();
            case 7:
                return ratio();
            case 8:
                return ordinal();
            case 9:
                return unit_phrase("duration", pick(durations));
            case 10:
                return age();
            case 11:
                return date();
            case 12:
                return time();
            default:
                return cardinal();
        }
    }

private:
    struct word {
        const char* text;
        const char* code;
    };
    struct number {
        std::string text;
        std::string value;
        bool arabic = false;
        bool round = false;  // ends in a ten or a larger unit: 余 and 多 can follow
        bool whole = true;
    };

    static constexpr word classifiers[] = {
        {"个", "个"},     {"名", "名"},     {"位", "位"},     {"台", "台"},     {"辆", "辆"}, {"张", "张"},
        {"本", "本"},     {"件", "件"},     {"套", "套"},     {"条", "条"},     {"只", "只"}, {"棵", "棵"},
        {"家", "家"},     {"次", "次"},     {"份", "份"},     {"人", "人"},     {"户", "户"}, {"例", "例"},
        {"项", "项"},     {"批", "批"},     {"艘", "艘"},     {"箱", "箱"},     {"袋", "袋"}, {"盒", "盒"},
        {"人次", "人次"}, {"架次", "架次"}, {"车次", "车次"}, {"人份", "人份"}, {"箇", "个"}, {"隻", "只"}};
    static constexpr word measures[] = {{"米", "m"},      {"公里", "km"},    {"千米", "km"},  {"厘米", "cm"},
                                        {"毫米", "mm"},   {"平方米", "m2"},  {"㎡", "m2"},    {"平方公里", "km2"},
                                        {"立方米", "m3"}, {"吨", "t"},       {"公斤", "kg"},  {"千克", "kg"},
                                        {"克", "g"},      {"毫克", "mg"},    {"斤", "斤"},    {"升", "L"},
                                        {"毫升", "mL"},   {"亩", "亩"},      {"公顷", "har"}, {"千瓦时", "kW.h"},
                                        {"千瓦", "kW"},   {"摄氏度", "Cel"}, {"℃", "Cel"},    {"公里/小时", "km/h"},
                                        {"大卡", "kcal"}, {"兆赫", "MHz"},   {"兆瓦", "MW"},  {"里", "里"}};
    static constexpr word durations[] = {{"天", "d"},      {"小时", "h"}, {"个小时", "h"}, {"分钟", "min"},
                                         {"秒", "s"},      {"秒钟", "s"}, {"个月", "mo"},  {"周", "wk"},
                                         {"个星期", "wk"}, {"周年", "a"}};
    static constexpr word currencies[] = {{"元", "CNY"},   {"圆", "CNY"},       {"美元", "USD"},
                                          {"港元", "HKD"}, {"欧元", "EUR"},     {"英镑", "GBP"},
                                          {"日元", "JPY"}, {"元人民币", "CNY"}, {"澳元", "AUD"}};
    static constexpr word before[] = {
        {"约", "about"},        {"大约", "about"},      {"近", "nearly"},    {"将近", "nearly"},
        {"超过", "over"},       {"逾", "over"},         {"不足", "under"},   {"不到", "under"},
        {"至少", "at_least"},   {"不少于", "at_least"}, {"至多", "at_most"}, {"不超过", "at_most"},
        {"不低于", "at_least"}, {"不高于", "at_most"},  {"低于", "under"},   {"高于", "over"}};
    static constexpr word after[] = {
        {"左右", "about"}, {"以上", "at_least"}, {"及以上", "at_least"}, {"以下", "at_most"}, {"以内", "at_most"}};
    static constexpr const char* joins[] = {"-", "—", "~", "～", "至", "到"};

    template <class T, std::size_t N>
    const T& pick(const T (&a)[N]) {
        return a[static_cast<std::size_t>(random_.below(static_cast<int>(N)))];
    }
    std::string pick(std::initializer_list<const char*> list) {
        return list.begin()[static_cast<std::size_t>(random_.below(static_cast<int>(list.size())))];
    }

    static std::string full_width(const std::string& s) {
        std::string out;
        for (const char c : s)
            out += c >= '0' && c <= '9' ? encode(U'０' + static_cast<char32_t>(c - '0')) : std::string{c};
        return out;
    }

    static std::string grouped(std::int64_t v) {
        auto s = std::to_string(v);
        for (int at = static_cast<int>(s.size()) - 3; at > 0; at -= 3) s.insert(static_cast<std::size_t>(at), ",");
        return s;
    }

    // One to four digits in Chinese: 1020 -> 一千零二十.
    static std::string chinese_group(int v, bool financial) {
        static constexpr const char* plain[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        static constexpr const char* formal[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
        static constexpr const char* plain_tens[] = {"", "十", "百", "千"};
        static constexpr const char* formal_tens[] = {"", "拾", "佰", "仟"};
        std::string out;
        bool gap = false;
        int power = 1000;
        for (int place = 3; place >= 0; --place, power /= 10) {
            const int digit = v / power % 10;
            if (digit == 0) {
                gap = !out.empty();
                continue;
            }
            if (gap) out += "零";
            gap = false;
            out += financial ? formal[digit] : plain[digit];
            out += financial ? formal_tens[place] : plain_tens[place];
        }
        return out;
    }

    // A positive integer below 10^12 in Chinese.
    std::string chinese(std::int64_t v, bool financial = false) {
        std::string out;
        bool gap = false;
        const std::int64_t units[] = {100000000, 10000, 1};
        static constexpr const char* names[] = {"亿", "万", ""};
        for (int i = 0; i < 3; ++i) {
            const auto part = static_cast<int>(v / units[i] % 10000);
            if (part == 0) {
                gap = gap || !out.empty();
                continue;
            }
            if (!out.empty() && (gap || part < 1000)) out += "零";
            gap = false;
            out += chinese_group(part, financial) + names[i];
        }
        if (financial) return out;
        if (out.starts_with("一十") && random_.below(10) != 0) out.erase(0, std::string_view{"一"}.size());
        // 二千 and 二万 are 两千 and 两万 at the front, mostly.
        for (const std::string_view big : {"二百", "二千", "二万", "二亿"})
            if (out.starts_with(big) && random_.coin()) out.replace(0, std::string_view{"二"}.size(), "两");
        return out;
    }

    static std::string trimmed(std::string s) {
        if (s.find('.') == std::string::npos) return s;
        while (s.back() == '0') s.pop_back();
        if (s.back() == '.') s.pop_back();
        return s;
    }

    // A decimal with one or two places: text and value.
    number decimal_number() {
        const auto whole = random_.below(random_.coin() ? 10 : 1000);
        const auto tenths = random_.below(9) + 1;
        number n;
        n.whole = false;
        n.value = std::to_string(whole) + "." + std::to_string(tenths);
        if (random_.below(3) == 0) n.value += std::to_string(random_.below(9) + 1);
        if (random_.below(4) == 0) {
            n.text = (whole == 0 ? "零" : chinese(whole)) + "点";
            for (const char c : n.value.substr(n.value.find('.') + 1)) n.text += chinese_group(c - '0', false);
            return n;
        }
        n.arabic = true;
        n.text = random_.below(6) == 0 ? full_width(n.value) : n.value;
        if (random_.below(20) == 0) n.text += "0";  // a needless zero does not matter
        return n;
    }

    // In plain Arabic digits.
    number integer(std::int64_t low, std::int64_t high) {
        number n;
        n.text = n.value = std::to_string(random_.between(low, high));
        n.arabic = true;
        return n;
    }

    // 三千克 is three kilograms: 千 before these is part of the unit.
    static bool takes_thousand(const std::string& text, std::string_view unit) {
        return text.ends_with("千") && (unit.starts_with("克") || unit.starts_with("米") || unit.starts_with("升"));
    }

    // 2 or more, below 10^11. 一 and 1 are left out: 一 before many words is no number.
    number whole_number() {
        number n;
        std::int64_t v = random_.below(4) == 0 ? random_.between(2, 99999999999) : random_.between(2, 9999);
        if (random_.below(3) == 0) v = random_.between(2, 99);
        if (random_.below(3) == 0) {
            std::int64_t scale = 10;
            for (int i = random_.below(7); i > 0; --i) scale *= 10;
            v = random_.between(1, 99) * scale;
        }
        n.value = std::to_string(v);
        n.round = v % 10 == 0;
        const auto style = random_.below(8);
        if (style == 0 && v >= 1000) {
            n.text = grouped(v);
            n.arabic = true;
        } else if (style == 1) {
            n.text = full_width(std::to_string(v));
            n.arabic = true;
        } else if (style == 2 && v % 10000 == 0 && v < 100000000) {
            n.text = std::to_string(v / 10000) + "万";
        } else if (style == 2 && v % 1000 == 0 && v >= 10000 && v < 100000000) {
            n.text = trimmed(std::to_string(v / 10000) + "." + std::to_string(v / 1000 % 10)) + "万";
        } else if (style == 2 && v % 100000000 == 0) {
            n.text = std::to_string(v / 100000000) + "亿";
        } else if (style <= 4) {
            n.text = chinese(v);
        } else {
            n.text = std::to_string(v);
            n.arabic = true;
        }
        return n;
    }

    // A number with its unit, in one of the ways in which numbers with units are written.
    phrase unit_phrase(const std::string& kind, const word& unit) {
        const auto tail = std::string{unit.code}.empty() ? "" : " " + std::string{unit.code};
        phrase p;
        switch (random_.below(8)) {
            case 0: {  // a range, both numbers of one style
                const auto low = random_.between(2, 500);
                const auto high = random_.between(low + 1, 999);
                p.text = std::to_string(low) + pick(joins) + std::to_string(high) + unit.text;
                p.record = kind + " " + std::to_string(low) + ".." + std::to_string(high) + tail;
                return p;
            }
            case 1: {  // the multiplier spreads to the left: 3-5万
                const auto low = random_.between(1, 8);
                const auto high = random_.between(low + 1, 9);
                const bool yi = random_.coin();
                const std::string zeros = yi ? "00000000" : "0000";
                p.text = std::to_string(low) + pick(joins) + std::to_string(high) + (yi ? "亿" : "万") + unit.text;
                p.record = kind + " " + std::to_string(low) + zeros + ".." + std::to_string(high) + zeros + tail;
                return p;
            }
            case 2: {  // 二十三至五十六
                const auto low = random_.between(11, 60);
                const auto high = random_.between(low + 1, 99);
                p.text = chinese(low) + pick({"至", "到"}) + chinese(high) + unit.text;
                p.record = kind + " " + std::to_string(low) + ".." + std::to_string(high) + tail;
                return p;
            }
            case 3:
                return blank(kind, unit.text, tail);
            default:
                break;
        }
        auto n = random_.below(4) == 0 ? decimal_number() : whole_number();
        if (takes_thousand(n.text, unit.text)) n = integer(2, 9999);
        p.text = n.text;
        std::string flags;
        switch (random_.below(6)) {
            case 0: {
                const auto& w = pick(before);
                p.text = w.text + p.text;
                flags = w.code;
                p.text += unit.text;
                break;
            }
            case 1: {
                const auto& w = pick(after);
                p.text += std::string{unit.text} + w.text;
                flags = w.code;
                break;
            }
            case 2:
                if (n.round && n.whole) {
                    p.text += pick({"余", "多"}) + unit.text;
                    flags = "over";
                    break;
                }
                [[fallthrough]];
            default:
                p.text +=
                    (n.arabic && n.value.size() < 7 && random_.below(10) == 0 ? " " : "") + std::string{unit.text};
                break;
        }
        p.record = kind + " " + n.value + tail + (flags.empty() ? "" : " ~" + flags);
        return p;
    }

    // Digit blanks: 几 数.
    phrase blank(const std::string& kind, const std::string& unit, const std::string& tail) {
        static constexpr struct {
            const char* text;
            const char* value;
        } blanks[] = {{"几", "2..9"},
                      {"十几", "11..19"},
                      {"几十", "20..90"},
                      {"数十", "20..90"},
                      {"几百", "200..900"},
                      {"数百", "200..900"},
                      {"几千", "2000..9000"},
                      {"数千", "2000..9000"},
                      {"十几万", "110000..190000"},
                      {"几万", "20000..90000"},
                      {"数万", "20000..90000"},
                      {"二十几", "21..29"},
                      {"数亿", "200000000..900000000"},
                      {"好几", "2..9"},
                      {"好几百", "200..900"}};
        const auto* b = &pick(blanks);
        while (takes_thousand(b->text, unit)) b = &pick(blanks);
        return {b->text + unit, kind + " " + b->value + tail + " ~indefinite", false};
    }

    phrase money() {
        if (random_.below(4) == 0) {
            const auto v = random_.between(2, 99999999);
            switch (random_.below(4)) {
                case 0:
                    return {"人民币" + chinese(v, true) + "元整", "money " + std::to_string(v) + " CNY", false};
                case 1:
                    return {"¥" + std::to_string(v), "money " + std::to_string(v) + " CNY", true};
                case 2:
                    return {"人民币" + std::to_string(v) + "元", "money " + std::to_string(v) + " CNY", false};
                default: {
                    const auto yuan = random_.between(1, 99);
                    const auto jiao = random_.between(1, 9);
                    const auto value = std::to_string(yuan) + "." + std::to_string(jiao);
                    if (random_.coin())
                        return {std::to_string(yuan) + "元" + std::to_string(jiao) + "角", "money " + value + " CNY",
                                false};
                    return {chinese(yuan) + "块" + chinese(jiao) + "毛", "money " + value + " CNY", false};
                }
            }
        }
        return unit_phrase("money", pick(currencies));
    }

    phrase percent() {
        const auto n = random_.coin() ? decimal_number() : integer(2, 99);
        const auto& value = n.value;
        switch (n.arabic ? random_.below(6) : random_.below(2) * 2) {
            case 0:
                return {"百分之" + n.text, "percent " + value + " %", false};
            case 1:
                return {n.text + "‰", "percent " + value + " ‰", true};
            case 2:
                return {n.text + "个百分点", "percent " + value + " pp", false};
            case 3: {
                const auto tenths = random_.between(2, 9);
                return {chinese(tenths) + "成", "percent " + std::to_string(tenths * 10) + " %", false};
            }
            default:
                return {n.text + "%", "percent " + value + " %", true};
        }
    }

    phrase fraction() {
        const auto d = random_.between(3, 9);
        const auto n = random_.between(1, d - 1);
        const auto value = std::to_string(n) + "/" + std::to_string(d);
        if (random_.below(3) == 0) return {value, "fraction " + value, true};
        return {chinese_group(static_cast<int>(d), false) + "分之" + chinese_group(static_cast<int>(n), false),
                "fraction " + value, false};
    }

    phrase multiple() {
        if (random_.below(3) == 0) {
            const auto v = random_.between(5, 9);
            return {chinese(v) + "折", "multiple 0." + std::to_string(v), false};
        }
        return unit_phrase("multiple", word{"倍", ""});
    }

    phrase ratio() {
        const auto a = random_.between(1, 99);
        const auto b = random_.between(61, 99);  // no minutes, so that no time of day is meant
        const auto value = std::to_string(a) + ":" + std::to_string(b);
        return {std::to_string(a) + pick({"比", "∶", ":"}) + std::to_string(b), "ratio " + value, false};
    }

    phrase ordinal() {
        const auto v = random_.between(2, 300);
        static constexpr word nouns[] = {{"批", "批"}, {"轮", "轮"}, {"届", "届"}, {"次", "次"},
                                         {"条", "条"}, {"款", "款"}, {"章", "章"}, {"项", "项"},
                                         {"名", "名"}, {"位", "位"}, {"天", "d"},  {"阶段", "阶段"}};
        const auto& noun = pick(nouns);
        return {"第" + (random_.coin() ? chinese(v) : std::to_string(v)) + noun.text,
                "ordinal " + std::to_string(v) + " " + noun.code, false};
    }

    phrase age() {
        const auto v = random_.between(2, 99);
        const auto text = random_.coin() ? chinese(v) : std::to_string(v);
        const std::string unit = pick({"岁", "周岁"});
        switch (random_.below(4)) {
            case 0:
                return {"未满" + text + unit, "age " + std::to_string(v) + " a ~under", false};
            case 1:
                return {text + unit + "以上", "age " + std::to_string(v) + " a ~at_least", false};
            default:
                return {text + unit, "age " + std::to_string(v) + " a", false};
        }
    }

    static std::string two(std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); }

    static std::string positional(std::int64_t v) {
        static constexpr const char* digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        std::string out;
        for (const char c : std::to_string(v)) out += digits[c - '0'];
        return out;
    }

    phrase date() {
        const auto year = random_.between(1000, 2099);
        const auto month = random_.between(1, 12);
        const auto day = random_.between(1, 28);
        const auto iso = std::to_string(year) + "-" + two(month) + "-" + two(day);
        const auto y = std::to_string(year), m = std::to_string(month), d = std::to_string(day);
        switch (random_.below(10)) {
            case 0:
                return {y + "年" + m + "月" + d + "日", "date " + iso, false};
            case 1:
                return {positional(year) + "年" + chinese(month) + "月" + chinese(day) + "日", "date " + iso, false};
            case 2:
                return {m + "月" + d + "日", "date XXXX-" + two(month) + "-" + two(day), false};
            case 3:
                return {chinese(month) + "月" + chinese(day) + "日", "date XXXX-" + two(month) + "-" + two(day), false};
            case 4:
                return {y + "年", "date " + y, false};
            case 5:
                return {y + "年" + m + "月", "date " + y + "-" + two(month), false};
            case 6:
                return {iso, "date " + iso, true};
            case 7: {
                const auto last = random_.between(day + 1, 29);
                if (month == 2 && last > 28) return {m + "月", "date XXXX-" + two(month), false};
                return {m + "月" + d + "日" + pick(joins) + std::to_string(last) + "日",
                        "date XXXX-" + two(month) + "-" + two(day) + "..XXXX-" + two(month) + "-" + two(last), false};
            }
            case 8: {
                const auto hour = random_.between(0, 23);
                const auto minute = random_.between(0, 59);
                return {m + "月" + d + "日" + std::to_string(hour) + "时" + std::to_string(minute) + "分",
                        "date XXXX-" + two(month) + "-" + two(day) + "T" + two(hour) + ":" + two(minute), false};
            }
            default: {
                const auto republic = random_.between(1, 110);
                return {"民国" + std::to_string(republic) + "年" + m + "月",
                        "date " + std::to_string(republic + 1911) + "-" + two(month), false};
            }
        }
    }

    phrase time() {
        const auto hour = random_.between(1, 11);
        const auto minute = random_.between(0, 59);
        static constexpr struct {
            const char* text;
            int add;
        } parts[] = {{"上午", 0}, {"下午", 12}, {"凌晨", 0}, {"早上", 0}};
        const auto& part = pick(parts);
        const auto clock = [](std::int64_t h, std::int64_t m) { return "time T" + two(h) + ":" + two(m); };
        switch (random_.below(5)) {
            case 0:
                return {std::to_string(hour + 12) + ":" + two(minute), clock(hour + 12, minute), true};
            case 1:
                return {std::to_string(hour) + "时" + std::to_string(minute) + "分", clock(hour, minute), false};
            case 2:
                return {part.text + std::to_string(hour) + "点", clock(hour + part.add, 0), false};
            case 3:
                return {part.text + chinese(hour) + "点半", clock(hour + part.add, 30), false};
            default:
                return {part.text + std::to_string(hour) + ":" + two(minute), clock(hour + part.add, minute), false};
        }
    }

    phrase cardinal() {
        auto n = whole_number();  // 3.14 alone may be a day
        // A Chinese numeral of one character alone is no phrase; many plain digits may be a telephone.
        if (n.text.size() <= 3 || (n.arabic && n.value.size() > 5)) n = integer(2, 9999);
        return {n.text, "cardinal " + n.value, false};
    }

    random& random_;
};

}  // namespace support
