// bridge/re2.hpp - patterns as extractors: RE2, with the quantities of this library inside.
//
//     const sl::re2_rule rule("(?P<who>[\\p{Han}]{2,6})投入(?P<amount>{money})");
//     for (const sl::re2_match& m : text | rule) use(m["who"].text, m["amount"].quantity());
//
// A pattern is RE2's, over characters and not bytes. `{money}`, `{count}` and so on for every kind, and `{quantity}`
// for all but identifiers, stand for one quantity that is found at this place: the whole of it, read as always. Named
// groups are the fields of a match. What a group holds is read by the grammar of numbers: `number()`, `quantity()`.
//
// `re2_rules` are many patterns, from a file as well: one pass of RE2::Set tells which of them can match at all.
// Invalid patterns are reported with their place. Linear time in the text, as RE2 promises.
//
// The only header that knows RE2: Debian's 20220601 and newer ones, with or without Abseil. Allocates; run time only.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuliang/delimited.hpp"
#include "shuliang/extract.hpp"

namespace shuliang::inline v0 {

// What a group of a match holds. `text` is null where the group took no part.
struct re2_group {
    std::string_view text;
    std::uint64_t begin = 0;

    std::uint64_t end() const noexcept { return begin + text.size(); }
    explicit operator bool() const noexcept { return text.data() != nullptr; }

    // The quantity that is just this text: what a placeholder found, or what the grammar makes of the text alone.
    std::optional<shuliang::quantity> quantity() const {
        if (found_) return found_;
        for (const auto& q : text | extract<quantities>)
            return q.text().size() == text.size() ? std::optional{at_place(q)} : std::nullopt;
        return std::nullopt;
    }
    // The number that is just this text: 3000, 三千, 1.2亿. Of a quantity its value.
    std::optional<rational> number() const {
        if (found_) return found_->value();
        if (text.empty()) return std::nullopt;
        const char* const end = text.data() + text.size();
        const auto n = zh::read_numeral(text.data(), end);
        if (n && n.end == end && !n.range && !n.overflow && n.flags == approx::exact) return rational{n.value};
        const auto q = quantity();
        return q ? q->value() : std::nullopt;
    }

private:
    friend class re2_rule;
    shuliang::quantity at_place(const shuliang::quantity& q) const noexcept {
        auto r = q.raw();
        r.begin += begin;
        return {r, q.raw_details(), q.text(), q.raw_units()};
    }
    std::optional<shuliang::quantity> found_;
};

class re2_match {
public:
    std::uint64_t begin() const noexcept { return groups_.front().begin; }
    std::uint64_t end() const noexcept { return groups_.front().end(); }
    std::string_view text() const noexcept { return groups_.front().text; }

    // Group 0 is the whole match. An unknown number or name is an empty group.
    std::size_t size() const noexcept { return groups_.size(); }
    re2_group operator[](std::size_t i) const { return i < groups_.size() ? groups_[i] : re2_group{}; }
    re2_group operator[](int i) const { return operator[](static_cast<std::size_t>(i)); }
    re2_group operator[](std::string_view name) const {
        const auto found = names_->find(std::string{name});
        return found == names_->end() ? re2_group{} : operator[](found->second);
    }
    const std::map<std::string, int>& names() const noexcept { return *names_; }
    // Which of several rules it is.
    std::size_t rule() const noexcept { return rule_; }

private:
    friend class re2_rule;
    friend class re2_rules;
    std::vector<re2_group> groups_;
    const std::map<std::string, int>* names_ = nullptr;
    std::size_t rule_ = 0;
};

// Why a pattern is none: what is wrong, and where.
struct re2_error {
    std::string what;
    std::size_t offset = 0;  // in bytes
    std::size_t column = 0;  // in characters, from 1

    explicit operator bool() const noexcept { return !what.empty(); }
};

namespace detail {

// A text in which each quantity of the kinds that patterns ask for is one character that no text holds: U+FDD0 and on,
// noncharacters, by kind.
class marked_text {
public:
    static constexpr std::size_t mark_size = 3;
    static std::string mark(int kind) { return {'\xEF', '\xB7', static_cast<char>(0x90 + kind)}; }

    marked_text(std::string_view text, std::uint32_t kinds, const options& choices) : original_(text), marked_(text) {
        if (kinds == 0) return;
        storage_.reserve(text.size());
        std::uint64_t from = 0;
        extract_into(
            text,
            [&](const shuliang::quantity& q) {
                if ((kinds >> static_cast<int>(q.kind()) & 1U) == 0) return;
                copy(text.substr(from, q.begin() - from));
                places_.push_back({storage_.size(), q});
                storage_ += mark(static_cast<int>(q.kind()));
                from = q.end();
            },
            choices);
        copy(text.substr(from));
        marked_ = storage_;
    }
    marked_text(const marked_text&) = delete;
    marked_text& operator=(const marked_text&) = delete;

