// The library: the whole contract, through the sink into columns that are kept between runs, and through the view.
#include <shuliang.hpp>
#include <vector>

#include "engine.hpp"

namespace {

namespace sl = shuliang;

// Structure of arrays, as an analysis would keep it. Memory is retained, so that a run does not measure the kernel.
struct columns {
    std::vector<std::uint64_t> begin;
    std::vector<std::uint16_t> length;
    std::vector<sl::kind> kind;
    std::vector<sl::approx> approx;
    std::vector<std::int64_t> coefficient;
    std::vector<std::int8_t> exponent;
    std::vector<sl::unit_id> unit;

    void clear() {
        begin.clear();
        length.clear();
        kind.clear();
        approx.clear();
        coefficient.clear();
        exponent.clear();
        unit.clear();
    }
    void push(const sl::record& r) {
        begin.push_back(r.begin);
        length.push_back(r.length);
        kind.push_back(r.kind);
        approx.push_back(r.approx);
        coefficient.push_back(r.coefficient);
        exponent.push_back(r.exponent);
        unit.push_back(r.unit);
    }
};

std::uint64_t into_columns(std::string_view text) {
    static columns kept;
    kept.clear();
    sl::extract_into(text, [](const sl::quantity& q) { kept.push(q.raw()); });
    bench::keep(kept.begin.data());
    return kept.begin.size();
}

std::uint64_t through_view(std::string_view text) {
    std::uint64_t found = 0;
    for (const sl::quantity& q : text | sl::extract<sl::everything>) {
        bench::keep(q.raw());
        ++found;
    }
    return found;
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

std::uint64_t digest_of_sink(std::string_view text) {
    bench::digester d;
    sl::extract_into(text, [&d](const sl::quantity& q) { add(d, q); });
    return d.value();
}

std::uint64_t digest_of_view(std::string_view text) {
    bench::digester d;
    for (const sl::quantity& q : text | sl::extract<sl::everything>) add(d, q);
    return d.value();
}

const bench::registered one{{100, "shuliang extract_into", bench::answer::phrases, into_columns, digest_of_sink}};
const bench::registered two{{101, "shuliang view", bench::answer::phrases, through_view, digest_of_view}};

}  // namespace
