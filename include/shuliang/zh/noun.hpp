// zh/noun.hpp - the noun phrases beside a number: what its clause says before it, and what stands behind it.
//
// Reads; which of them the number belongs to is decided in counted.hpp.
#pragma once

#include "shuliang/zh/clause.hpp"
#include "shuliang/zh/unit_lookup.hpp"

namespace shuliang::inline v0::zh {

// What stands before a number and may be what it counts.
struct nouns_before {
    noun_phrase touching;  // 党员|3000名, 金额：|3亿元
    noun_phrase linked;    // 党员|共有|3000名
    noun_phrase sharing;   // 女性|占总数的|45%
    noun_phrase base;      // 产量|是去年的|3倍
    bool shares = false;   // 占 stands between
    bool changes = false;  // a verb of change stands between
    bool ends_in_of = false;
};

// What stands behind it.
struct noun_behind {
    noun_phrase noun;
    bool of = false;           // 30%的|企业
    bool modified = false;     // 3名|参与救援的|医生
    bool then_number = false;  // 50辆|人员|200人
};

namespace detail {

// Blanks, a colon, and an opening bracket may stand between a noun and its number: 注册资本：|2000万元.
constexpr const char* skip_separators_back(const char* begin, const char* p) noexcept {
    for (int i = 0; i < 8; ++i) {
        const auto c = before(begin, p);
        if (c.at_end() || (c.id != " "_c && c.id != invisible && c.id != ":"_c && c.id != "("_c && c.id != "="_c))
            break;
        p -= c.length;
    }
    return p;
}

// Behind a number that ends the clause to the left: its unit and what else belongs to it.
constexpr const char* skip_rest_of_number(const char* p, const char* end) noexcept {
    if (const auto word = approximation_after(p, end)) p = word.edge;
    if (const auto unit = find_unit(p, end)) p = unit.end;
    if (const auto word = approximation_after(p, end)) p = word.edge;
    // 2019年|末, 3天|内
    for (int i = 0; i < 2; ++i) {
        const auto c = at(p, end);
        if (!(c.id == "末"_c || c.id == "底"_c || c.id == "初"_c || c.id == "内"_c || c.id == "来"_c ||
              c.id == "间"_c || c.id == "中"_c || c.id == "前"_c || c.id == "后"_c || c.id == "起"_c ||
              c.id == "时"_c || c.id == "旬"_c))
            break;
        p += c.length;
    }
    return p;
}

constexpr bool fits(const noun_phrase& n, const char* from, const char* to) noexcept {
    return n && n.end - n.begin <= longest_noun && from - n.begin <= noun_distance && n.end - to <= noun_distance;
}

// The nouns of the clause between `clause.begin` and `end`.
constexpr nouns_before read_clause(stretch w, clause_start clause, const char* end) noexcept {
    nouns_before out;
    noun_phrase current;
    noun_phrase done;
    bool clean = false;  // nothing but links since `done`
    part last = part::border;
    const char* start = clause.number ? skip_rest_of_number(clause.begin, end) : clause.begin;
    const char* p = start;
    while (p < end) {
        const auto word = word_at({w.begin, end}, p);
        if (word.part == part::border || word.part == part::number || word.end <= p) {
            // A bracket that is closed, or a number that the look back took for a word: nothing reaches over it.
            current = done = noun_phrase{};
            out = nouns_before{};
            clean = false;
            last = part::border;
            p = word.end > p ? word.end : p + at(p, end).length;
            continue;
        }
        if (current.last == part::activity && word.part == part::localizer) {
            // 复查|时|体温
            current = done = noun_phrase{};
            clean = false;
        } else if (is_nominal(word.part)) {
            if (!current) {
                current.before = last;
                current.after_number = clause.number && p == start;
                out.changes = out.ends_in_of = false;
            }
            current.add(p, word);
        } else {
            if (current) {
                done = object_of(current);
                current = noun_phrase{};
                clean = true;
            }
            switch (word.part) {
                case part::share:
                    out.shares = true;
                    out.sharing = clean ? done : noun_phrase{};
                    break;
                case part::change:
                    out.changes = true;
                    [[fallthrough]];
                case part::link:
                    if (clean) out.base = done;
                    break;
                case part::adverb:
                    break;
                case part::aspect:
                    clean = clean && (last == part::change || last == part::link);
                    break;
                case part::of:
                    out.ends_in_of = true;
                    clean = false;
                    break;
                default:
                    clean = false;
            }
        }
        last = word.part;
        p = word.end;
    }
    out.touching = object_of(current);
    if (!current && clean) out.linked = done;
    if (!current && out.ends_in_of) out.linked = done;
    return out;
}

// 由12%降至|0.8%: the clause before 由, where only verbs of change stand between the two numbers.
constexpr noun_phrase read_before_from(stretch w, const char* p) noexcept {
    for (int i = 0; i < 12; ++i) {
        const auto c = before(w.begin, p);
        if (c.at_end()) return {};
        const char* here = p - c.length;
        if (c.id == "由"_c || c.id == "从"_c) {
            const auto n = read_clause(w, clause_before(w, here), here);
            return n.touching ? n.touching : n.linked;
        }
        const bool number = is_numeral(c) || c.id == "."_c || c.id == "%"_c;
        if (!number && !is_any_han(here, w.end)) return {};
        p = here;
    }
    return {};
}

constexpr nouns_before read_before(stretch w, const char* p) noexcept {
    p = skip_separators_back(w.begin, p);
    const auto clause = clause_before(w, p);
    auto out = read_clause(w, clause, p);
    if (!out.touching && !out.linked && clause.number && out.changes) out.linked = read_before_from(w, clause.begin);
    return out;
}

constexpr noun_phrase read_noun(stretch w, const char* p, bool acting, const char*& stop) noexcept {
    noun_phrase n;
    while (true) {
        const auto word = word_at(w, p);
        stop = p;
        if (!is_nominal(word.part) || (!n && word.part == part::localizer)) return n;
        // 500名医生|诊治, 20家企业|生产: what they do is no part of what they are called.
        if (acting && n) {
            const bool actor = n.last == part::agent || n.last == part::body || ends_with(tables::beside::acting, n);
            if (actor && word.part == part::activity) return n;
            if (n.last == part::agent && word.part != part::agent && word.part != part::body) return n;
        }
        // 患者|会; but 音乐会.
        if (n.last == part::agent && at(p, w.end).id == "会"_c && word.part == part::unknown) return n;
        // 两个人|传
        const bool person = n.last == part::agent && at(n.final, n.end).length == n.end - n.final;
        if (person && word.part == part::unknown) return n;
        n.add(p, word);
        if (n.end - n.begin > longest_noun) return {};
        p = word.end;
    }
}

constexpr noun_behind read_behind(stretch w, const char* p, bool acting) noexcept {
    noun_behind out;
    p = skip_spaces(p, w.end);
    // 50 million: behind a blank, letters are another language.
    if (p != w.begin && is_latin(at(p, w.end).id)) return out;
    auto word = word_at(w, p);
    if (word.part == part::of) {
        out.of = true;
        p = word.end;
    }
    const char* stop = p;
    for (int round = 0; round < 8; ++round) {
        word = word_at(w, p);
        if (word.part == part::determiner) {
            p = word.end;
            continue;
        }
        out.noun = read_noun(w, p, acting, stop);
        word = word_at(w, stop);
        // 新的|设备, 荤素搭配的|菜
        const bool modifier =
            word.part == part::of &&
            (out.noun.last == part::adjective || (out.noun.last == part::activity && out.noun.second != nullptr));
        if (out.noun && !out.noun.only_adjective && !modifier) break;
        // 参与救援的|医生
        if (!out.noun && (word.part == part::number || word.part == part::border)) return out;
        if (word.part != part::of) {
            out.modified = true;
            while (word.part != part::of && word.part != part::number && word.part != part::border) {
                p = word.end;
                word = word_at(w, p);
            }
            if (word.part != part::of) {
                out.noun = noun_phrase{};
                return out;
            }
        }
        out.noun = noun_phrase{};
        p = word.end;
    }
    out.then_number = word_at(w, stop).part == part::number;
    out.noun = trimmed(out.noun);
    // 20家企业|中
    if (out.noun.last == part::localizer) out.noun.end = out.noun.final;
    if (out.noun.end == out.noun.begin) out.noun = noun_phrase{};
    return out;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
