// Two translation units and two shared libraries agree on every constant, and on what is found.
#include <cstdio>

#include "common.hpp"

int main() {
    constexpr std::string_view text = "共3000余名，3名和5元，复工率97.1%，6人";
    const auto here = look(text);
    const bool same = here == look_from_second_unit(text) && here == look_from_first_library(text) &&
                      here == look_from_second_library(text);
    if (!same || here.digest == 0) std::puts("they do not agree");
    return same && here.digest != 0 ? 0 : 1;
}
