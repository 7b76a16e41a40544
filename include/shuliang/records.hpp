// records.hpp - how labels and quantities are joined, and how one record is told from the next.
//
// A field takes the quantity that one of its labels names: the first one behind the label that it accepts, in the same
// clause and with no other label for it between (复工复产企业共1405家), or the one that touches the label in front, 的
// apart (97.1%的复工率, 1405家复工复产企业). The nearest pair is joined first; where both sides are equally near, the
// side that the clause began with. Every quantity and every label is used once. A clause ends with ，。；！？, their
// ASCII forms, or the line; a mark inside a quantity (1,405) does not count. The longest label wins at its place.
//
// fields.hpp fills a struct this way, field_table.hpp rows of a schema that is known at run time only.
//
// constexpr, no allocation, linear in the text times the number of labels. A clause is read 32 labels or quantities at
// a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuliang/codepoint.hpp"
#include "shuliang/combine.hpp"

namespace shuliang::inline v0 {

// Where one record ends and the next begins. Where a field is named twice within a record, the first one counts.
enum class records : std::uint8_t {
    until_repeated,  // with the first field that the record has already: the default
    each_sentence,   // with 。；！？ and the end of a line
    each_line,       // with the end of a line
    whole_text       // one record
};

// Where a field came from: the label in the text, and the quantity. Both are there, or neither.
struct field_source {
    std::uint64_t label_begin = 0;
    std::uint64_t label_end = 0;
    quantity value;

    constexpr explicit operator bool() const noexcept { return label_end != 0; }
};

namespace detail {

// Finds labels and quantities clause by clause and joins them. A schema has
//     std::size_t label_count(), std::string_view label(i), std::size_t field_of(i): its labels
//     std::size_t size(), bool accepts(field, q, text): its fields, 64 at most
template <class Schema>
class clause_reader {
public:
    static constexpr int room = 32;
    enum class boundary : std::uint8_t { clause, sentence, line, end };
    struct joined {
        std::size_t field;
        field_source source;
    };

    constexpr clause_reader() noexcept = default;
    constexpr clause_reader(const Schema& which, std::string_view text, const options& choices) noexcept
        : schema_(&which), quantities_(text, choices) {}

    // Reads the next clause; false at the end of the text.
    constexpr bool next() noexcept {
        if (at_ >= quantities_.text().size()) return false;
        collect();
        join();
        return true;
    }
    constexpr boundary ended_with() const noexcept { return boundary_; }
    // What was joined, in the order of the text.
    constexpr int size() const noexcept { return joined_count_; }
    constexpr const joined& operator[](int i) const noexcept { return joined_[i]; }

private:
    struct hit {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::size_t field = 0;
        bool used = false;
    };
    struct candidate {
        quantity value;
        std::uint64_t fields = 0;  // those that accept it, a bit each
        bool used = false;
    };

    // The longest label at the place; its length is 0 where there is none.
    constexpr hit label_at(std::uint64_t at) const noexcept {
        hit found{at, at, 0, false};
        const auto rest = quantities_.text().substr(at);
        for (std::size_t i = 0; i < schema_->label_count(); ++i) {
            const auto label = schema_->label(i);
            if (label.size() <= found.end - at || label.front() != rest.front() || !rest.starts_with(label)) continue;
            found.end = at + label.size();
            found.field = schema_->field_of(i);
        }
        return found;
    }

    static constexpr bool ends(char32_t c, boundary& b) noexcept {
        switch (c) {
            case U'\n':
            case U'\r':
                b = boundary::line;
                return true;
            case U'。':
            case U'；':
            case U'！':
            case U'？':
            case U';':
            case U'!':
            case U'?':
                b = boundary::sentence;
                return true;
            case U'，':
            case U',':
                b = boundary::clause;
                return true;
            default:
                return false;
        }
    }

    constexpr void collect() noexcept {
        const auto text = quantities_.text();
        hits_ = candidates_ = 0;
        boundary_ = boundary::end;
        while (at_ < text.size()) {
            if (hits_ == room || candidates_ == room) {
                // What came last belongs to what comes next: the clause is cut before it.
                at_ = hits_ == room ? hit_[--hits_].begin : candidate_[--candidates_].value.begin();
                boundary_ = boundary::clause;
                return;
            }
            if (const auto found = label_at(at_); found.end != at_) {
                hit_[hits_++] = found;
                at_ = found.end;
                continue;
            }
            quantities_.at = at_;
            quantities_.settle();
            if (!quantities_.done() && quantities_.next().begin() == at_) {
                auto& c = candidate_[candidates_];
                c = {quantities_.next(), 0, false};
                for (std::size_t f = 0; f < schema_->size(); ++f)
                    if (schema_->accepts(f, c.value, text)) c.fields |= std::uint64_t{1} << f;
                if (c.fields != 0) ++candidates_;
                at_ = c.value.end();
                continue;
            }
            const auto c = decode(text.data() + at_, text.data() + text.size());
            at_ += c.length;
            if (ends(c.value, boundary_)) return;
        }
    }

    static constexpr bool takes(const candidate& c, std::size_t field) noexcept {
        return (c.fields >> field & 1U) != 0;
    }

