// reject: the_text_would_be_gone_name_it_first
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
std::string load();
inline constexpr auto people = sl::count.of("人");
auto use() { return load() | people; }
