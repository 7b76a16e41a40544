// delimited.hpp - tables in files: TSV and CSV in, exact errors out.
//
// What field tables and vocabularies are loaded with. A table has a line of column names and then rows; empty lines and
// lines that begin with # are left out. Where the first line has a tab the columns are separated by tabs and cells
// stand as they are; else by commas, and a cell may stand in double quotes (RFC 4180), with commas, line ends and
// doubled quotes in it. A byte order mark and CR before LF are stepped over.
//
// Errors say file, line, column (in characters, from 1) and what. Allocates; works at run time only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuliang/codepoint.hpp"

namespace shuliang::inline v0 {

struct file_error {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string what;

    // units.tsv:3:12: what
    std::string text() const { return file + ':' + std::to_string(line) + ':' + std::to_string(column) + ": " + what; }
};

struct table_cell {
    std::string text;
    std::size_t line = 0;
    std::size_t column = 0;
};
struct table_row {
    std::size_t line = 0;
    std::vector<table_cell> cells;  // as many as there are columns; those that were not written are empty
};

class delimited_table {
public:
    // Reads `text`; `file` is its name in errors. Rows with errors are left out.
    delimited_table(std::string_view text, std::string file) : file_(std::move(file)), rest_(text) {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
        const auto first_line = [this] {
            auto at = rest_;
            while (!at.empty() && (at.front() == '#' || at.front() == '\n' || at.front() == '\r')) skip_line(at);
            return at.substr(0, at.find('\n'));
        }();
        separator_ = first_line.find('\t') != std::string_view::npos ? '\t' : ',';
        while (!rest_.empty()) {
            if (rest_.front() == '#' || rest_.front() == '\n' || rest_.starts_with("\r\n")) {
                skip_line(rest_);
                ++line_;
                continue;
            }
            read_row();
        }
    }

    const std::vector<table_row>& rows() const noexcept { return rows_; }
    const std::vector<std::string>& columns() const noexcept { return columns_; }
    const std::vector<file_error>& errors() const noexcept { return errors_; }
    const std::string& file() const noexcept { return file_; }

    // The number of a column, or npos.
    static constexpr auto npos = static_cast<std::size_t>(-1);
    std::size_t column(std::string_view name) const noexcept {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i] == name) return i;
        return npos;
    }

    file_error error_at(const table_cell& cell, std::string what) const {
        return {file_, cell.line, cell.column, std::move(what)};
    }
    file_error error_at(const table_row& row, std::string what) const { return {file_, row.line, 1, std::move(what)}; }

private:
    static void skip_line(std::string_view& text) noexcept {
        const auto end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    void error(std::size_t column, std::string what) {
        errors_.push_back({file_, line_, column, std::move(what)});
        broken_ = true;
    }

    void read_row() {
        table_row row;
        row.line = line_;
        broken_ = false;
        std::size_t column = 1;
        for (bool more = true; more;) {
            table_cell cell;
            cell.line = line_;
            cell.column = column;
            more = separator_ == ',' && rest_.starts_with('"') ? read_quoted(cell, column) : read_plain(cell, column);
            row.cells.push_back(std::move(cell));
        }
        ++line_;
        if (broken_) return;
        if (columns_.empty()) {
            for (auto& cell : row.cells) {
                if (cell.text.empty()) errors_.push_back(error_at(cell, "a column without a name"));
                for (const auto& other : columns_)
                    if (other == cell.text)
                        errors_.push_back(error_at(cell, "a second column with the name '" + other + "'"));
                columns_.push_back(std::move(cell.text));
            }
            return;
        }
        if (row.cells.size() > columns_.size()) {
            errors_.push_back(error_at(row.cells[columns_.size()], "there are " + std::to_string(columns_.size()) +
                                                                       " columns, and this is one more"));
            return;
        }
        row.cells.resize(columns_.size(), {{}, row.line, column});
        rows_.push_back(std::move(row));
    }

    // One character to the cell.
    void take(table_cell& cell, std::size_t& column) {
        const auto c = decode(rest_.data(), rest_.data() + rest_.size());
        if (!c.valid) error(column, "this is not UTF-8");
        cell.text.append(rest_.substr(0, c.length));
        rest_.remove_prefix(c.length);
        ++column;
    }
    // Steps over what ends a cell; false at the end of the row.
    bool end_cell(std::size_t& column) {
        if (rest_.starts_with('\r')) rest_.remove_prefix(1);
        if (rest_.empty()) return false;
        const bool more = rest_.front() == separator_;
        rest_.remove_prefix(1);
        ++column;
        return more;
    }
    bool at_end() const noexcept {
        return rest_.empty() || rest_.front() == '\n' || rest_.front() == separator_ || rest_.starts_with("\r\n") ||
               rest_ == "\r";
    }
    bool read_plain(table_cell& cell, std::size_t& column) {
        while (!at_end()) take(cell, column);
        return end_cell(column);
    }
    bool read_quoted(table_cell& cell, std::size_t& column) {
        rest_.remove_prefix(1);
        ++column;
        for (;;) {
            if (rest_.empty()) {
                errors_.push_back({file_, cell.line, cell.column, "the quote is never closed"});
                broken_ = true;
                return false;
            }
            if (rest_.front() == '"') {
                rest_.remove_prefix(1);
                ++column;
                if (!rest_.starts_with('"')) break;
            } else if (rest_.front() == '\n') {
                ++line_;
                column = 0;
            }
            take(cell, column);
        }
        if (!at_end()) {
            error(column, "text behind the closing quote");
            while (!at_end()) rest_.remove_prefix(1);
        }
        return end_cell(column);
    }

    std::string file_;
    std::string_view rest_;
    char separator_ = ',';
    std::size_t line_ = 1;
    bool broken_ = false;
    std::vector<std::string> columns_;
    std::vector<table_row> rows_;
    std::vector<file_error> errors_;
};

// A cell of a CSV table, quoted where it has to be.
inline std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
    std::string out = "\"";
    for (const char c : text) (out += c == '"' ? "\"" : "") += c;
    return out += '"';
}

// The pieces of a cell that lists several: 家|户 are two. White space around them is left out, and so are empty ones.
inline std::vector<table_cell> pieces_of(const table_cell& cell) {
    std::vector<table_cell> out;
    table_cell piece{{}, cell.line, cell.column};
    std::size_t column = cell.column;
    const auto finish = [&] {
        while (piece.text.ends_with(' ')) piece.text.pop_back();
        if (!piece.text.empty()) out.push_back(piece);
        piece.text.clear();
    };
    for (const char c : cell.text) {
        if (c == '|')
            finish();
        else if (c != ' ' || !piece.text.empty()) {
            if (piece.text.empty()) piece.column = column;
            piece.text += c;
        }
        if (!detail::is_continuation(c)) ++column;
    }
    finish();
    return out;
}

}  // namespace shuliang::inline v0
