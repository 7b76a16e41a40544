// accept
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
struct plate {
    static constexpr sl::anchors anchors{"川"};
    constexpr bool match(sl::cursor& at, sl::record&) const noexcept { return at.take("川A"); }
};
inline constexpr plate plates;
void use(std::string_view text) {
    for (const auto& q : text | sl::extract<plates, sl::money>) static_cast<void>(q);
}
