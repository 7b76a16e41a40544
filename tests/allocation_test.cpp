// Extraction allocates nothing: every way to allocate is counted here.
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "shuliang/counted.hpp"
#include "shuliang/stream.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

namespace {
std::size_t allocations = 0;

void* counted(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size != 0 ? size : 1)) return p;
    throw std::bad_alloc{};
}
}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace sl = shuliang;

TEST_CASE("the counter counts") {
    const auto before = allocations;
    // A direct call: a new-expression may be optimised away.
    ::operator delete(::operator new(1));
    const auto after = allocations;
    CHECK(after == before + 1);
}

TEST_CASE("extraction allocates nothing") {
    std::string text;
    for (const auto& l : support::all_lines()) text += l.text + "，";
    std::uint64_t sum = 0;
    const auto use = [&sum](const sl::quantity& q) {
        sum += q.begin() + q.text().size() + sl::text_of_value(q).view().size() + q.unit().code().size();
        if (const auto b = q.bounds()) sum += b->lower ? 1 : 0;
    };

    auto before = allocations;
    sl::extract_into(text, use);
    {
        const auto after = allocations;  // before the check, which may allocate
        CHECK(after == before);
    }

    before = allocations;
    for (const sl::quantity& q : text | sl::extract<>) use(q);
    for (const sl::quantity& q : text | sl::extract<sl::money, sl::percent>) use(q);
    for (const sl::quantity& q : text | sl::extract<sl::everything>) use(q);
    {
        const auto after = allocations;  // before the check, which may allocate
        CHECK(after == before);
    }

    before = allocations;
    for (const sl::quantity& q : text | sl::extract<>) sum += sl::counted(q, text).text().size();
    {
        const auto after = allocations;  // before the check, which may allocate
        CHECK(after == before);
    }

    before = allocations;
    static constexpr auto people = sl::count.of("人", "名");
    static constexpr auto& pair = sl::sequence<people, sl::lit<"和", "，">, sl::money>;
    for (const sl::quantity& q : text | sl::extract<people, sl::labelled<"收入", sl::money>>) use(q);
    for (const auto& g : text | sl::extract<pair, sl::money>)
        for (const sl::quantity& q : g.parts()) use(q);
    {
        const auto after = allocations;  // before the check, which may allocate
        CHECK(after == before);
    }

    before = allocations;
    {
        sl::stream stream;
        const std::string_view all = text;
        for (std::size_t at = 0; at < all.size(); at += 1000) stream.feed(all.substr(at, 1000), use);
        stream.finish(use);
    }
    {
        const auto after = allocations;  // before the check, which may allocate
        CHECK(after == before);
    }
    CHECK(sum > 0);
}
