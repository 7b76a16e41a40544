// The library: the whole contract into columns that are kept between runs, with the best instructions and with each set
// forced; one kind of it; words of one's own; and through the view.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <shuliang.hpp>
#include <string>
#include <vector>

#include "engine.hpp"
#include "shuliang/columns.hpp"
#include "shuliang/vocabulary_file.hpp"

namespace {

namespace sl = shuliang;

template <sl::instruction_set Set>
constexpr sl::options forced{.instructions = Set};

template <sl::instruction_set Set>
std::uint64_t into_columns(std::string_view text) {
    static sl::columns kept;
    sl::extract_into(text, kept, forced<Set>);
    bench::keep(kept.offset().data());
    return kept.size();
}

// Everything a record says; a record that differs in one bit of it changes the digest.
void add(bench::digester& d, const sl::quantity& q) {
    d.add(q.begin());
    d.add(q.end());
    d.add(static_cast<std::uint64_t>(q.kind()));
    d.add(static_cast<std::uint64_t>(q.approx()));
    d.add(static_cast<std::uint64_t>(q.form()));
    d.add(static_cast<std::uint64_t>(q.raw().coefficient));
    d.add(static_cast<std::uint64_t>(q.raw().exponent));
    d.add(q.raw().unit);
    d.add(q.raw().per);
    if (const auto to = q.to()) d.add(static_cast<std::uint64_t>(q.raw_details().second.coefficient));
}

template <sl::instruction_set Set>
std::uint64_t digest_of_columns(std::string_view text) {
    sl::columns rows;
    sl::extract_into(text, rows, forced<Set>);
    bench::digester d;
    for (std::size_t i = 0; i < rows.size(); ++i) add(d, rows.at(i, text));
    return d.value();
}

std::uint64_t one_kind(std::string_view text) {
    static sl::columns kept(sl::money);
    sl::extract_into(text, kept);
    bench::keep(kept.offset().data());
    return kept.size();
}

std::uint64_t through_view(std::string_view text) {
    std::uint64_t found = 0;
    for (const sl::quantity& q : text | sl::extract<sl::everything>) {
        bench::keep(q.raw());
        ++found;
    }
    return found;
}
std::uint64_t digest_of_view(std::string_view text) {
    bench::digester d;
    for (const sl::quantity& q : text | sl::extract<sl::everything>) add(d, q);
    return d.value();
}

// Counts of what the program names itself, besides money.
constexpr auto people = sl::count.of("人", "名", "位", "户");

std::uint64_t named_words(std::string_view text) {
    std::uint64_t found = 0;
    for (const auto& q : text | sl::extract<people, sl::money>) {
        bench::keep(q);
        ++found;
    }
    return found;
}

// Words of the user: a few that the program names, and a hundred thousand from a file, of which these are some.
constexpr auto own = sl::vocabulary_of(
    sl::word{.symbol = "台篓"}, sl::word{.symbol = "槽筐"}, sl::word{.symbol = "石箩"}, sl::word{.symbol = "工票"},
    sl::word{.symbol = "个头"}, sl::word{.symbol = "人家"}, sl::word{.symbol = "名字"}, sl::word{.symbol = "元整"});

std::uint64_t with_vocabulary(std::string_view text, const sl::vocabulary& words) {
    static sl::columns kept;
    const sl::options choices{.words = words};
    sl::extract_into(text, kept, choices);
    bench::keep(kept.offset().data());
    return kept.size();
}

std::uint64_t compiled_words(std::string_view text) { return with_vocabulary(text, own); }

std::uint64_t loaded_words(std::string_view text) {
    static const auto loaded = [] {
        // Two characters of the whole range: most characters of any text begin some of them.
        std::string file = "symbol,code\n";
        std::set<std::u32string> known;
        for (int i = 0; known.size() < 100'000 - own.size(); ++i) {
            std::string symbol;
            for (const int c : {0x4E64 + i % 6000 * 3, 0x4E65 + i / 6000 % 6000 * 3}) {
                symbol += static_cast<char>(0xE0 | c >> 12);
                symbol += static_cast<char>(0x80 | (c >> 6 & 0x3F));
                symbol += static_cast<char>(0x80 | (c & 0x3F));
            }
            const sl::word word{.symbol = symbol};
            std::u32string folded;
            sl::detail::push_keys(word, [&folded](sl::detail::word_key key) { folded += static_cast<char32_t>(key); });
            if (sl::detail::fault_of(word) != sl::detail::word_fault::none || !known.insert(folded).second) continue;
            file += symbol + ",u" + std::to_string(i % 1000) + '\n';
        }
        std::vector<sl::file_error> errors;
        auto out = sl::loaded_vocabulary::parse(file, "words.csv", errors, own);
        for (const auto& e : errors) std::fprintf(stderr, "%s\n", e.text().c_str());
        if (!errors.empty()) std::abort();
        return out;
    }();
    return with_vocabulary(text, loaded);
}

template <sl::instruction_set Set>
constexpr bench::engine with(int rank, std::string_view name, bool brave) {
    return {rank, name, bench::answer::phrases, into_columns<Set>, digest_of_columns<Set>, 0, brave};
}

using set = sl::instruction_set;
const bench::registered best{with<set::best>(100, bench::whole_contract, true)};
const bench::registered one{{101, bench::one_kind, bench::answer::other, one_kind}};
const bench::registered view{{102, "shuliang view", bench::answer::phrases, through_view, digest_of_view}};
const bench::registered named{{103, "shuliang named words", bench::answer::other, named_words}};
const bench::registered compiled{{104, bench::compiled_vocabulary, bench::answer::other, compiled_words}};
const bench::registered from_file{{105, bench::loaded_vocabulary, bench::answer::other, loaded_words}};

// A set that the processor lacks has no row: it would be another one's.
const struct sets {
    sets() {
        static const std::array<bench::engine, 4> all{
            with<set::scalar>(110, bench::scalar_twin, false), with<set::sse4>(111, "shuliang sse4", false),
            with<set::avx2>(112, "shuliang avx2", false), with<set::avx512>(113, "shuliang avx512", false)};
        for (std::size_t i = 0; i < all.size(); ++i)
            if (const auto s = static_cast<set>(i); sl::usable(s) == s) const bench::registered each{all[i]};
    }
} each_set;

}  // namespace
