// The phrase tables of tests/data: reading them, and comparing what was found with what they say.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/found.hpp"
#include "support/text.hpp"

namespace support {

struct mark {
    enum class demand { exactly, optional, never };

    std::size_t begin = 0;
    std::size_t end = 0;
    demand what = demand::exactly;
    std::vector<std::string> records;  // any of them will do; for `never` the kind, or `*`
};

struct line {
    std::string file;
    int number = 0;
    bool verbatim = false;  // not to be rewritten into its twins
    std::string marked;     // the context with its marks, escapes resolved
    std::string text;
    std::vector<mark> marks;
    std::vector<std::string> columns;  // those after the context, as written

    std::string where() const { return file + ":" + std::to_string(number) + ": " + marked; }
};

inline constexpr std::string_view opening = "【";
inline constexpr std::string_view closing = "】";

namespace detail {

inline std::string unescape(std::string_view s) {
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] != '\\') {
            out += s[i];
            continue;
        }
        const char c = ++i < s.size() ? s[i] : '\0';
        if (c == 'u') {
            const auto close = s.find('}', i);
            if (close == std::string_view::npos) fail("\\u without }");
            out += encode(static_cast<char32_t>(std::stoul(std::string{s.substr(i + 2, close - i - 2)}, nullptr, 16)));
            i = close;
        } else if (c == 'n' || c == 't') {
            out += c == 'n' ? '\n' : '\t';
        } else if (c == '\\' || c == '#') {
            out += c;
        } else {
            fail("unknown escape");
        }
    }
    return out;
}

}  // namespace detail

// Puts `marked` and the columns into text and marks.
inline void place_marks(line& l) {
    l.text.clear();
    l.marks.clear();
    bool open = false;
    for (std::size_t i = 0; i < l.marked.size();) {
        const std::string_view rest = std::string_view{l.marked}.substr(i);
        if (rest.starts_with(opening)) {
            if (open) fail(l.where() + ": 【 inside 【");
            l.marks.push_back({l.text.size(), 0, mark::demand::exactly, {}});
            open = true;
            i += opening.size();
        } else if (rest.starts_with(closing)) {
            if (!open) fail(l.where() + ": 】 without 【");
            l.marks.back().end = l.text.size();
            open = false;
            i += closing.size();
        } else {
            l.text += l.marked[i++];
        }
    }
    if (open || l.marks.size() != l.columns.size()) fail(l.where() + ": marks and records differ in number");
    for (std::size_t i = 0; i < l.marks.size(); ++i) {
        std::string_view column = l.columns[i];
        auto& m = l.marks[i];
        if (column.starts_with("? ")) m.what = mark::demand::optional;
        if (column.starts_with("! ")) m.what = mark::demand::never;
        if (m.what != mark::demand::exactly) column.remove_prefix(2);
        m.records = split(column, " | ");
    }
}

inline std::filesystem::path data_folder() { return std::filesystem::path{SHULIANG_SOURCE_DIR} / "tests" / "data"; }

inline std::vector<line> read_table(const std::string& name) {
    std::vector<line> out;
    int number = 0;
    for (const auto& row : lines_of(read_file(data_folder() / name))) {
        ++number;
        if (row.empty() || row.front() == '#') continue;
        auto columns = split(row, "\t");
        line l;
        l.file = name;
        l.number = number;
        l.verbatim = columns.front().starts_with("*");
        l.marked = detail::unescape(columns.front().substr(l.verbatim ? 1 : 0));
        columns.erase(columns.begin());
        l.columns = std::move(columns);
        place_marks(l);
        out.push_back(std::move(l));
    }
    return out;
}

inline std::vector<std::string> table_names() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder()))
        if (entry.path().extension() == ".tsv") out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

// Tables whose columns are no records.
inline bool has_records(std::string_view name) { return name != "bounds.tsv" && name != "counted.tsv"; }

