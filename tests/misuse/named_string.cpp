// accept
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
std::string load();
int use() {
    const std::string text = load();
    int n = 0;
    for (const sl::quantity& q : text | sl::extract<sl::money>) n += q.value() ? 1 : 0;
    return n;
}
