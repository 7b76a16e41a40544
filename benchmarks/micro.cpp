// The parts of the library alone: one number, one unit, one anchor; cost against the size of the text; and how much
// memory results take. What is timed is varied, because a few words repeated are learned by heart.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdio>
#include <shuliang.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "shuliang/bridge/threads.hpp"
#include "text.hpp"

namespace {

namespace sl = shuliang;

const std::string& text_of(bench::profile p) {
    static std::string all[std::size(bench::profiles)];
    auto& text = all[static_cast<int>(p)];
    if (text.empty()) text = bench::generate(p, std::size_t{16} << 20).text;
    return text;
}

// Where anchors are, and where units may be: behind the numbers.
struct places {
    std::vector<const char*> numbers;
    std::vector<const char*> units;
};
const places& places_of(bench::profile p) {
    static places all[std::size(bench::profiles)];
    auto& found = all[static_cast<int>(p)];
    if (!found.numbers.empty()) return found;
    const auto& text = text_of(p);
    const char* end = text.data() + text.size();
    sl::zh::anchor_scan scan(sl::instruction_set::best);
    for (const char* at = text.data(); (at = scan.find(at, end, end)) < end;) {
        const auto n = sl::zh::read_numeral(at, end, {});
        found.numbers.push_back(at);
        if (n) found.units.push_back(n.end);
        at = n ? n.end : at + 1;
    }
    return found;
}

void scan(benchmark::State& state, bench::profile p, sl::instruction_set set) {
    const auto& text = text_of(p);
    const char* end = text.data() + text.size();
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        sl::zh::anchor_scan scan(set);
        for (const char* at = text.data(); (at = scan.find(at, end, end)) < end; ++at) ++found;
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.counters["anchors/kB"] = static_cast<double>(found) * 1000 / static_cast<double>(text.size());
}

void numeral(benchmark::State& state, bench::profile p) {
    const char* end = text_of(p).data() + text_of(p).size();
    const auto& all = places_of(p).numbers;
    for (auto _ : state)
        for (const char* at : all) benchmark::DoNotOptimize(sl::zh::read_numeral(at, end, {}));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

void unit_look_up(benchmark::State& state, bench::profile p) {
    const char* end = text_of(p).data() + text_of(p).size();
    const auto& all = places_of(p).units;
    for (auto _ : state)
        for (const char* at : all) benchmark::DoNotOptimize(sl::zh::find_unit(at, end));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

// Short texts, one call each.
void short_texts(benchmark::State& state) {
    const auto& text = text_of(bench::profile::headlines);
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size() && lines.size() < 50000;) {
        const auto line = text.find('\n', at);
        lines.push_back(std::string_view{text}.substr(at, line - at));
        at = line + 1;
    }
    sl::columns rows;
    for (auto _ : state) {
        sl::extract_into(lines, rows);
        benchmark::DoNotOptimize(rows.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines.size()));
}

// Time a byte should not depend on how many there are. The argument is the size in KiB.
void size(benchmark::State& state, bench::profile p) {
    const auto bytes = static_cast<std::size_t>(state.range(0)) << 10;
    const auto text = bench::generate(p, bytes).text;
    sl::columns rows;
    sl::extract_into(text, rows);
    for (auto _ : state) {
        sl::extract_into(text, rows);
        benchmark::DoNotOptimize(rows.size());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["rows/kB"] = static_cast<double>(rows.size()) * 1000 / static_cast<double>(text.size());
    state.counters["peak MiB"] = static_cast<double>(used.ru_maxrss) / 1024;
}

// How a text would run whose units came from a vocabulary of the first N: only numbers before these words are kept, so
// that tables and branches see no others.
void lexicon(benchmark::State& state) {
    const auto words = static_cast<unsigned>(state.range(0));
    const auto& text = text_of(bench::profile::headlines);
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto line = text.find('\n', at);
        const std::string_view here = std::string_view{text}.substr(at, line + 1 - at);
        bool all = true;
        sl::extract_into(here, [&](const sl::quantity& q) { all = all && q.unit().id() < words; });
        if (all) kept += here;
        at = line + 1;
    }
    sl::columns rows;
    for (auto _ : state) {
        sl::extract_into(kept, rows);
        benchmark::DoNotOptimize(rows.size());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kept.size()));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows.size()));  // phrases
}

// How much more several threads do: of reading, and of a computation that needs no memory, which say what the machine
// allows, and of the whole contract. The argument is the number of threads; times are by the clock on the wall.
enum class task { reading, computing, extracting };

std::uint64_t work(task t, std::string_view text) {
    std::uint64_t sum = 0;
    if (t == task::reading) {
        for (std::size_t i = 0; i + 8 <= text.size(); i += 8) {
            std::uint64_t word = 0;
            __builtin_memcpy(&word, text.data() + i, 8);
            sum += word;
        }
    } else {
        for (std::size_t i = 0; i < text.size() / 4; ++i)
            benchmark::DoNotOptimize(sum = sum * 6364136223846793005U + i);
    }
    return sum;
}

void threads(benchmark::State& state, task t) {
    static const std::string text = bench::generate(bench::profile::dense, std::size_t{64} << 20).text;
    const auto count = static_cast<unsigned>(state.range(0));
    const sl::parallel how{.threads = count};
    for (auto _ : state) {
        if (t == task::extracting) {
            std::uint64_t rows = 0;
            sl::extract_columns(text, how, [&rows](const sl::columns& found) { rows += found.size(); });
            benchmark::DoNotOptimize(rows);
            continue;
        }
        struct job {
            std::string_view part;
            std::uint64_t sum = 0;
        };
        std::uint64_t all = 0;
        std::size_t given = 0;
        sl::in_order<job>(
            count,
            [&](job& j) {
                j.part = std::string_view{text}.substr(given, how.piece);
                given += j.part.size();
                return !j.part.empty();
            },
            [t](job& j) { j.sum = work(t, j.part); }, [&all](const job& j) { all += j.sum; });
        benchmark::DoNotOptimize(all);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

}  // namespace

int main(int argc, char** argv) {
    for (const bench::profile p : bench::profiles) {
        const std::string name{bench::name(p)};
        for (int i = 0; i < sl::instruction_set_count; ++i) {
            const auto set = static_cast<sl::instruction_set>(i);
            if (sl::usable(set) != set) continue;
            benchmark::RegisterBenchmark(("scan/" + name + "/" + std::string{sl::name(set)}).c_str(), scan, p, set);
        }
        if (p == bench::profile::none) continue;
        benchmark::RegisterBenchmark(("numeral/" + name).c_str(), numeral, p);
        benchmark::RegisterBenchmark(("unit look-up/" + name).c_str(), unit_look_up, p);
    }
    benchmark::RegisterBenchmark("short texts", short_texts);
    auto* sizes = benchmark::RegisterBenchmark("size, KiB", size, bench::profile::dense);
    for (const std::int64_t kib : {1, 16, 256, 4096, 65536}) sizes->Arg(kib);
    benchmark::RegisterBenchmark("size, KiB, up to 1 GiB", size, bench::profile::dense)->Arg(1 << 20)->Iterations(1);
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    for (const auto& [name, t] : {std::pair{"reading", task::reading}, std::pair{"computing", task::computing},
                                  std::pair{"extracting", task::extracting}})
        benchmark::RegisterBenchmark((std::string{"threads/"} + name).c_str(), threads, t)
            ->DenseRange(1, processors < 2 ? 1 : 2)
            ->UseRealTime();
    auto* words = benchmark::RegisterBenchmark("lexicon, units", lexicon);
    for (const std::int64_t n : {50, 200, 1000, 10000}) words->Arg(n);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