    std::string_view text() const noexcept { return marked_; }
    std::string_view original() const noexcept { return original_; }

    // An offset in the marked text, which is no inside of a mark, as one of the original.
    std::uint64_t original_offset(std::size_t at) const noexcept {
        const auto behind = std::lower_bound(places_.begin(), places_.end(), at,
                                             [](const place& p, std::size_t o) { return p.at < o; });
        if (behind == places_.begin()) return at;
        const auto& before = *(behind - 1);
        return before.found.end() + (at - before.at - mark_size);
    }
    // The quantity that [begin, end) of the marked text is.
    const shuliang::quantity* quantity_at(std::size_t begin, std::size_t end) const noexcept {
        const auto found = std::lower_bound(places_.begin(), places_.end(), begin,
                                            [](const place& p, std::size_t o) { return p.at < o; });
        return found != places_.end() && found->at == begin && end == begin + mark_size ? &found->found : nullptr;
    }

private:
    struct place {
        std::size_t at;
        shuliang::quantity found;
    };

    // Noncharacters of the text itself are no marks: they become U+FFFD, which is as long.
    void copy(std::string_view piece) {
        const auto from = storage_.size();
        storage_ += piece;
        for (auto at = storage_.find("\xEF\xB7", from); at != std::string::npos;
             at = storage_.find("\xEF\xB7", at + 1)) {
            if (at + 2 >= storage_.size()) break;
            const auto last = static_cast<unsigned char>(storage_[at + 2]);
            if (last >= 0x90 && last <= 0xAF) storage_.replace(at, 3, "\xEF\xBF\xBD");
        }
    }

    std::string_view original_;
    std::string_view marked_;
    std::string storage_;
    std::vector<place> places_;
};

}  // namespace detail

class re2_rule {
public:
    explicit re2_rule(std::string_view pattern) : source_(pattern) {
        expand();
        if (error_) return;
        RE2::Options options;
        options.set_log_errors(false);
        compiled_ = std::make_unique<RE2>(re2::StringPiece(expanded_.data(), expanded_.size()), options);
        if (!compiled_->ok()) explain();
    }

    // False for an invalid pattern, which finds nothing; `error` tells why.
    bool ok() const noexcept { return !error_; }
    const re2_error& error() const noexcept { return error_; }
    const std::string& pattern() const noexcept { return source_; }

    // All matches in text order, without overlaps. The text and the rule have to outlive them.
    std::vector<re2_match> operator()(std::string_view text, const options& choices = default_options) const {
        std::vector<re2_match> out;
        find(detail::marked_text(text, kinds_, choices), 0, out);
        return out;
    }
    friend std::vector<re2_match> operator|(std::string_view text, const re2_rule& rule) { return rule(text); }
    template <class Text>
    requires detail::temporary_owner<Text>
    friend detail::the_text_would_be_gone_name_it_first operator|(Text&&, const re2_rule&) = delete;

private:
    friend class re2_rules;

    // Placeholders become the marks of their kinds. `places_` remembers what moved.
    void expand() {
        bool escaped = false;
        for (std::size_t i = 0; i < source_.size(); ++i) {
            const char c = source_[i];
            const auto close = source_.find('}', i);
            const bool name = c == '{' && !escaped && !names_class(i) && close != std::string::npos && close > i + 1 &&
                              source_.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", i + 1) == close;
            escaped = c == '\\' && !escaped;
            if (!name) {
                expanded_ += c;
                continue;
            }
            const auto word = std::string_view(source_).substr(i + 1, close - i - 1);
            std::uint32_t kinds = word == "quantity" ? quantities.kinds : 0U;
            for (int k = 0; k < kind_count; ++k)
                if (kind_names[k] == word) kinds = 1U << k;
            if (kinds == 0) return fail("there is no placeholder {" + std::string(word) + "}", i);
            kinds_ |= kinds;
            expanded_ += '[';
            for (int k = 0; k < kind_count; ++k)
                if ((kinds >> k & 1U) != 0) expanded_ += detail::marked_text::mark(k);
            expanded_ += ']';
            i = close;
            places_.push_back({expanded_.size(), close + 1});
        }
    }
    // \p{greek}, \x{ab}: these braces belong to RE2.
    bool names_class(std::size_t brace) const noexcept {
        return brace >= 2 && source_[brace - 2] == '\\' &&
               (source_[brace - 1] == 'p' || source_[brace - 1] == 'P' || source_[brace - 1] == 'x');
    }

