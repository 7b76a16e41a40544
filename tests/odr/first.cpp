#include "common.hpp"

view_of_things look_from_first_library(std::string_view text) { return look(text); }
