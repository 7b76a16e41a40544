// fields.hpp - structured extraction: a struct and labels in, the struct filled out.
//
//     struct report { sl::quantity enterprises, resumption_rate; };
//     inline constexpr auto schema = sl::fields<report>(
//         sl::field<&report::enterprises, sl::count>("复工复产企业").required(),
//         sl::field<&report::resumption_rate, sl::percent>("复工率", "开工率"));
//     for (const auto& found : text | schema) use(found->enterprises, found.missing());
//
// Labels and quantities are joined as records.hpp says. What was not found is reported, never invented.
//
// constexpr, no allocation, linear in the text times the number of labels. Nothing throws that the types of the record
// do not throw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "shuliang/as.hpp"
#include "shuliang/records.hpp"

namespace shuliang::inline v0 {

// What a field accepts when nothing else is said: everything but dates, times, ordinals and identifiers.
inline constexpr selector amounts = {static_cast<std::uint16_t>(
    quantities.kinds & ~static_cast<unsigned>(date.kinds | time_of_day.kinds | ordinal.kinds))};

namespace detail {

template <class Record, class Type>
std::type_identity<Type> member_of(Type Record::*);
template <class T>
struct without_optional {
    using type = T;
};
template <class T>
struct without_optional<std::optional<T>> {
    using type = T;
};

// What a quantity gives for a member of type T: itself, or as<T>.
template <class T>
constexpr std::optional<T> value_for(const quantity& q) {
    if constexpr (std::is_same_v<T, quantity>)
        return q;
    else
        return as<T>(q);
}

template <auto A, auto B>
inline constexpr bool same_member = false;
template <auto A>
inline constexpr bool same_member<A, A> = true;

}  // namespace detail

// One field: a member of the struct, what it accepts, and its labels.
template <auto Member, const auto& Accepted>
struct field_of {
    static constexpr std::size_t most_labels = 8;
    using member = typename decltype(detail::member_of(Member))::type;
    using value = typename detail::without_optional<member>::type;
    static constexpr auto pointer = Member;

    std::string_view labels[most_labels];
    std::size_t label_count = 0;
    bool is_required = false;

    // A record without it is not complete.
    constexpr field_of required() const noexcept {
        auto out = *this;
        out.is_required = true;
        return out;
    }
    static constexpr bool accepts(const quantity& q, std::string_view text) {
        return Accepted.accepts(q, text) && detail::value_for<value>(q).has_value();
    }
};

// The member with these labels, at least one and eight at most. It is a `quantity`, a type that `as` knows, or a
// std::optional of one; what it accepts is a filter such as sl::money or sl::count.of("家").
template <auto Member, const auto& Accepted = amounts, class... Labels>
constexpr field_of<Member, Accepted> field(const Labels&... labels) noexcept {
    static_assert(std::is_member_object_pointer_v<decltype(Member)>,
                  "shuliang: field<...> takes a pointer to a member, as field<&report::rate>(\"复工率\")");
    static_assert(filter<std::remove_cvref_t<decltype(Accepted)>>,
                  "shuliang: what a field accepts is a filter, such as sl::money; it finds no patterns");
    static_assert(sizeof...(Labels) >= 1 && sizeof...(Labels) <= field_of<Member, Accepted>::most_labels,
                  "shuliang: a field has one label at least, and eight at most");
    return {{std::string_view{labels}...}, sizeof...(Labels), false};
}

// What was found for one record. `*found` is the struct; members that were not found have their initial values.
template <class Record, class... Fields>
class filled {
public:
    static constexpr std::size_t size = sizeof...(Fields);

    constexpr const Record& operator*() const noexcept { return record_; }
    constexpr const Record* operator->() const noexcept { return &record_; }

    // Where field number i came from, in the order of the schema; false for one that was not found.
    constexpr const field_source& source(std::size_t i) const noexcept { return source_[i]; }
    // The same for a member: found.source<&report::rate>().
    template <auto Member>
    constexpr const field_source& source() const noexcept {
        static_assert((detail::same_member<Member, Fields::pointer> || ...),
                      "shuliang: source<...>: the schema has no field for this member");
        std::size_t i = 0;
        (void)((detail::same_member<Member, Fields::pointer> || (++i, false)) || ...);
        return source_[i];
    }
    template <auto Member>
    constexpr bool has() const noexcept {
        return static_cast<bool>(source<Member>());
    }
    // How many fields were not found, and whether all required ones were.
    constexpr std::size_t missing() const noexcept {
        std::size_t n = 0;
        for (const auto& s : source_) n += s ? 0 : 1;
        return n;
    }
    constexpr bool complete() const noexcept { return complete_; }

private:
    template <class, class...>
    friend class schema_of;

