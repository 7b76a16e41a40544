// reject: extract<...> takes extractors
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) { return text | sl::extract<sl::lit<"和">>; }
