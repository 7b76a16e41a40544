// vocabulary_file.hpp - a vocabulary from a CSV or TSV file, at run time.
//
//     symbol,code,dimension,factor,variants,use,flag
//     台套,,,,,,
//     公石,hL,volume,1/10,百升|公擔,,
//     起步,,,,起,after,at_least
//     三下锅,,,,,lookalike,
//
// `symbol` is needed; an empty code is the symbol, an empty dimension is count, `-` and nothing are no factor. Factors
// are exact: 1/2, 2000/3, 0.45359237, 1e-3. `variants` are more words of the same meaning, separated by |. `use` is
// unit, sign, before, after or lookalike, and unit where it is empty; `flag` is that of a word of approximation. What
// they mean: vocabulary.hpp. Format: delimited.hpp. Errors: file, line, column, what; a vocabulary with errors is
// empty. 100,000 words at most.
//
// Made once, then immutable: copies of its view can be used by any number of threads. Loading allocates.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shuliang/delimited.hpp"
#include "shuliang/vocabulary.hpp"

namespace shuliang::inline v0 {

class loaded_vocabulary {
public:
    static constexpr std::size_t most_words = 100'000;

    loaded_vocabulary() = default;
    loaded_vocabulary(const loaded_vocabulary&) = delete;
    loaded_vocabulary(loaded_vocabulary&&) = default;  // the arrays stay where they are, and views stay valid
    loaded_vocabulary& operator=(const loaded_vocabulary&) = delete;
    loaded_vocabulary& operator=(loaded_vocabulary&&) = default;
    ~loaded_vocabulary() = default;

    // Reads the text of a file; `file` is its name in errors.
    static loaded_vocabulary parse(std::string_view text, std::string file, std::vector<file_error>& errors) {
        return parse(text, std::move(file), errors, {});
    }
    // The same, and the words of the program besides: a reader consults one vocabulary. What these words refer to is
    // copied.
    template <std::size_t N>
    static loaded_vocabulary parse(std::string_view text, std::string file, std::vector<file_error>& errors,
                                   const fixed_vocabulary<N>& besides) {
        std::vector<word> words;
        for (std::size_t i = 0; i < N; ++i) words.push_back(besides[i]);
        return parse(text, std::move(file), errors, words);
    }

    operator vocabulary() const& noexcept {
        return vocabulary{detail::word_tables{keys_.data(), words_.data(), starts_.data(), filter_.data(),
                                              units_.data(), static_cast<std::uint32_t>(words_.size()),
                                              static_cast<std::uint32_t>(units_.size()), bits_, filter_bits_, reach_,
                                              uses_, 0}};
    }
    operator vocabulary() const&& = delete;
    std::size_t size() const noexcept { return words_.size(); }

private:
    static loaded_vocabulary parse(std::string_view text, std::string file, std::vector<file_error>& errors,
                                   const std::vector<word>& besides) {
        const delimited_table table(text, std::move(file));
        const auto before = errors.size();
        errors.insert(errors.end(), table.errors().begin(), table.errors().end());
        loader load(table, errors);
        load.run(besides);
        if (errors.size() != before) return {};
        return load.finish();
    }

    struct loader {
        loader(const delimited_table& t, std::vector<file_error>& e) : table(t), errors(e) {}

        const delimited_table& table;
        std::vector<file_error>& errors;
        std::vector<detail::word_key> keys;
        std::vector<detail::packed_word> words;
        std::vector<word_use> uses;              // of the words
        std::vector<const table_cell*> symbols;  // where each word came from; null: from the program
        std::vector<detail::own_unit> units;
        std::vector<std::string> codes;  // of the units, in their order
        std::unordered_map<std::string, std::size_t> unit_by_code;
        std::vector<std::vector<table_cell>> pieces;
        std::uint8_t reach = 0;
        std::uint8_t bits_of_uses = 0;

        void wrong(const table_cell& where, std::string what) {
            errors.push_back(table.error_at(where, std::move(what)));
        }

