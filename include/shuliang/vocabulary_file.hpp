// vocabulary_file.hpp - a vocabulary from a CSV or TSV file, at run time.
//
//     symbol,code,dimension,factor,variants
//     台套,,,,
//     公石,hL,volume,1/10,百升|公擔
//
// `symbol` is needed; an empty code is the symbol, an empty dimension is count, `-` and nothing are no factor. Factors
// are exact: 1/2, 2000/3, 0.45359237, 1e-3. `variants` are more words for the same unit, separated by |. Format: see
// delimited.hpp. Errors: file, line, column, what; a vocabulary with errors is empty. 100,000 words at most.
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

    // Reads the text of a file; `file` is its name in errors.
    static loaded_vocabulary parse(std::string_view text, std::string file, std::vector<file_error>& errors) {
        const delimited_table table(text, std::move(file));
        const auto before = errors.size();
        errors.insert(errors.end(), table.errors().begin(), table.errors().end());
        loader load{table, errors, {}, {}, {}, {}, {}};
        load.run();
        if (errors.size() != before) return {};
        return load.finish();
    }

    operator vocabulary() const& noexcept {
        return {keys_.data(), words_.data(), words_.size(), units_.data(), units_.size()};
    }
    operator vocabulary() const&& = delete;
    std::size_t size() const noexcept { return words_.size(); }

private:
    struct loader {
        const delimited_table& table;
        std::vector<file_error>& errors;
        std::vector<detail::word_key> keys;
        std::vector<detail::packed_word> words;
        std::vector<const table_cell*> symbols;  // where each word came from
        std::vector<detail::packed_unit> units;
        std::vector<std::string> codes;  // of the units, in their order
        std::unordered_map<std::string, std::size_t> unit_by_code = {};
        std::vector<std::vector<table_cell>> pieces = {};

        void wrong(const table_cell& where, std::string what) {
            errors.push_back(table.error_at(where, std::move(what)));
        }

        void run() {
            if (table.column("symbol") == delimited_table::npos)
                return errors.push_back({table.file(), 1, 1, "there is no column 'symbol'"});
            for (const auto& name : table.columns())
                if (name != "symbol" && name != "code" && name != "dimension" && name != "factor" && name != "variants")
                    errors.push_back({table.file(), 1, 1, "there is no use for a column '" + name + "'"});
            pieces.reserve(table.rows().size());
            for (const auto& row : table.rows()) add(row);
            find_twins();
        }

        void add(const table_row& row) {
            const table_cell none{{}, row.line, 1};
            const auto cell = [&](std::string_view name) -> const table_cell& {
                const auto i = table.column(name);
                return i == delimited_table::npos ? none : row.cells[i];
            };
            word w;
            w.symbol = cell("symbol").text;
            w.code = cell("code").text.empty() ? w.symbol : std::string_view{cell("code").text};
            if (const auto& name = cell("dimension"); !name.text.empty()) {
                const auto* const found = std::find(std::begin(dimension_names), std::end(dimension_names), name.text);
                if (found == std::end(dimension_names)) return wrong(name, "there is no dimension '" + name.text + "'");
                w.dimension = static_cast<shuliang::dimension>(found - std::begin(dimension_names));
            }
            if (const auto& f = cell("factor"); !f.text.empty() && f.text != "-" && !read_factor(f.text, w.factor))
                return wrong(f, "'" + f.text + "' is no factor such as 1/2, 2000/3, 0.5 or 1e-3");
            if (const auto what = detail::malformed(w); !what.empty())
                return wrong(what.find("factor") != std::string_view::npos ? cell("factor") : cell("symbol"),
                             std::string{what});

            const auto [place, is_new] = unit_by_code.emplace(std::string{w.code}, units.size());
            const auto number = place->second;
            if (is_new) {
                if (units.size() == most_user_units) return wrong(cell("code"), "more than 32768 different units");
                units.push_back(detail::pack_unit({}, w, units.size()));
                codes.emplace_back(w.code);
            } else if (units[number].dimension != w.dimension || units[number].factor != w.factor) {
                return wrong(cell("code"), "the code '" + codes[number] + "' has another dimension or factor before");
            }
            add_word(cell("symbol"), number);
            pieces.push_back(pieces_of(cell("variants")));
            for (const auto& variant : pieces.back()) {
                word twin = w;
                twin.symbol = variant.text;
                if (const auto what = detail::malformed(twin); !what.empty())
                    wrong(variant, std::string{what});
                else
                    add_word(variant, number);
            }
        }

        void add_word(const table_cell& symbol, std::size_t number) {
            if (words.size() == most_words) return wrong(symbol, "more than 100000 words");
            detail::packed_word packed{static_cast<std::uint32_t>(keys.size()), 0, static_cast<std::uint16_t>(number)};
            const char* const end = symbol.text.data() + symbol.text.size();
            for (const char* at = symbol.text.data(); at < end; ++packed.length) {
                std::size_t length = 0;
                keys.push_back(detail::key_at(at, end, length));
                at += length;
            }
            words.push_back(packed);
            symbols.push_back(&symbol);
        }

        // Sorts the words; those that are there twice are errors, at the second.
        void find_twins() {
            std::vector<std::uint32_t> order(words.size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
            std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
                return detail::compare_words(keys.data(), words[a], words[b]) < 0;
            });
            std::vector<file_error> twins;
            std::vector<detail::packed_word> sorted;
            sorted.reserve(words.size());
            for (std::size_t i = 0; i < order.size(); ++i) {
                const auto& w = words[order[i]];
                if (i > 0 && detail::compare_words(keys.data(), sorted.back(), w) == 0) {
                    const auto& first = *symbols[order[i - 1]];
                    const auto& second = *symbols[order[i]];
                    twins.push_back(table.error_at(second, "the word '" + second.text + "' is in line " +
                                                               std::to_string(first.line) + " already"));
                }
                sorted.push_back(w);
            }
            std::sort(twins.begin(), twins.end(), [](const file_error& a, const file_error& b) {
                return a.line != b.line ? a.line < b.line : a.column < b.column;
            });
            errors.insert(errors.end(), twins.begin(), twins.end());
            words = std::move(sorted);
        }

        loaded_vocabulary finish() {
            loaded_vocabulary out;
            out.keys_ = std::move(keys);
            out.words_ = std::move(words);
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
    std::vector<detail::packed_unit> units_;
    std::vector<char> codes_;
};

}  // namespace shuliang::inline v0
