// accept
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
int use() {
    static constexpr auto people = sl::count.of("人");
    int n = 0;
    for (const sl::quantity& q : std::string_view{"3人"} | sl::extract<people>) n += q.value() ? 1 : 0;
    return n;
}