        void run(const std::vector<word>& besides) {
            static constexpr std::string_view known[] = {"symbol",   "code", "dimension", "factor",
                                                         "variants", "use",  "flag"};
            if (table.column("symbol") == delimited_table::npos)
                return errors.push_back({table.file(), 1, 1, "there is no column 'symbol'"});
            for (const auto& name : table.columns())
                if (std::find(std::begin(known), std::end(known), name) == std::end(known))
                    errors.push_back({table.file(), 1, 1, "there is no use for a column '" + name + "'"});
            for (const auto& w : besides) {
                zh::unit_sense sense = {};
                if (is_unit(w)) static_cast<void>(find_sense(w, sense));
                add_word(w, sense, nullptr);
            }
            pieces.reserve(table.rows().size());
            for (const auto& row : table.rows()) add(row);
            find_twins();
        }

        static bool is_unit(const word& w) noexcept { return w.use == word_use::unit || w.use == word_use::sign; }

        void add(const table_row& row) {
            const table_cell none{{}, row.line, 1};
            const auto cell = [&](std::string_view name) -> const table_cell& {
                const auto i = table.column(name);
                return i == delimited_table::npos ? none : row.cells[i];
            };
            word w;
            w.symbol = cell("symbol").text;
            w.code = cell("code").text;
            if (const auto& name = cell("use"); !name.text.empty()) {
                const auto* const found = std::find(std::begin(word_use_names), std::end(word_use_names), name.text);
                if (found == std::end(word_use_names)) return wrong(name, "there is no use '" + name.text + "'");
                w.use = static_cast<word_use>(found - std::begin(word_use_names));
            }
            if (const auto& name = cell("flag"); !name.text.empty() && name.text != "-") {
                const auto* const found = std::find(std::begin(approx_names), std::end(approx_names), name.text);
                if (found == std::end(approx_names)) return wrong(name, "there is no flag '" + name.text + "'");
                w.flag = static_cast<approx>(1U << static_cast<unsigned>(found - std::begin(approx_names)));
            }
            if (const auto& name = cell("dimension"); !name.text.empty()) {
                const auto* const found = std::find(std::begin(dimension_names), std::end(dimension_names), name.text);
                if (found == std::end(dimension_names)) return wrong(name, "there is no dimension '" + name.text + "'");
                w.dimension = static_cast<shuliang::dimension>(found - std::begin(dimension_names));
            }
            if (const auto& f = cell("factor"); !f.text.empty() && f.text != "-" && !read_factor(f.text, w.factor))
                return wrong(f, "'" + f.text + "' is no factor such as 1/2, 2000/3, 0.5 or 1e-3");
            if (const auto fault = detail::fault_of(w); fault != detail::word_fault::none)
                return wrong(cell(column_of(fault)), text_of_fault(fault));
            zh::unit_sense sense = {};
            if (is_unit(w)) {
                // The code is that of the unit, whatever the variants are called.
                if (const auto what = find_sense(w, sense); !what.empty()) return wrong(cell("code"), what);
            }
            add_word(w, sense, &cell("symbol"));
            pieces.push_back(pieces_of(cell("variants")));
            for (const auto& variant : pieces.back()) {
                word twin = w;
                twin.symbol = variant.text;
                if (const auto fault = detail::fault_of(twin); fault != detail::word_fault::none)
                    wrong(variant, text_of_fault(fault));
                else
                    add_word(twin, sense, &variant);
            }
        }

        static std::string text_of_fault(detail::word_fault f) {
            return std::string{detail::word_fault_texts[static_cast<std::size_t>(f)]};
        }
        static std::string_view column_of(detail::word_fault f) noexcept {
            switch (f) {
                case detail::word_fault::bad_factor:
                case detail::word_fault::factor_of_a_count:
                case detail::word_fault::factor_of_a_currency:
                    return "factor";
                case detail::word_fault::no_dimension:
                case detail::word_fault::sign_of_no_currency:
                    return "dimension";
                case detail::word_fault::flag_of_no_approximation:
                    return "flag";
                case detail::word_fault::unit_of_no_unit:
                    return "use";
                default:
                    return "symbol";
            }
        }