    // How near a label and a quantity are to each other; negative where they have nothing to do with each other.
    constexpr int distance(const hit& h, const candidate& c) const noexcept {
        const auto text = quantities_.text();
        if (h.used || c.used || !takes(c, h.field)) return -1;
        if (c.value.end() <= h.begin) {
            const auto between = text.substr(c.value.end(), h.begin - c.value.end());
            return between.empty() ? 0 : between == "的" ? 1 : -1;
        }
        if (c.value.begin() < h.end) return -1;
        for (int i = 0; i < hits_; ++i)
            if (hit_[i].begin >= h.end && hit_[i].end <= c.value.begin() && takes(c, hit_[i].field)) return -1;
        for (int i = 0; i < candidates_; ++i)
            if (candidate_[i].value.begin() >= h.end && candidate_[i].value.end() <= c.value.begin() &&
                takes(candidate_[i], h.field))
                return -1;
        return static_cast<int>(without_connectors(text.substr(h.end, c.value.begin() - h.end)).size());
    }

    constexpr void join() noexcept {
        joined_count_ = 0;
        if (hits_ == 0 || candidates_ == 0) return;
        const bool label_first = hit_[0].begin < candidate_[0].value.begin();
        for (;;) {
            int best = -1, best_hit = 0, best_candidate = 0;
            for (int h = 0; h < hits_; ++h) {
                for (int c = 0; c < candidates_; ++c) {
                    auto d = distance(hit_[h], candidate_[c]);
                    if (d < 0) continue;
                    d = d * 2 + ((hit_[h].begin < candidate_[c].value.begin()) == label_first ? 0 : 1);
                    if (best >= 0 && d >= best) continue;
                    best = d;
                    best_hit = h;
                    best_candidate = c;
                }
            }
            if (best < 0) return;
            auto& h = hit_[best_hit];
            auto& c = candidate_[best_candidate];
            h.used = c.used = true;
            int place = joined_count_++;
            for (; place > 0 && joined_[place - 1].source.label_begin > h.begin; --place)
                joined_[place] = joined_[place - 1];
            joined_[place] = {h.field, {h.begin, h.end, c.value}};
        }
    }

    const Schema* schema_ = nullptr;
    lookahead quantities_;
    std::uint64_t at_ = 0;
    boundary boundary_ = boundary::end;
    int hits_ = 0;
    int candidates_ = 0;
    int joined_count_ = 0;
    hit hit_[room];
    candidate candidate_[room];
    joined joined_[room] = {};
};

}  // namespace detail

// The records of a text, as a range that reads them one by one. `Schema::record` is what it gives.
template <class Schema>
class records_of {
public:
    class iterator {
    public:
        using value_type = typename Schema::record;
        using difference_type = std::ptrdiff_t;
        using reference = const value_type&;
        using pointer = const value_type*;
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::input_iterator_tag;

        constexpr iterator() = default;

        constexpr const value_type& operator*() const noexcept { return current_; }
        constexpr const value_type* operator->() const noexcept { return &current_; }
        constexpr iterator& operator++() {
            advance();
            return *this;
        }
        constexpr void operator++(int) { advance(); }
        friend constexpr bool operator==(const iterator& a, std::default_sentinel_t) noexcept { return a.done_; }

    private:
        friend class records_of;
        using boundary = typename detail::clause_reader<Schema>::boundary;

        constexpr iterator(const Schema& which, std::string_view text, const options& choices)
            : schema_(&which), clauses_(which, text, choices), done_(false) {
            advance();
        }

        constexpr void advance() {
            current_ = schema_->empty_record();
            bool any = false;
            for (;;) {
                for (; taken_ < clauses_.size(); ++taken_) {
                    const auto& found = clauses_[taken_];
                    if (current_.source(found.field)) {
                        if (any && schema_->split() == records::until_repeated) return;
                        continue;
                    }
                    schema_->fill(current_, found.field, found.source);
                    any = true;
                }
                const bool apart =
                    (schema_->split() == records::each_sentence && clauses_.ended_with() != boundary::clause) ||
                    (schema_->split() == records::each_line && clauses_.ended_with() == boundary::line);
                if (apart && any) return;
                taken_ = 0;
                if (clauses_.next()) continue;
                done_ = !any;
                taken_ = clauses_.size();
                return;
            }
        }

        const Schema* schema_ = nullptr;
        detail::clause_reader<Schema> clauses_;
        int taken_ = 0;
        bool done_ = true;
        value_type current_{};
    };

    constexpr records_of() noexcept = default;
    constexpr records_of(const Schema& which, std::string_view text, const options& choices) noexcept
        : schema_(&which), text_(text), choices_(&choices) {}

    constexpr iterator begin() const { return {*schema_, text_, *choices_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    const Schema* schema_ = nullptr;
    std::string_view text_;
    const options* choices_ = nullptr;
};

}  // namespace shuliang::inline v0

template <class Schema>
inline constexpr bool std::ranges::enable_borrowed_range<shuliang::records_of<Schema>> = true;
template <class Schema>
inline constexpr bool std::ranges::enable_view<shuliang::records_of<Schema>> = true;