    Record record_{};
    field_source source_[size] = {};
    bool complete_ = false;
};

// What `fields` makes: a constant that finds records.
template <class Record, class... Fields>
class schema_of {
public:
    static_assert(sizeof...(Fields) >= 1 && sizeof...(Fields) <= 64, "shuliang: a schema has 1 to 64 fields");
    using record = filled<Record, Fields...>;

    constexpr explicit schema_of(const Fields&... fields) noexcept {
        std::size_t number = 0;
        (add(fields, number++), ...);
    }

    // The same with another way to tell records apart.
    constexpr schema_of per(records split) const noexcept {
        auto out = *this;
        out.split_ = split;
        return out;
    }
    // The name of field number i for messages: its first label.
    constexpr std::string_view name(std::size_t i) const noexcept { return label(first_label_[i]); }
    constexpr bool is_required(std::size_t i) const noexcept { return (required_ >> i & 1U) != 0; }
    static constexpr std::size_t size() noexcept { return sizeof...(Fields); }

    constexpr records_of<schema_of> operator()(std::string_view text,
                                               const options& choices = default_options) const noexcept {
        return {*this, text, choices};
    }
    detail::the_options_would_be_gone_name_them_first operator()(std::string_view, const options&&) const = delete;

    // ---- for the reader
    constexpr std::size_t label_count() const noexcept { return label_count_; }
    constexpr std::string_view label(std::size_t i) const noexcept { return label_[i]; }
    constexpr std::size_t field_of(std::size_t i) const noexcept { return field_[i]; }
    constexpr records split() const noexcept { return split_; }
    constexpr bool accepts(std::size_t field, const quantity& q, std::string_view text) const {
        std::size_t i = 0;
        return ((i++ == field && Fields::accepts(q, text)) || ...);
    }
    constexpr record empty_record() const {
        record out;
        out.complete_ = required_ == 0;
        return out;
    }
    constexpr void fill(record& out, std::size_t field, const field_source& source) const {
        std::size_t i = 0;
        (void)((i++ == field && set<Fields>(out.record_, source.value)) || ...);
        out.source_[field] = source;
        out.complete_ = true;
        for (std::size_t f = 0; f < size(); ++f) out.complete_ = out.complete_ && (!is_required(f) || out.source_[f]);
    }

private:
    template <class Field>
    constexpr void add(const Field& field, std::size_t number) noexcept {
        first_label_[number] = label_count_;
        if (field.is_required) required_ |= std::uint64_t{1} << number;
        for (std::size_t i = 0; i < field.label_count; ++i) {
            if (field.labels[i].empty()) continue;
            label_[label_count_] = field.labels[i];
            field_[label_count_++] = number;
        }
    }
    template <class Field>
    static constexpr bool set(Record& out, const quantity& q) {
        if (auto value = detail::value_for<typename Field::value>(q)) out.*Field::pointer = *value;
        return true;
    }

    std::string_view label_[(Fields::most_labels + ...)] = {};
    std::size_t field_[(Fields::most_labels + ...)] = {};
    std::size_t first_label_[sizeof...(Fields)] = {};
    std::size_t label_count_ = 0;
    std::uint64_t required_ = 0;
    records split_ = records::until_repeated;
};

template <class Record, class... Fields>
constexpr schema_of<Record, Fields...> fields(const Fields&... list) noexcept {
    static_assert(std::is_default_constructible_v<Record>,
                  "shuliang: fields<T>: a T has to be made before it is filled");
    return schema_of<Record, Fields...>{list...};
}

template <class Record, class... Fields>
constexpr auto operator|(std::string_view text, const schema_of<Record, Fields...>& schema) noexcept {
    return schema(text);
}
template <class Text, class Record, class... Fields>
requires detail::temporary_owner<Text> detail::the_text_would_be_gone_name_it_first operator|(
    Text&&, const schema_of<Record, Fields...>&) = delete;

}  // namespace shuliang::inline v0