// The lines of every table of records.
inline const std::vector<line>& all_lines() {
    static const std::vector<line> all = [] {
        std::vector<line> out;
        for (const auto& name : table_names()) {
            if (!has_records(name)) continue;
            for (auto& l : read_table(name)) out.push_back(std::move(l));
        }
        return out;
    }();
    return all;
}

// `count 3000 名` -> `3000`
inline std::string value_of(std::string_view record) {
    const auto parts = split(record, " ");
    return parts.size() > 1 && parts[0] != "identifier" ? parts[1] : "";
}

// Empty when `all`, found in the text of `l`, is what the line asks for; else what is not.
inline std::string difference(const line& l, const std::vector<found>& all) {
    const auto touches = [](const found& f, const mark& m) { return f.begin < m.end && m.begin < f.end; };
    std::string problem;
    const auto wanted = [&l](const mark& m) {
        std::string records;
        for (const auto& r : m.records) records += (records.empty() ? "" : " or ") + r;
        return l.text.substr(m.begin, m.end - m.begin) + "\t" + records;
    };
    for (const auto& m : l.marks) {
        bool good = m.what != mark::demand::exactly;
        for (const auto& f : all) {
            if (!touches(f, m)) continue;
            switch (m.what) {
                case mark::demand::exactly:
                    good = f.begin == m.begin && f.end == m.end &&
                           std::find(m.records.begin(), m.records.end(), f.record) != m.records.end();
                    break;
                case mark::demand::optional: {
                    bool same = false;
                    for (const auto& r : m.records) same = same || f.value == value_of(r);
                    good = good && (same || f.kind == shuliang::kind::identifier);
                    break;
                }
                case mark::demand::never:
                    for (const auto& r : m.records)
                        if (r == "*" ? f.kind != shuliang::kind::identifier : r == shuliang::name(f.kind)) good = false;
                    break;
            }
            if (!good) break;
        }
        if (good) continue;
        const char* how = m.what == mark::demand::exactly ? "" : m.what == mark::demand::optional ? "? " : "! ";
        problem += "  expected " + std::string{how} + wanted(m) + "\n";
    }
    for (const auto& f : all) {
        if (f.kind == shuliang::kind::identifier) continue;
        const bool touched = std::any_of(l.marks.begin(), l.marks.end(), [&](const mark& m) { return touches(f, m); });
        if (!touched) problem += "  expected nothing at " + l.text.substr(f.begin, f.end - f.begin) + "\n";
    }
    if (problem.empty()) return {};
    return l.where() + "\n" + problem + "  got\n" + shown(all, l.text);
}

// Characters and the variants that are read as them: 个 has 個 and 箇. Only Chinese characters, from data/variants.tsv.
inline const std::map<std::string, std::vector<std::string>>& variants() {
    static const auto all = [] {
        std::map<std::string, std::vector<std::string>> out;
        const auto path = std::filesystem::path{SHULIANG_SOURCE_DIR} / "data" / "variants.tsv";
        for (const auto& row : lines_of(read_file(path))) {
            if (row.empty() || row.front() == '#') continue;
            const auto columns = split(row, "\t");
            if (columns.size() < 2) continue;
            const auto chinese = [](const std::string& s) {
                const auto c = shuliang::decode(s.data(), s.data() + s.size()).value;
                return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
            };
            if (chinese(columns[0]) && chinese(columns[1])) out[columns[1]].push_back(columns[0]);
        }
        return out;
    }();
    return all;
}

// A text of all lines, with words between them so that there are places to cut.
inline std::string long_text(std::string_view between) {
    std::string text;
    for (const auto& l : all_lines()) (text += l.text) += between;
    return text;
}

// The line with each character replaced by `twin(character)`; marks stay where they are.
template <class Twin>
line rewritten(line l, const Twin& twin) {
    std::string marked;
    for (const auto& c : characters(l.marked)) marked += c == opening || c == closing ? c : twin(c);
    l.marked = std::move(marked);
    place_marks(l);
    return l;
}

}  // namespace support
