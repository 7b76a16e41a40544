#include "common.hpp"

view_of_things look_from_second_unit(std::string_view text) { return look(text); }
