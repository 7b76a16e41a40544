// reject: sequence<...> needs an extractor beside its words
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) { return text | sl::extract<sl::sequence<sl::lit<"和">, sl::lit<"与">>>; }
