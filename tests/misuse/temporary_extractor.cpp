// reject: the_extractor_would_be_gone_name_it_first
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) { return text | sl::count.of("人"); }
