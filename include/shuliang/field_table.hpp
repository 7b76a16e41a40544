// field_table.hpp - records like those of fields.hpp, for a schema that is known at run time only.
//
//     field,labels,kinds,units,required
//     enterprises,复工复产企业|企业,count,家|户,yes
//     rate,复工率|开工率,percent,,
//
// `field` and `labels` are needed, the other columns and their cells may be missing: then a field accepts what a field
// of fields.hpp accepts by default, in any unit, and is not required. Lists are separated by |. Format and errors:
// delimited.hpp; joining: records.hpp.
//
// Made once, then immutable: any number of threads can use one table. Loading allocates, and so does each record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuliang/delimited.hpp"
#include "shuliang/fields.hpp"

namespace shuliang::inline v0 {

// What was found for one record: a source for each field, in the order of the table.
class filled_row {
public:
    const field_source& source(std::size_t i) const noexcept { return source_[i]; }
    std::size_t size() const noexcept { return source_.size(); }
    std::size_t missing() const noexcept {
        std::size_t n = 0;
        for (const auto& s : source_) n += s ? 0 : 1;
        return n;
    }
    bool complete() const noexcept { return lacking_ == 0; }

private:
    friend class field_table;
    std::vector<field_source> source_;
    std::size_t lacking_ = 0;  // required fields that were not found
};

class field_table {
public:
    using record = filled_row;
    static constexpr std::size_t most_fields = 64;

    field_table() = default;

    // Reads the text of a file; `file` is its name in errors. With errors the table is empty.
    static field_table parse(std::string_view text, std::string file, std::vector<file_error>& errors) {
        const delimited_table table(text, std::move(file));
        field_table out;
        const auto before = errors.size();
        errors.insert(errors.end(), table.errors().begin(), table.errors().end());
        if (out.check_columns(table, errors))
            for (const auto& row : table.rows()) out.add(table, row, errors);
        if (errors.size() == before && out.fields_.empty())
            errors.push_back({table.file(), 1, 1, "there is no field in it"});
        return errors.size() == before ? out : field_table{};
    }

    std::size_t size() const noexcept { return fields_.size(); }
    std::string_view name(std::size_t i) const noexcept { return fields_[i].name; }
    bool is_required(std::size_t i) const noexcept { return fields_[i].required; }
    // The same with another way to tell records apart.
    field_table per(records split) const& {
        auto out = *this;
        out.split_ = split;
        return out;
    }

    // The records of a text. The table has to outlive them, and so has the text.
    records_of<field_table> operator()(std::string_view text,
                                       const options& choices = default_options) const& noexcept {
        return {*this, text, choices};
    }
    void operator()(std::string_view text, const options& choices = default_options) const&& = delete;
    friend records_of<field_table> operator|(std::string_view text, const field_table& table) noexcept {
        return table(text);
    }

    // ---- for the reader
    std::size_t label_count() const noexcept { return labels_.size(); }
    std::string_view label(std::size_t i) const noexcept { return labels_[i].text; }
    std::size_t field_of(std::size_t i) const noexcept { return labels_[i].field; }
    records split() const noexcept { return split_; }
    bool accepts(std::size_t field, const quantity& q, std::string_view) const noexcept {
        const auto& f = fields_[field];
        if (!f.kinds.matches(q.raw())) return false;
        bool among = f.units.empty();
        for (const auto u : f.units) among = among || u == q.unit();
        return among;
    }
    filled_row empty_record() const {
        filled_row out;
        out.source_.resize(fields_.size());
        for (const auto& f : fields_) out.lacking_ += f.required ? 1 : 0;
        return out;
    }
    void fill(filled_row& out, std::size_t field, const field_source& source) const noexcept {
        out.source_[field] = source;
        if (fields_[field].required) --out.lacking_;
    }

private:
    struct one_field {
        std::string name;
        selector kinds = amounts;
        std::vector<unit> units;
        bool required = false;
    };
    struct one_label {
        std::string text;
        std::size_t field;
    };

    static bool check_columns(const delimited_table& table, std::vector<file_error>& errors) {
        bool good = true;
        for (const auto* needed : {"field", "labels"}) {
            if (table.column(needed) != delimited_table::npos) continue;
            errors.push_back({table.file(), 1, 1, std::string("there is no column '") + needed + "'"});
            good = false;
        }
        for (const auto& name : table.columns()) {
            if (name == "field" || name == "labels" || name == "kinds" || name == "units" || name == "required")
                continue;
            errors.push_back(
                {table.file(), 1, 1,
                 "there is no use for a column '" + name + "'; there are field, labels, kinds, units, required"});
            good = false;
        }
        return good;
    }

    void add(const delimited_table& table, const table_row& row, std::vector<file_error>& errors) {
        const auto wrong = [&](const table_cell& where, std::string what) {
            errors.push_back(table.error_at(where, std::move(what)));
        };
        const auto cell = [&](std::string_view name) {
            const auto i = table.column(name);
            return i == delimited_table::npos ? table_cell{{}, row.line, 1} : row.cells[i];
        };
        one_field f;
        const auto name = cell("field");
        f.name = name.text;
        if (f.name.empty()) wrong(name, "a field without a name");
        for (const auto& other : fields_)
            if (other.name == f.name) wrong(name, "a second field with the name '" + f.name + "'");
        if (fields_.size() == most_fields) return wrong(name, "more than 64 fields");

        const auto labels = pieces_of(cell("labels"));
        if (labels.empty()) wrong(cell("labels"), "a field without a label");
        for (const auto& label : labels) {
            for (const auto& other : labels_)
                if (other.text == label.text) wrong(label, "the label '" + label.text + "' is there already");
            labels_.push_back({label.text, fields_.size()});
        }

        const auto kinds = pieces_of(cell("kinds"));
        if (!kinds.empty()) f.kinds = {};
        for (const auto& k : kinds) {
            int i = 0;
            while (i < kind_count && kind_names[i] != k.text) ++i;
            if (i == kind_count)
                wrong(k, "there is no kind '" + k.text + "'");
            else
                f.kinds.kinds = static_cast<std::uint16_t>(f.kinds.kinds | 1U << i);
        }
        for (const auto& u : pieces_of(cell("units"))) {
            f.units.push_back(detail::unit_named(u.text));
            if (f.units.back().empty()) wrong(u, "there is no unit '" + u.text + "'");
        }
        const auto required = cell("required");
        if (required.text != "yes" && required.text != "no" && !required.text.empty())
            wrong(required, "required is yes or no, not '" + required.text + "'");
        f.required = required.text == "yes";
        fields_.push_back(std::move(f));
    }

    std::vector<one_field> fields_;
    std::vector<one_label> labels_;
    records split_ = records::until_repeated;
};

}  // namespace shuliang::inline v0