        // The unit of a word; what is wrong with it, or nothing.
        std::string find_sense(const word& w, zh::unit_sense& sense) {
            const auto known = detail::resolve(w);
            const std::string code{w.code.empty() ? w.symbol : w.code};
            sense = known.sense;
            if (known.clash) return "the code '" + code + "' is that of a built-in unit with another meaning";
            if (known.sense.unit != 0) return {};
            const auto [place, is_new] = unit_by_code.emplace(code, units.size());
            const auto number = place->second;
            if (is_new) {
                if (units.size() == most_user_units) return "more than 32768 different units";
                units.push_back(known.own);
                codes.push_back(code);
            } else if (units[number].dimension != known.own.dimension || units[number].factor != known.own.factor) {
                return "the code '" + code + "' has another dimension or factor before";
            }
            sense.unit = static_cast<unit_id>(first_user_unit + number);
            return {};
        }

        void add_word(const word& w, const zh::unit_sense& sense, const table_cell* where) {
            if (words.size() == most_words) {
                if (where != nullptr) wrong(*where, "more than 100000 words");
                return;
            }
            detail::packed_word packed;
            packed.begin = static_cast<std::uint32_t>(keys.size());
            packed.flag = static_cast<std::uint16_t>(w.flag);
            packed.sense = sense;
            packed.length = detail::push_keys(w, [this](detail::word_key key) { keys.push_back(key); });
            bits_of_uses |= detail::uses_of(w);
            if (w.use == word_use::lookalike) reach = std::max(reach, detail::reach_of(w));
            words.push_back(packed);
            uses.push_back(w.use);
            symbols.push_back(where);
        }

        std::uint8_t bits() const noexcept {
            std::uint8_t b = 6;
            while (b < 15 && (std::size_t{1} << b) < 2 * words.size()) ++b;
            return b;
        }
        std::size_t place_of(std::uint32_t i) const noexcept {
            return (static_cast<std::size_t>(uses[i]) << bits()) + detail::bucket_of(keys[words[i].begin], bits());
        }