    void fail(std::string what, std::size_t offset) {
        error_.what = std::move(what);
        error_.offset = std::min(offset, source_.size());
        error_.column = 1;
        for (std::size_t i = 0; i < error_.offset; ++i) error_.column += detail::is_continuation(source_[i]) ? 0 : 1;
    }

    // RE2 tells what is wrong and quotes it; its place is where the first beginning of the pattern that has this fault
    // ends.
    void explain() {
        const auto code = compiled_->error_code();
        const std::string fault = compiled_->error_arg();
        std::size_t at = 0;
        if (code == RE2::ErrorMissingParen || code == RE2::ErrorUnexpectedParen) {
            at = unmatched();
        } else if (!fault.empty()) {
            RE2::Options quiet;
            quiet.set_log_errors(false);
            at = expanded_.find(fault);
            for (auto next = at; next != std::string::npos; next = expanded_.find(fault, next + 1)) {
                const RE2 attempt(re2::StringPiece(expanded_.data(), next + fault.size()), quiet);
                at = next;
                if (!attempt.ok() && attempt.error_code() == code && attempt.error_arg() == fault) break;
            }
            if (at == std::string::npos) at = 0;
        }
        for (auto p = places_.rbegin(); p != places_.rend(); ++p) {
            if (at < p->first) continue;
            at = at - p->first + p->second;
            break;
        }
        std::string what = compiled_->error();
        // Said in the words of the caller.
        for (const auto& [behind, source_behind] : places_) {
            const auto open = expanded_.rfind('[', behind - 1), brace = source_.rfind('{', source_behind - 1);
            const auto set = expanded_.substr(open, behind - open);
            for (auto i = what.find(set); i != std::string::npos; i = what.find(set))
                what.replace(i, set.size(), source_, brace, source_behind - brace);
        }
        fail(std::move(what), at);
        compiled_.reset();
    }
    // The bracket without a partner.
    std::size_t unmatched() const {
        std::vector<std::size_t> open;
        bool in_class = false;
        for (std::size_t i = 0; i < expanded_.size(); ++i) {
            const char c = expanded_[i];
            if (c == '\\')
                ++i;
            else if (in_class)
                in_class = c != ']';
            else if (c == '[')
                in_class = true;
            else if (c == '(')
                open.push_back(i);
            else if (c == ')' && open.empty())
                return i;
            else if (c == ')')
                open.pop_back();
        }
        return open.empty() ? 0 : open.back();
    }

    void find(const detail::marked_text& marked, std::size_t number, std::vector<re2_match>& out) const {
        if (!compiled_) return;
        const auto text = marked.text();
        const re2::StringPiece whole(text.data(), text.size());
        std::vector<re2::StringPiece> part(static_cast<std::size_t>(compiled_->NumberOfCapturingGroups()) + 1);
        std::size_t from = 0;
        while (from <= text.size() && compiled_->Match(whole, from, text.size(), RE2::UNANCHORED, part.data(),
                                                       static_cast<int>(part.size()))) {
            re2_match match;
            match.names_ = &compiled_->NamedCapturingGroups();
            match.rule_ = number;
            for (const auto& p : part) {
                re2_group group;
                if (p.data() != nullptr) {
                    const auto begin = static_cast<std::size_t>(p.data() - text.data());
                    const auto end = begin + p.size();
                    group.begin = marked.original_offset(begin);
                    group.text = marked.original().substr(group.begin, marked.original_offset(end) - group.begin);
                    if (const auto* q = marked.quantity_at(begin, end)) group.found_ = *q;
                }
                match.groups_.push_back(group);
            }
            const auto begin = static_cast<std::size_t>(part[0].data() - text.data());
            from = begin + part[0].size();
            if (part[0].empty()) {
                from += from < text.size() ? decode(text.data() + from, text.data() + text.size()).length : 1U;
                continue;  // nothing was found
            }
            out.push_back(std::move(match));
        }
    }

    std::string source_;
    std::string expanded_;
    std::vector<std::pair<std::size_t, std::size_t>> places_;  // behind a placeholder: in expanded_, in source_
    std::uint32_t kinds_ = 0;
    std::unique_ptr<RE2> compiled_;
    re2_error error_;
};

// Many rules with names. Made once, then immutable: any number of threads can use them.
class re2_rules {
public:
    re2_rules() = default;

