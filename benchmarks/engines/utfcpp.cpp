// utfcpp, the validator that most C++ programs reach for first.
#include <utf8.h>

#include "engine.hpp"

namespace {

std::uint64_t run(std::string_view text) { return utf8::is_valid(text.begin(), text.end()) ? 1 : 0; }

const bench::registered me{{20, "utfcpp is_valid", bench::answer::valid, run}};

}  // namespace
