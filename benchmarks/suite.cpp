// The benchmark suite: every engine over every text in one interleaved run, answers compared before any time is shown.
//
// Google Benchmark does the timing, in random order over all engines, texts and repetitions, so that a machine that
// slows down in the middle slows all of them. What is reported is the median of the repetitions. Absolute figures move
// from machine to machine; the ratios inside one run hold.
#include <benchmark/benchmark.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "engine.hpp"
#include "shuliang/codepoint.hpp"
#include "shuliang/instruction_set.hpp"
#include "text.hpp"

namespace {

constexpr const char* usage =
    "usage: shuliang_bench [options] [FILE...]\n"
    "  --mib N          size of each generated text in MiB (64)\n"
    "  --repetitions N  interleaved runs of which the median is shown (7)\n"
    "  --filter REGEX   only pairs whose `text/engine` matches, such as `dense/.*re2`\n"
    "  --json FILE      write the figures as JSON too\n"
    "  --hostile N      size of each text that is made to be hard in MiB (4); 0: none of them\n"
    "  --seed N         seed of the generated texts\n"
    "FILEs are measured in place of the generated texts.\n";

struct options {
    std::uint64_t mib = 64;
    std::uint64_t hostile = 4;
    std::uint64_t repetitions = 7;
    std::uint64_t seed = bench::default_seed;
    std::string filter = ".*";
    std::string json;
    std::vector<std::string> files;
    std::optional<double> load;  // of the machine when the program began: above 1 it was busy with something else
};

struct corpus {
    std::string name;
    std::string text;
    std::optional<std::uint64_t> expected;  // phrases that the generator put in
    bool hostile = false;
    bool valid = true;  // UTF-8

    // What an engine gets of it: whole lines.
    std::string_view for_engine(const bench::engine& e) const {
        const std::string_view whole{text};
        if (e.limit == 0 || whole.size() <= e.limit) return whole;
        const auto line = whole.rfind('\n', e.limit);
        return whole.substr(0, line == std::string_view::npos ? e.limit : line + 1);
    }
};

// One cell of the table.
struct cell {
    const corpus* text = nullptr;
    const bench::engine* engine = nullptr;
    std::uint64_t phrases = 0;
    double estimate = 0;          // seconds of the untimed first pass
    std::vector<double> seconds;  // one pass, by repetition

    double median() const {
        std::vector<double> sorted = seconds;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
    // Half of what lies between the fastest and the slowest run, as a share of the median.
    double spread() const {
        const auto [low, high] = std::minmax_element(seconds.begin(), seconds.end());
        return (*high - *low) / 2 / median();
    }
    std::string_view bytes() const { return text->for_engine(*engine); }
    bool counts() const { return engine->answer != bench::answer::floor && engine->answer != bench::answer::valid; }
    // Seconds for as many bytes as `other` read.
    double seconds_for(const cell& other) const {
        return median() * static_cast<double>(other.bytes().size()) / static_cast<double>(bytes().size());
    }
    double gb_per_s() const { return static_cast<double>(bytes().size()) / median() / 1e9; }
    std::optional<double> ns_per_phrase() const {
        if (!counts() || phrases == 0) return std::nullopt;
        return median() * 1e9 / static_cast<double>(phrases);
    }
};

[[noreturn]] void fail(const std::string& message) {
    std::fprintf(stderr, "shuliang_bench: %s\n", message.c_str());
    std::exit(1);
}

[[noreturn]] void misused(const std::string& message) {
    std::fprintf(stderr, "shuliang_bench: %s\n%s", message.c_str(), usage);
    std::exit(2);
}

options parse(int argc, char** argv) {
    options out;
    for (int i = 1; i < argc; ++i) {
        std::string word = argv[i];
        if (word == "--help" || word == "-h") {
            std::fputs(usage, stdout);
            std::exit(0);
        }
        if (word.size() < 2 || word.substr(0, 2) != "--") {
            out.files.push_back(std::move(word));
            continue;
        }
        std::string value;
        if (const std::size_t equals = word.find('='); equals != std::string::npos) {
            value = word.substr(equals + 1);
            word.resize(equals);
        } else if (++i < argc) {
            value = argv[i];
        } else {
            misused(word + " needs a value");
        }
        const auto number = [&](std::uint64_t low, std::uint64_t high) {
            std::uint64_t n = 0;
            const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), n);
            if (error != std::errc{} || rest != value.data() + value.size() || n < low || n > high)
                misused(word + " " + value + " is not a number from " + std::to_string(low) + " to " +
                        std::to_string(high));
            return n;
        };
        if (word == "--mib")
            out.mib = number(1, 4096);
        else if (word == "--hostile")
            out.hostile = number(0, 4096);
        else if (word == "--repetitions")
            out.repetitions = number(1, 1000);
        else if (word == "--seed")
            out.seed = number(0, UINT64_MAX);
        else if (word == "--filter")
            out.filter = value;
        else if (word == "--json")
            out.json = value;
        else
            misused("unknown option " + word);
    }
    return out;
}