        // Sorts the words; those that are there twice are errors, at the second.
        void find_twins() {
            order.resize(words.size());
            places.resize(words.size());
            for (std::uint32_t i = 0; i < order.size(); ++i) {
                order[i] = i;
                places[i] = place_of(i);
            }
            const auto compare = [this](std::uint32_t a, std::uint32_t b) {
                if (places[a] != places[b]) return places[a] < places[b] ? -1 : 1;
                return detail::compare_words(keys.data(), words[a], words[b]);
            };
            std::stable_sort(order.begin(), order.end(),
                             [&compare](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
            std::vector<file_error> twins;
            for (std::size_t i = 1; i < order.size(); ++i) {
                if (compare(order[i - 1], order[i]) != 0) continue;
                const auto* const first = symbols[order[i - 1]];
                const auto* const second = symbols[order[i]];
                if (second == nullptr) continue;
                twins.push_back(table.error_at(
                    *second, "the word '" + second->text + "' is in " +
                                 (first == nullptr ? "the program" : "line " + std::to_string(first->line)) +
                                 " already"));
            }
            std::sort(twins.begin(), twins.end(), [](const file_error& a, const file_error& b) {
                return a.line != b.line ? a.line < b.line : a.column < b.column;
            });
            errors.insert(errors.end(), twins.begin(), twins.end());
        }

        loaded_vocabulary finish() {
            loaded_vocabulary out;
            out.bits_ = bits();
            out.reach_ = reach;
            out.filter_bits_ = 10;
            while (out.filter_bits_ < 21 && (std::size_t{1} << out.filter_bits_) < 16 * words.size())
                ++out.filter_bits_;
            out.filter_.assign(std::size_t{1} << (out.filter_bits_ - 6), 0);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto bit =
                    detail::filter_bit_of(uses[i], &keys[words[i].begin], words[i].length, out.filter_bits_);
                out.filter_[bit >> 6] |= std::uint64_t{1} << (bit & 63U);
            }
            out.starts_.assign((word_use_count << out.bits_) + 1, static_cast<std::uint32_t>(words.size()));
            out.words_.reserve(words.size());
            // The characters of words that stand together stand together too.
            out.keys_.reserve(keys.size());
            std::size_t next = 0;
            for (std::size_t place = 0; place + 1 < out.starts_.size(); ++place) {
                out.starts_[place] = static_cast<std::uint32_t>(next);
                for (; next < order.size() && places[order[next]] == place; ++next) {
                    auto w = words[order[next]];
                    const auto from = keys.begin() + w.begin;
                    w.begin = static_cast<std::uint32_t>(out.keys_.size());
                    out.keys_.insert(out.keys_.end(), from, from + w.length);
                    out.words_.push_back(w);
                }
            }
            out.uses_ = bits_of_uses;
            out.units_ = std::move(units);
            std::size_t size = 0;
            for (const auto& code : codes) size += code.size();
            // One buffer that never moves: the codes are views of it.
            out.codes_ = std::vector<char>(size);
            char* at = out.codes_.data();
            for (std::size_t i = 0; i < codes.size(); ++i) {
                std::copy(codes[i].begin(), codes[i].end(), at);
                out.units_[i].code = {at, codes[i].size()};
                at += codes[i].size();
            }
            return out;
        }

        std::vector<std::uint32_t> order;  // of the words, sorted
        std::vector<std::size_t> places;   // use and bucket of each
    };

    // 2000/3, 0.45359237, 1e-3
    static bool read_factor(std::string_view text, unit_factor& out) noexcept {
        decimal above, below = 1;
        const auto stroke = text.find('/');
        if (!read_decimal(text.substr(0, stroke), above)) return false;
        if (stroke != std::string_view::npos && !read_decimal(text.substr(stroke + 1), below)) return false;
        if (above.coefficient <= 0 || below.coefficient <= 0) return false;
        const auto v = rational::make(above, below);
        if (!v) return false;
        out = {v->numerator, v->denominator, v->exponent};
        return true;
    }
    static bool read_decimal(std::string_view text, decimal& out) noexcept {
        std::int64_t coefficient = 0;
        int exponent = 0, digits = 0;
        bool point = false;
        std::size_t i = 0;
        for (; i < text.size() && (text[i] == '.' || (text[i] >= '0' && text[i] <= '9')); ++i) {
            if (text[i] == '.') {
                if (point) return false;
                point = true;
                continue;
            }
            if (++digits > detail::max_power) return false;
            coefficient = coefficient * 10 + (text[i] - '0');
            exponent -= point ? 1 : 0;
        }
        if (digits == 0) return false;
        if (i < text.size()) {
            if (text[i] != 'e' && text[i] != 'E') return false;
            const bool minus = ++i < text.size() && text[i] == '-';
            if (minus || (i < text.size() && text[i] == '+')) ++i;
            int power = 0;
            if (i == text.size() || text.size() - i > 2) return false;
            for (; i < text.size(); ++i) {
                if (text[i] < '0' || text[i] > '9') return false;
                power = power * 10 + (text[i] - '0');
            }
            exponent += minus ? -power : power;
        }
        out = decimal{coefficient, exponent};
        return true;
    }

    std::vector<detail::word_key> keys_;
    std::vector<detail::packed_word> words_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint64_t> filter_;
    std::vector<detail::own_unit> units_;
    std::vector<char> codes_;
    std::uint8_t bits_ = 1;
    std::uint8_t filter_bits_ = 6;
    std::uint8_t reach_ = 0;
    std::uint8_t uses_ = 0;
};

}  // namespace shuliang::inline v0
