// literal.hpp - a text as a template argument: lit<"和">, labelled<"复工率", percent>.
//
// Two literals with the same text are the same argument, so that what is named by them is one thing in every
// translation unit. It exists at compile time only, and costs nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace shuliang::inline v0 {

template <std::size_t N>
struct literal {
    char text[N] = {};

    consteval literal(const char (&from)[N]) noexcept {
        for (std::size_t i = 0; i < N; ++i) text[i] = from[i];
    }
    constexpr std::string_view view() const noexcept { return {text, N - 1}; }
};

}  // namespace shuliang::inline v0