bool is_valid(std::string_view text) {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const auto c = shuliang::decode(at, end);
        if (!c.valid) return false;
        at += c.length;
    }
    return true;
}

std::vector<corpus> texts(const options& o) {
    std::vector<corpus> out;
    for (const std::string& path : o.files) {
        std::ifstream file(path, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        if (!file || text.empty()) fail(path + ": cannot be read, or is empty");
        out.push_back({path.substr(path.find_last_of('/') + 1), std::move(text), std::nullopt, false, true});
        out.back().valid = is_valid(out.back().text);
        if (!out.back().valid)
            std::fprintf(stderr, "note: %s is not valid UTF-8; engines that need that are left out\n",
                         out.back().name.c_str());
    }
    if (!o.files.empty()) return out;
    for (const bench::profile p : bench::profiles) {
        bench::generated g = bench::generate(p, static_cast<std::size_t>(o.mib) << 20, o.seed);
        out.push_back({std::string{bench::name(p)}, std::move(g.text), g.phrases, false, true});
    }
    if (o.hostile != 0)
        for (const bench::hostile& h : bench::hostile_texts)
            out.push_back({"hostile " + std::string{h.name},
                           bench::repeated(h.unit, static_cast<std::size_t>(o.hostile) << 20), std::nullopt, true,
                           true});
    return out;
}

// An engine that gets a part of the text: another one that gives the same kind of answer is given that part too.
void compare_part(const std::vector<cell>& cells, const cell& c, const std::string& where) {
    for (const cell& other : cells) {
        if (other.text != c.text || &other == &c || other.engine->answer != c.engine->answer) continue;
        if (const auto phrases = other.engine->run(c.bytes()); phrases != c.phrases)
            fail(where + std::to_string(c.phrases) + " phrases, and not " + std::to_string(phrases) + " as " +
                 std::string{other.engine->name} + " finds in the same bytes");
        return;
    }
}

// Stops the program where an answer cannot be right: a time for a wrong answer is worth nothing.
void compare(const std::vector<cell>& cells) {
    std::map<std::pair<const corpus*, bench::answer>, std::pair<const cell*, std::uint64_t>> first;
    for (const cell& c : cells) {
        const std::string where = std::string{c.engine->name} + " on " + c.text->name + ": ";
        if (c.engine->answer == bench::answer::floor) continue;
        if (c.engine->answer == bench::answer::valid) {
            if (c.phrases == 1) continue;
            if (c.text->expected) fail(where + "the generated text is not UTF-8");
            continue;
        }
        if (c.bytes().size() != c.text->text.size()) {
            compare_part(cells, c, where);
            continue;
        }
        const bool finds = c.engine->answer == bench::answer::pattern || c.engine->answer == bench::answer::phrases;
        if (c.text->expected && finds) {
            const std::uint64_t expected = *c.text->expected;
            if (expected == 0 && c.phrases != 0)
                fail(where + std::to_string(c.phrases) + " phrases found where there is no numeral");
            if (c.phrases < expected / 2)
                fail(where + std::to_string(c.phrases) + " phrases found of about " + std::to_string(expected));
        }
        if (c.engine->answer == bench::answer::other) continue;
        const std::uint64_t digest = c.engine->digest != nullptr ? c.engine->digest(c.text->text) : 0;
        const auto [at, is_first] = first.try_emplace({c.text, c.engine->answer}, &c, digest);
        const auto& [other, other_digest] = at->second;
        const bool both = c.engine->digest != nullptr && other->engine->digest != nullptr;
        if (!is_first && (other->phrases != c.phrases || (both && other_digest != digest)))
            fail(where + std::to_string(c.phrases) + " phrases, which are not those of " +
                 std::string{other->engine->name} + " (" + std::to_string(other->phrases) + ")");
    }
}

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// One untimed pass of each pair: its answer, its rough cost, and a warm start.
std::vector<cell> first_pass(const std::vector<corpus>& all, const std::string& filter) {
    std::vector<cell> cells;
    try {
        const std::regex wanted(filter);
        for (const corpus& text : all)
            for (const bench::engine& e : bench::engines()) {
                if (!std::regex_search(text.name + "/" + std::string{e.name}, wanted)) continue;
                if ((text.hostile && !e.brave) || (!text.valid && e.strict)) continue;
                cell c{&text, &e, 0, 0, {}};
                e.run(c.bytes());
                const double start = now();
                c.phrases = e.run(c.bytes());
                c.estimate = now() - start;
                cells.push_back(std::move(c));
            }
    } catch (const std::regex_error&) {
        misused("--filter " + filter + " is not a regular expression");
    }
    if (cells.empty()) misused("--filter " + filter + " leaves nothing to measure");
    return cells;
}

// Takes the times out of Google Benchmark; benchmarks are named by their place in `cells`.
class collector : public benchmark::BenchmarkReporter {
public:
    explicit collector(std::vector<cell>& cells) : cells_(cells) {}
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            const std::size_t index = std::stoul(run.run_name.function_name);
            cells_.at(index).seconds.push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        }
    }

