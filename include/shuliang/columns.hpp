// columns.hpp - what was found as columns, a structure of arrays: for many phrases at a time.
//
//     sl::columns found;                                 // kept from text to text: memory is taken once
//     sl::extract_into(text, found);
//     for (std::size_t i = 0; i < found.size(); ++i) sum(found.kind()[i], found.coefficient()[i], found.exponent()[i]);
//
// Nothing of a record is lost: `at(i, text)` is the quantity of row i. Rows belong to texts, one after the other in the
// order in which they were read; `rows(t)` are those of text t. Not part of <shuliang.hpp>. Memory is taken when more
// is found than ever before, and given back by the destructor. Rows that are kept together are read with one vocabulary
// of the user, or none, and borrow it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "shuliang/extract.hpp"

namespace shuliang::inline v0 {

class columns {
public:
    // The rows of one text: from `first` on, up to and without `last`.
    struct range {
        std::size_t first = 0;
        std::size_t last = 0;

        std::size_t size() const noexcept { return last - first; }
    };

    // `chosen` says which kinds are kept; the others are read all the same.
    explicit columns(selector chosen = everything) noexcept : chosen_(chosen) {}

    // From now on these kinds are kept.
    void choose(selector chosen) noexcept { chosen_ = chosen; }

    // How many rows there are, and how many texts they are of.
    std::size_t size() const noexcept { return size_; }
    std::size_t texts() const noexcept { return ends_.size(); }
    range rows(std::size_t text) const noexcept { return {text == 0 ? 0 : ends_[text - 1], ends_[text]}; }

    // One entry a row. Offsets count from the beginning of the text of the row.
    std::span<const std::uint64_t> offset() const noexcept { return {begin_.data(), size_}; }
    std::span<const std::uint16_t> length() const noexcept { return {length_.data(), size_}; }
    std::span<const shuliang::kind> kind() const noexcept { return {kind_.data(), size_}; }
    std::span<const shuliang::approx> approx() const noexcept { return {approx_.data(), size_}; }
    std::span<const shuliang::form> form() const noexcept { return {form_.data(), size_}; }
    // The value is coefficient x 10^exponent where the form is `decimal`; where it begins something longer, see at().
    std::span<const std::int64_t> coefficient() const noexcept { return {coefficient_.data(), size_}; }
    std::span<const std::int8_t> exponent() const noexcept { return {exponent_.data(), size_}; }
    std::span<const unit_id> unit() const noexcept { return {unit_.data(), size_}; }
    std::span<const unit_id> per() const noexcept { return {per_.data(), size_}; }

    // The quantity of row i, which borrows `text`, the text of that row.
    quantity at(std::size_t i, std::string_view text) const noexcept {
        record r;
        r.begin = begin_[i];
        r.coefficient = coefficient_[i];
        r.unit = unit_[i];
        r.per = per_[i];
        r.length = length_[i];
        r.exponent = exponent_[i];
        r.kind = kind_[i];
        r.approx = approx_[i];
        r.form = form_[i];
        r.alternative[0] = rest_[i].alternative[0];
        r.alternative[1] = rest_[i].alternative[1];
        r.open_place = rest_[i].open_place;
        r.detailed = rest_[i].detail != 0;
        return {r, r.detailed ? details_[rest_[i].detail - 1] : details{}, text.substr(r.begin, r.length), own_};
    }

    // Forgets all rows and texts and keeps the memory.
    void clear() noexcept {
        size_ = 0;
        ends_.clear();
        details_.clear();
    }

    // Reads one text more; its rows go behind those that there are.
    report append(std::string_view text, const options& choices = default_options) {
        zh::engine engine(text.data(), text.size(), choices);
        const auto done = append(engine, text.data());
        end_text();
        return done;
    }

    // For those who drive the engine themselves: what `engine` finds from where it is, without the end of a text. The
    // text of the engine begins at `begin`.
    report append(zh::engine& engine, const char* begin) {
        const auto before = size_;
        own_ = engine.units();
        record r;
        details d;
        while (engine.next(r, d))
            if (chosen_.matches(r)) push(r, d);
        report done;
        done.phrases = size_ - before;
        done.dropped = engine.dropped();
        if (done.dropped != 0) done.first_dropped = static_cast<std::uint64_t>(engine.first_dropped() - begin);
        return done;
    }
    void end_text() { ends_.push_back(size_); }

private:
    // What few rows have.
    struct extra {
        unit_id alternative[2] = {};
        std::uint32_t detail = 0;  // the place in details_, counted from 1
        bool open_place = false;
    };

    void push(const record& r, const details& d) {
        const auto i = size_;
        if (i == begin_.size()) grow();
        extra rest{{r.alternative[0], r.alternative[1]}, 0, r.open_place};
        if (r.detailed) {
            details_.push_back(d);
            rest.detail = static_cast<std::uint32_t>(details_.size());
        }
        begin_[i] = r.begin;
        coefficient_[i] = r.coefficient;
        length_[i] = r.length;
        unit_[i] = r.unit;
        per_[i] = r.per;
        exponent_[i] = r.exponent;
        kind_[i] = r.kind;
        approx_[i] = r.approx;
        form_[i] = r.form;
        rest_[i] = rest;
        size_ = i + 1;
    }

    // All columns are as long as there is room; begin_ is the last to grow, so that it tells how long the others are.
    [[gnu::noinline]] void grow() {
        const auto room = size_ < 512 ? 1024 : 2 * size_;
        coefficient_.resize(room);
        length_.resize(room);
        unit_.resize(room);
        per_.resize(room);
        exponent_.resize(room);
        kind_.resize(room);
        approx_.resize(room);
        form_.resize(room);
        rest_.resize(room);
        begin_.resize(room);
    }

    selector chosen_;
    const detail::own_unit* own_ = nullptr;
    std::size_t size_ = 0;
    std::vector<std::uint64_t> begin_;
    std::vector<std::int64_t> coefficient_;
    std::vector<std::uint16_t> length_;
    std::vector<unit_id> unit_;
    std::vector<unit_id> per_;
    std::vector<std::int8_t> exponent_;
    std::vector<shuliang::kind> kind_;
    std::vector<shuliang::approx> approx_;
    std::vector<shuliang::form> form_;
    std::vector<extra> rest_;
    std::vector<details> details_;
    std::vector<std::size_t> ends_;
};

// The text in columns: what was in them is forgotten.
inline report extract_into(std::string_view text, columns& out, const options& choices = default_options) {
    out.clear();
    return out.append(text, choices);
}

// Many texts in one call, in order: text t is out.rows(t).
inline report extract_into(std::span<const std::string_view> texts, columns& out,
                           const options& choices = default_options) {
    out.clear();
    report all;
    for (const auto text : texts) {
        const auto done = out.append(text, choices);
        all.phrases += done.phrases;
        if (all.dropped == 0) all.first_dropped = done.first_dropped;
        all.dropped += done.dropped;
    }
    return all;
}

}  // namespace shuliang::inline v0
