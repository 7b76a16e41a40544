// reject: the function returns a text, or a std::optional of a text
#include <shuliang.hpp>
#include <shuliang/rewrite.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) {
    return sl::replace(text, [](const sl::quantity&) { return 5; });
}