private:
    std::vector<cell>& cells_;
};

void measure(std::vector<cell>& cells, std::uint64_t repetitions) {
    constexpr double shortest = 0.02;  // seconds; passes over small texts are repeated until they take as long
    double total = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const cell& c = cells[i];
        const double passes = std::max(1.0, std::ceil(shortest / std::max(c.estimate, 1e-7)));
        total += passes * c.estimate * static_cast<double>(repetitions);
        benchmark::RegisterBenchmark(std::to_string(i).c_str(),
                                     [run = c.engine->run, text = c.bytes()](benchmark::State& state) {
                                         for (auto _ : state) benchmark::DoNotOptimize(run(text));
                                     })
            ->Iterations(static_cast<benchmark::IterationCount>(passes))
            ->Repetitions(static_cast<int>(repetitions))
            ->UseRealTime();
    }
    std::fprintf(stderr, "%zu pairs, %llu interleaved repetitions, about %.0f s\n", cells.size(),
                 static_cast<unsigned long long>(repetitions), total + 1);
    std::string program = "shuliang_bench";
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleave.data(), nullptr};
    int count = 2;
    benchmark::Initialize(&count, arguments);
    collector reporter(cells);
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    for (const cell& c : cells)
        if (c.seconds.empty()) fail(std::string{c.engine->name} + " was not measured");
}

const cell* find(const std::vector<cell>& cells, const corpus* text, std::string_view engine) {
    for (const cell& c : cells)
        if (c.text == text && c.engine->name == engine) return &c;
    return nullptr;
}

// How many times as fast as `engine` on the same text; nothing when that was not measured.
std::optional<double> ratio(const std::vector<cell>& cells, const cell& c, std::string_view engine) {
    const cell* const other = find(cells, c.text, engine);
    return other != nullptr ? std::optional<double>{other->seconds_for(c) / c.median()} : std::nullopt;
}

// What the library is meant to reach on a machine with AVX-512: ratios of two engines in the same run.
struct goal {
    const corpus* text;
    std::string_view ratio;
    double at_least;
    std::optional<double> measured;
};

std::vector<goal> goals(const std::vector<cell>& cells) {
    static constexpr struct {
        std::string_view ratio, engine, against;
        double at_least[4];  // in the order of bench::profiles
    } table[] = {
        {"of reading every byte", bench::whole_contract, bench::reading, {0.15, 0.12, 0.08, 0.5}},
        {"x Vectorscan, numerals only", bench::whole_contract, bench::scanned_characters, {3, 2, 2, 4}},
        {"x Vectorscan, phrases", bench::whole_contract, bench::scanned_phrases, {8, 8, 8, 20}},
        {"x RE2, phrases", bench::whole_contract, bench::re2_phrase, {8, 6, 8, 10}},
        {"scalar twin x RE2, phrases", bench::scalar_twin, bench::re2_phrase, {2, 2, 2, 2}},
        {"one kind x the whole", bench::one_kind, bench::whole_contract, {0.95, 0.95, 0.95, 0.95}},
        {"100k own words x 8 of them", bench::loaded_vocabulary, bench::compiled_vocabulary, {0.8, 0.8, 0.8, 0.8}}};
    std::vector<goal> out;
    for (const auto& row : table)
        for (const bench::profile p : bench::profiles)
            for (const cell& c : cells)
                if (c.text->name == bench::name(p) && c.engine->name == row.engine)
                    out.push_back({c.text, row.ratio, row.at_least[static_cast<int>(p)], ratio(cells, c, row.against)});
    const cell* dense = nullptr;
    for (const cell& c : cells)
        if (c.text->name == bench::name(bench::profile::dense) && c.engine->name == bench::whole_contract) dense = &c;
    if (dense != nullptr)
        for (const cell& c : cells)
            if (c.text->hostile && c.engine->name == bench::whole_contract)
                out.push_back({c.text, "x dense news", 0.25, c.gb_per_s() / dense->gb_per_s()});
    return out;
}

std::string shown(std::optional<double> x, const char* format) {
    if (!x) return "-";
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, *x);
    return buffer;
}

