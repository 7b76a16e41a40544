// What two shared libraries and a program with two translation units have in common.
#pragma once

#include <shuliang.hpp>
#include <shuliang/fields.hpp>
#include <string_view>

inline constexpr auto people = shuliang::count.of("人", "名");
inline constexpr auto& rate = shuliang::labelled<"复工率", shuliang::percent>;
inline constexpr auto& pair = shuliang::sequence<people, shuliang::lit<"和">, shuliang::money>;

struct odr_report {
    shuliang::quantity rate;
};
inline constexpr auto schema =
    shuliang::fields<odr_report>(shuliang::field<&odr_report::rate, shuliang::percent>("复工率"));

// What one of the four parts sees: the addresses of the constants, and a digest of what it finds.
struct view_of_things {
    const void* address[5];
    std::uint64_t digest;

    friend bool operator==(const view_of_things&, const view_of_things&) = default;
};

inline view_of_things look(std::string_view text) {
    std::uint64_t digest = 0;
    const auto add = [&digest](const shuliang::quantity& q) {
        const auto said = shuliang::text_of(q);
        for (const char c : said.view()) digest = digest * 31 + static_cast<unsigned char>(c);
    };
    for (const auto& q : text | shuliang::extract<people, rate>) add(q);
    for (const auto& g : text | shuliang::extract<pair>) add(g[1]);
    for (const auto& found : text | schema) add(found->rate);
    return {{&people, &rate, &pair, &shuliang::money, &shuliang::default_options}, digest};
}

view_of_things look_from_first_library(std::string_view text);
view_of_things look_from_second_library(std::string_view text);
view_of_things look_from_second_unit(std::string_view text);
