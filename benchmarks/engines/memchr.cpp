// The C library's search for one byte, 0xFF, which no UTF-8 text holds: what a tuned scan for one thing costs.
#include <cstring>

#include "engine.hpp"

namespace {

std::uint64_t run(std::string_view text) {
    bench::keep(std::memchr(text.data(), 0xFF, text.size()));
    return 0;
}

const bench::registered me{{10, "memchr", bench::answer::floor, run}};

}  // namespace
