// Texts rewritten: numbers in digits or in words, amounts masked, units converted; all else stays as it was.
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/rewrite.hpp>
#include <string>
#include <string_view>

namespace sl = shuliang;

int main() {
    constexpr std::string_view text = "本村二百三十余户，种稻一千五百亩，户均收入两万六千元，最高的１２.５万元。";

    std::cout << sl::replace(text, [](const sl::quantity& q) { return sl::in_digits(q); }) << '\n';

    std::cout << sl::replace<sl::money>(text, [](const sl::quantity& q) {
        return sl::in_words(q, {sl::style::financial});
    }) << '\n';

    std::cout << sl::replace<sl::money>(text, [](const sl::quantity&) { return "■■元"; }) << '\n';

    std::cout << sl::replace<sl::measure>(text, [](const sl::quantity& q) -> std::optional<std::string> {
        const auto hectares = q.in(sl::unit::of_code("har"));
        return hectares ? std::optional{std::string{hectares->text()} + "公顷"} : std::nullopt;
    }) << '\n';
}
