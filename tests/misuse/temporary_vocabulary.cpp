// reject: vocabulary
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
constexpr sl::vocabulary words = sl::vocabulary_of(sl::word{.symbol = "台套"});
