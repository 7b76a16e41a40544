// reject: people
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
void use() {
    constexpr auto people = sl::count.of("人");
    auto found = std::string_view{"3人"} | sl::extract<people>;
}
