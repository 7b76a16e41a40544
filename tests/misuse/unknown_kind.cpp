// reject: monney
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) { return text | sl::extract<sl::monney>; }
