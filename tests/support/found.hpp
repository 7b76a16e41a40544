// What the extractor found, in the notation of the tables (tests/data/README.md).
#pragma once

#include <cstdint>
#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"

namespace support {

struct found {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    shuliang::kind kind = shuliang::kind::cardinal;
    std::string value;   // `3000`, `3..5`, empty for identifiers
    std::string record;  // `count 3000 名 ~over`

    friend bool operator==(const found&, const found&) = default;
    friend std::ostream& operator<<(std::ostream& out, const found& f) {
        return out << f.begin << "-" << f.end << " " << f.record;
    }
};

inline found describe(const shuliang::quantity& q) {
    namespace sl = shuliang;
    found f{q.begin(), q.end(), q.kind(), {}, {}};
    const auto text = [](const auto& fixed) { return std::string{fixed.view()}; };
    f.value = text(sl::text_of_value(q));
    if (f.value.empty() && !text(sl::text_of_from(q)).empty())
        f.value = text(sl::text_of_from(q)) + ".." + text(sl::text_of_to(q));
    if (q.overflowed()) f.value = "overflow";
    f.record = std::string{sl::name(q.kind())};
    if (!f.value.empty()) f.record += " " + f.value;
    if (!q.unit().empty()) f.record += " " + std::string{q.unit().code()};
    std::string flags;
    for (unsigned bit = 0; bit < 7; ++bit) {
        if (!q.is(static_cast<sl::approx>(1U << bit))) continue;
        flags += flags.empty() ? "~" : ",";
        flags += sl::approx_names[bit];
    }
    if (!flags.empty()) f.record += " " + flags;
    if (!q.alternative(0).empty()) f.record += " alt=" + std::string{q.alternative(0).code()};
    if (!q.alternative(1).empty()) f.record += "," + std::string{q.alternative(1).code()};
    if (!q.per().empty()) {
        f.record += " per=" + std::string{q.per().code()};
        if (!(q.per_value() == shuliang::decimal{1}))
            f.record += " per_value=" + std::string{q.per_value().text().view()};
    }
    return f;
}

// Everything in the text, identifiers too.
inline std::vector<found> everything(std::string_view text) {
    std::vector<found> out;
    shuliang::extract_into(text, [&out](const shuliang::quantity& q) { out.push_back(describe(q)); });
    return out;
}

inline std::string shown(const std::vector<found>& all, std::string_view text) {
    std::string out;
    for (const auto& f : all) {
        const bool inside = f.begin <= f.end && f.end <= text.size();
        out += "    " + (inside ? std::string{text.substr(f.begin, f.end - f.begin)} : "outside the text") + "\t" +
               f.record + "\n";
    }
    return out.empty() ? "    nothing\n" : out;
}

// Writes to standard error what is wrong, as it is: Catch would wrap lines inside characters.
inline void tell(std::string_view problems) {
    constexpr std::size_t enough = 20000;
    std::cerr << problems.substr(0, enough) << (problems.size() > enough ? "\n[and more]\n" : "");
}

// What holds for any bytes: spans inside the text, not empty, in order, disjoint, on character borders.
// Empty when all is well.
inline std::string broken_promise(const std::vector<found>& all, std::string_view text) {
    std::uint64_t last = 0;
    const char* begin = text.data();
    const char* end = begin + text.size();
    for (const auto& f : all) {
        if (f.begin >= f.end || f.end > text.size()) return "a span is empty or outside the text";
        if (f.begin < last) return "spans overlap or are out of order";
        if (!shuliang::on_border(begin, end, begin + f.begin) || !shuliang::on_border(begin, end, begin + f.end))
            return "a span begins or ends inside a character";
        if (f.end - f.begin > static_cast<std::uint64_t>(shuliang::longest_phrase)) return "a phrase is too long";
        last = f.end;
    }
    return {};
}

}  // namespace support