void print(const std::vector<cell>& cells) {
    const corpus* text = nullptr;
    for (const cell& c : cells) {
        if (c.text != text) {
            text = c.text;
            const double size = static_cast<double>(text->text.size());
            std::printf("\n%s: %.1f MiB", text->name.c_str(), size / 1048576);
            if (text->expected)
                std::printf(", %.1f numeric phrases a kB put in (%llu)",
                            static_cast<double>(*text->expected) * 1000 / size,
                            static_cast<unsigned long long>(*text->expected));
            std::printf("\n%-24s %8s %7s %10s %10s %10s %7s\n", "engine", "GB/s", "+-", "phrases", "ns/phrase",
                        "of reading", "x RE2");
        }
        const bool finds = c.counts();
        std::printf("%-24s %8.3f %6.1f%% %10s %10s %10s %7s\n", std::string{c.engine->name}.c_str(), c.gb_per_s(),
                    c.spread() * 100, finds ? std::to_string(c.phrases).c_str() : "-",
                    shown(c.ns_per_phrase(), "%.1f").c_str(), shown(ratio(cells, c, bench::reading), "%.3f").c_str(),
                    shown(ratio(cells, c, bench::re2_phrase), "%.2f").c_str());
    }
}

void print_goals(const std::vector<cell>& cells) {
    const auto all = goals(cells);
    if (all.empty()) return;
    std::printf("\n%-30s %-20s %9s %9s\n", "ratio", "text", "goal", "measured");
    for (const goal& g : all)
        std::printf("%-30s %-20s %9s %9s%s\n", std::string{g.ratio}.c_str(), g.text->name.c_str(),
                    shown(g.at_least, "%.2f").c_str(), shown(g.measured, "%.2f").c_str(),
                    g.measured && *g.measured < g.at_least ? "  missed" : "");
}

std::string quoted(std::string_view s) {
    std::string out = "\"";
    for (const char c : s) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + '"';
}

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
    return "unknown";
}

#if defined(__clang__)
constexpr std::string_view compiler = "clang++ " __clang_version__;
#else
constexpr std::string_view compiler = "g++ " __VERSION__;
#endif

std::string number_or_null(std::optional<double> x) { return x ? shown(x, "%.6g") : "null"; }

void write_json(const std::string& path, const options& o, const std::vector<cell>& cells) {
    std::ofstream out(path);
    out << "{\n  \"compiler\": " << quoted(compiler)
        << ",\n  \"instructions\": " << quoted(shuliang::name(shuliang::best_instruction_set()))
        << ",\n  \"load\": " << number_or_null(o.load) << ",\n  \"processor\": " << quoted(processor())
        << ",\n  \"repetitions\": " << o.repetitions << ",\n  \"seed\": " << o.seed << ",\n  \"rows\": [";
    const char* comma = "\n";
    for (const cell& c : cells) {
        const bool finds = c.counts();
        char fingerprint[17];
        std::snprintf(fingerprint, sizeof fingerprint, "%016llx",
                      static_cast<unsigned long long>(bench::fingerprint(c.bytes())));
        out << comma << "    {\"engine\": " << quoted(c.engine->name) << ", \"corpus\": " << quoted(c.text->name)
            << ", \"bytes\": " << c.bytes().size() << ", \"fingerprint\": \"" << fingerprint
            << "\", \"gb_per_s\": " << number_or_null(c.gb_per_s()) << ", \"spread\": " << number_or_null(c.spread())
            << ", \"phrases\": " << (finds ? std::to_string(c.phrases) : "null")
            << ", \"ns_per_phrase\": " << number_or_null(c.ns_per_phrase())
            << ", \"of_reading\": " << number_or_null(ratio(cells, c, bench::reading))
            << ", \"times_re2\": " << number_or_null(ratio(cells, c, bench::re2_phrase)) << "}";
        comma = ",\n";
    }
    out << "\n  ],\n  \"goal\": [";
    comma = "\n";
    for (const goal& g : goals(cells)) {
        out << comma << "    {\"corpus\": " << quoted(g.text->name) << ", \"ratio\": " << quoted(g.ratio)
            << ", \"at_least\": " << number_or_null(g.at_least) << ", \"measured\": " << number_or_null(g.measured)
            << "}";
        comma = ",\n";
    }
    out << "\n  ]\n}\n";
    out.flush();
    if (!out) fail(path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
    options o = parse(argc, argv);
    if (double average = 0; getloadavg(&average, 1) == 1) o.load = average;
    const std::vector<corpus> all = texts(o);
    std::vector<cell> cells = first_pass(all, o.filter);
    compare(cells);
    measure(cells, o.repetitions);
    print(cells);
    print_goals(cells);
    if (!o.json.empty()) write_json(o.json, o, cells);
}