    // From a table (delimited.hpp) with the columns `name` and `pattern`; `file` is its name in errors. With errors
    // there are no rules.
    static re2_rules parse(std::string_view text, std::string file, std::vector<file_error>& errors) {
        const delimited_table table(text, std::move(file));
        const auto before = errors.size();
        errors.insert(errors.end(), table.errors().begin(), table.errors().end());
        const auto name = table.column("name"), pattern = table.column("pattern");
        re2_rules out;
        if (name == delimited_table::npos || pattern == delimited_table::npos) {
            errors.push_back({table.file(), 1, 1, "the columns name and pattern are needed"});
            return out;
        }
        for (const auto& row : table.rows()) {
            const auto wrong = out.add(row.cells[name].text, row.cells[pattern].text);
            if (!wrong) continue;
            auto error = table.error_at(row.cells[pattern], wrong.what);
            error.column += wrong.column - 1;
            errors.push_back(std::move(error));
        }
        if (errors.size() != before) return {};
        out.compile();
        return out;
    }

    // Adds a rule; the error tells why it could not be. Call `compile` when all are there.
    re2_error add(std::string name, std::string_view pattern) {
        auto rule = std::make_unique<re2_rule>(pattern);
        if (!rule->ok()) return rule->error();
        names_.push_back(std::move(name));
        rules_.push_back(std::move(rule));
        return {};
    }
    void compile() {
        sets_.clear();
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            // Rules with the same placeholders see the same marked text.
            auto same =
                std::find_if(sets_.begin(), sets_.end(), [&](const part& p) { return p.kinds == rules_[i]->kinds_; });
            if (same == sets_.end()) {
                RE2::Options options;
                options.set_log_errors(false);
                sets_.push_back({rules_[i]->kinds_, {}, std::make_unique<RE2::Set>(options, RE2::UNANCHORED), false});
                same = sets_.end() - 1;
            }
            const auto& pattern = rules_[i]->expanded_;
            if (same->set->Add(re2::StringPiece(pattern.data(), pattern.size()), nullptr) >= 0)
                same->members.push_back(i);
        }
        for (auto& p : sets_) p.ready = p.set->Compile();
    }

    std::size_t size() const noexcept { return rules_.size(); }
    const std::string& name(std::size_t i) const noexcept { return names_[i]; }
    const re2_rule& rule(std::size_t i) const noexcept { return *rules_[i]; }

    // Which rules match somewhere in the text, by number in ascending order.
    std::vector<std::size_t> matching(std::string_view text, const options& choices = default_options) const {
        std::vector<std::size_t> out;
        for (const auto& p : sets_) {
            const auto some = candidates(p, detail::marked_text(text, p.kinds, choices));
            out.insert(out.end(), some.begin(), some.end());
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    // All matches of all rules, by begin, then by rule; those of different rules may overlap. `match.rule()` tells
    // which.
    std::vector<re2_match> operator()(std::string_view text, const options& choices = default_options) const {
        std::vector<re2_match> out;
        for (const auto& p : sets_) {
            const detail::marked_text marked(text, p.kinds, choices);
            for (const auto i : candidates(p, marked)) rules_[i]->find(marked, i, out);
        }
        std::stable_sort(out.begin(), out.end(), [](const re2_match& a, const re2_match& b) {
            return a.begin() != b.begin() ? a.begin() < b.begin() : a.rule() < b.rule();
        });
        return out;
    }
    friend std::vector<re2_match> operator|(std::string_view text, const re2_rules& rules) { return rules(text); }
    template <class Text>
    requires detail::temporary_owner<Text>
    friend detail::the_text_would_be_gone_name_it_first operator|(Text&&, const re2_rules&) = delete;

private:
    struct part {
        std::uint32_t kinds;
        std::vector<std::size_t> members;
        std::unique_ptr<RE2::Set> set;
        bool ready;
    };

    // The members of a set that match; all of them where RE2 has no memory to tell.
    static std::vector<std::size_t> candidates(const part& p, const detail::marked_text& marked) {
        std::vector<int> hits;
        RE2::Set::ErrorInfo info{RE2::Set::kNoError};
        const bool some =
            p.ready && p.set->Match(re2::StringPiece(marked.text().data(), marked.text().size()), &hits, &info);
        if (!p.ready || (!some && info.kind != RE2::Set::kNoError)) return p.members;
        std::vector<std::size_t> out;
        for (const int hit : hits) out.push_back(p.members[static_cast<std::size_t>(hit)]);
        std::sort(out.begin(), out.end());
        return out;
    }

    std::vector<std::string> names_;
    std::vector<std::unique_ptr<re2_rule>> rules_;
    std::vector<part> sets_;
};

}  // namespace shuliang::inline v0
