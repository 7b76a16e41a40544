// reject: the_options_would_be_gone_name_them_first
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(std::string_view text) { return sl::extract<>(text, sl::options{.trillion = true}); }
