// The same phrases in other clothes: traditional and variant characters, full-width ASCII, other lines around them.
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

using support::line;

namespace {

// Lines that differ from what they say, after rewriting each of their characters by `twin`.
template <class Twin>
std::string differences(const Twin& twin) {
    std::string problems;
    for (const auto& original : support::all_lines()) {
        if (original.verbatim) continue;
        const auto l = support::rewritten(original, twin);
        if (l.text != original.text) problems += support::difference(l, support::everything(l.text));
    }
    return problems;
}

std::string full_width(const std::string& c) {
    return c.size() == 1 && c[0] >= '0' && c[0] <= '9' ? support::encode(U'０' + static_cast<char32_t>(c[0] - '0')) : c;
}

std::string variant(const std::string& c, std::size_t which) {
    const auto found = support::variants().find(c);
    return found == support::variants().end() ? c : found->second[which % found->second.size()];
}

}  // namespace

TEST_CASE("traditional and variant characters give the same records") {
    REQUIRE(support::variants().size() > 50);
    for (std::size_t which = 0; which < 4; ++which) {
        const auto problems = differences([which](const std::string& c) { return variant(c, which); });
        support::tell(problems);
        INFO("variant " << which);
        CHECK(problems.empty());
    }
}

TEST_CASE("full-width digits give the same records") {
    const auto problems = differences(full_width);
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("full-width digits and traditional characters together give the same records") {
    const auto problems = differences([](const std::string& c) { return variant(full_width(c), 0); });
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("what is more than 64 bytes away changes nothing") {
    // Every line between two lines of words, all in one text.
    const std::string between = "\n（此处另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思）\n";
    REQUIRE(between.size() > 64);
    std::string text = between;
    std::vector<std::size_t> starts;
    for (const auto& l : support::all_lines()) {
        starts.push_back(text.size());
        text += l.text + between;
    }
    const auto all = support::everything(text);
    std::string problems;
    std::size_t next = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto& l = support::all_lines()[i];
        std::vector<support::found> here;
        for (; next < all.size() && all[next].begin < starts[i] + l.text.size(); ++next) {
            auto f = all[next];
            f.begin -= starts[i];
            f.end -= starts[i];
            here.push_back(f);
        }
        const auto alone = support::everything(l.text);
        if (here != alone)
            problems += l.where() + "\n  alone\n" + support::shown(alone, l.text) + "  among others\n" +
                        support::shown(here, l.text);
    }
    support::tell(problems);
    CHECK(problems.empty());
    CHECK(next == all.size());
}
