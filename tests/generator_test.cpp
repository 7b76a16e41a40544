// A grammar that checks itself: random values of every kind in every spelling, script and style between random
// neighbours that cannot merge with them. The extractor must return value, kind, unit, flags and span.
// Seed: SHULIANG_SEED; how many phrases: SHULIANG_ROUNDS. Both are printed with the phrase when one fails.
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/phrases.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"

namespace {

// What stands before and after: none of it is a word of approximation, a unit or part of a number.
constexpr const char* lefts[] = {"，", "。", "；", "（", "“", "\n", "其中", "，其中", "累计", "共", "，合计"};
constexpr const char* rights[] = {"，", "。", "；", "）", "”", "\n", "，其他情况不变。", "；另外"};

struct placed {
    support::phrase phrase;
    std::size_t begin;
};

}  // namespace

TEST_CASE("random phrases of every kind are read as they were written") {
    support::random random;
    support::writer writer(random);
    const int wanted = support::rounds(200000);
    int wrong = 0;
    std::string first;
    for (int done = 0; done < wanted;) {
        std::string text;
        std::vector<placed> all;
        for (int i = random.below(4); i >= 0; --i) {
            auto p = writer.any();
            if (!p.plain_script && random.below(3) == 0) {
                std::string other;
                for (const auto& c : support::characters(p.text)) {
                    const auto twin = support::variants().find(c);
                    other += twin == support::variants().end() ? c : twin->second.front();
                }
                p.text = other;
            }
            text += "情况如下";
            // （23） and a 23） that begins a line may be the number of a paragraph, and 计数 is a word.
            const bool cardinal = p.record.starts_with("cardinal");
            const std::string_view left = random.pick(lefts);
            const std::string_view right = random.pick(rights);
            const bool unclear = left == "（" || left == "\n" ? cardinal
                                 : left.ends_with("计")       ? p.text.starts_with("数") || p.text.starts_with("數")
                                                              : false;
            text += unclear ? "其中有" : left;
            all.push_back({p, text.size()});
            text += p.text;
            text += cardinal && right == "）" ? "。" : right;
        }
        done += static_cast<int>(all.size());

        const support::exact_copy copy(text);
        std::size_t next = 0;
        bool good = true;
        const auto found = support::everything(copy.view());
        for (const auto& f : found) {
            if (f.kind == shuliang::kind::identifier) continue;
            good = good && next < all.size() && f.record == all[next].phrase.record && f.begin == all[next].begin &&
                   f.end == all[next].begin + all[next].phrase.text.size();
            ++next;
        }
        if (good && next == all.size()) continue;
        if (++wrong > 40) continue;
        first += text + "\n  expected\n";
        for (const auto& p : all) first += "    " + p.phrase.text + "\t" + p.phrase.record + "\n";
        first += "  got\n" + support::shown(found, text);
    }
    support::tell(first);
    INFO("seed " << support::seed() << ", " << wrong << " texts wrong, the first of them above");
    CHECK(wrong == 0);
}
