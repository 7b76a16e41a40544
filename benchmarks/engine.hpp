// engine.hpp - the one interface behind which everything that is measured stands: a name and a function from text
// to the number of phrases found in it. An engine is one file in engines/ that registers itself; a library that is
// missing takes its file out of the build and its row out of the table, and changes nothing else.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bench {

// What an engine answers, which decides what its answer is compared with.
enum class answer : std::uint8_t {
    floor,       // touches every byte and finds nothing; phrases is 0
    valid,       // 1 for well-formed UTF-8
    characters,  // numeral characters
    pattern,     // phrases of the regular expression
    ends,        // places where a phrase of the regular expression may end
    phrases,     // phrases of the contract
    other        // something that nothing else answers
};

struct engine {
    int rank;  // place in the table
    std::string_view name;
    bench::answer answer;
    std::uint64_t (*run)(std::string_view);  // one pass over the text
    // Fingerprint of all that is found, not timed; the same for every engine that gives the same kind of answer.
    std::uint64_t (*digest)(std::string_view) = nullptr;
    // Slow engines get so many bytes of each text only, and their row says so; 0: all.
    std::size_t limit = 0;
    // Whether it takes texts that are made to be hard, too.
    bool brave = false;
    // Whether it is let at valid UTF-8 only: at anything else it throws, or worse.
    bool strict = false;
};

// Builds a digest from numbers.
class digester {
public:
    void add(std::uint64_t n) noexcept { hash_ = (hash_ ^ n) * 0x9E3779B97F4A7C15U, hash_ ^= hash_ >> 29; }
    std::uint64_t value() const noexcept { return hash_; }

private:
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

inline std::vector<engine>& engines() {
    static std::vector<engine> all;
    return all;
}

// `static const bench::registered me{{...}};` in an engine's file.
struct registered {
    explicit registered(const engine& e) {
        const auto at =
            std::find_if(engines().begin(), engines().end(), [&e](const engine& o) { return o.rank > e.rank; });
        engines().insert(at, e);
    }
};

inline constexpr std::string_view reading = "reading";  // the ratios of the table are to these two
inline constexpr std::string_view re2_phrase = "re2 phrase";
// And these are what the ratios of the goal are between.
inline constexpr std::string_view scanned_characters = "vectorscan numerals";
inline constexpr std::string_view scanned_phrases = "vectorscan phrase, ends";
inline constexpr std::string_view whole_contract = "shuliang";
inline constexpr std::string_view scalar_twin = "shuliang scalar";
inline constexpr std::string_view one_kind = "shuliang money only";
inline constexpr std::string_view compiled_vocabulary = "shuliang 8 own words";
inline constexpr std::string_view loaded_vocabulary = "shuliang 100k own words";

// A text that an engine only reads would be optimised away; this keeps its answer.
template <class T>
inline void keep(const T& value) {
    asm volatile("" : : "r,m"(value) : "memory");
}

}  // namespace bench
