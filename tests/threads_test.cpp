#include "shuliang/bridge/threads.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;

TEST_CASE("threads find what one finds, in order") {
    std::string words = "。此处另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思，也不说什么时候\n";
    words += words;
    std::vector<std::string> texts{support::long_text("，"), support::long_text(words), "", "3人",
                                   std::string(100000, '8')};
    for (const auto& document : support::corpus()) texts.push_back(document);
    for (const auto& text : texts) {
        const auto whole = support::everything(text);
        for (const unsigned threads : {1U, 2U, 3U, 7U})
            for (const std::size_t piece : std::initializer_list<std::size_t>{500, 10000}) {
                std::vector<support::found> found;
                const auto report =
                    sl::extract_into(text, sl::parallel{.threads = threads, .piece = piece},
                                     [&found](const sl::quantity& q) { found.push_back(support::describe(q)); });
                INFO(threads << " threads, pieces of " << piece);
                REQUIRE(found == whole);
                REQUIRE(report.phrases == whole.size());
            }
    }
}

TEST_CASE("what is dropped is reported as by one thread") {
    std::string text;
    for (int i = 0; i < 5; ++i) {
        for (int k = 0; k < 500; ++k) text += "没有什么可说的，";
        text.append(6000, '5').append("个");
    }
    const auto one = sl::extract_into(text, [](const sl::quantity&) {});
    REQUIRE(one.dropped == 5);
    for (const std::size_t piece : std::initializer_list<std::size_t>{300, 3000, 30000}) {
        const auto many =
            sl::extract_into(text, sl::parallel{.threads = 3, .piece = piece}, [](const sl::quantity&) {});
        CHECK(many.dropped == one.dropped);
        CHECK(many.first_dropped == one.first_dropped);
        CHECK(many.phrases == one.phrases);
    }
}

TEST_CASE("many texts on several threads") {
    std::vector<std::string_view> texts;
    for (int i = 0; i < 20; ++i)
        for (const auto& l : support::all_lines()) texts.emplace_back(l.text);
    for (const unsigned threads : {1U, 4U}) {
        std::size_t next = 0;
        std::uint64_t phrases = 0;
        const auto report = sl::extract_columns(texts, sl::parallel{.threads = threads, .piece = 5000},
                                                [&](std::size_t t, const sl::columns& rows, sl::columns::range r) {
                                                    REQUIRE(t == next++);
                                                    phrases += r.size();
                                                    if (t >= support::all_lines().size()) return;
                                                    std::vector<support::found> found;
                                                    for (auto i = r.first; i < r.last; ++i)
                                                        found.push_back(support::describe(rows.at(i, texts[t])));
                                                    REQUIRE(found == support::everything(texts[t]));
                                                });
        CHECK(next == texts.size());
        CHECK(report.phrases == phrases);
    }
}

TEST_CASE("only the kinds that were chosen") {
    const std::string text = "共30人，花费20万元。";
    std::vector<std::string> found;
    sl::extract_into(text, sl::parallel{.threads = 2, .piece = 1 << 16, .chosen = sl::money},
                     [&found](const sl::quantity& q) { found.emplace_back(q.text()); });
    CHECK(found == std::vector<std::string>{"20万元"});
}

TEST_CASE("jobs come in order, and errors come through") {
    for (const unsigned threads : {1U, 2U, 5U}) {
        int given = 0;
        int used = 0;
        const auto run = [&](int bad_work, int bad_use) {
            given = used = 0;
            sl::in_order<int>(
                threads,
                [&](int& job) {
                    job = given++;
                    return job < 1000;
                },
                [&](int& job) {
                    if (job == bad_work) throw std::runtime_error("work");
                    job *= 2;
                },
                [&](const int& job) {
                    if (job != 2 * used) throw std::logic_error("order");
                    if (used == bad_use) throw std::runtime_error("use");
                    ++used;
                });
        };
        run(-1, -1);
        CHECK(used == 1000);
        CHECK_THROWS_WITH(run(500, -1), "work");
        CHECK(used == 500);
        CHECK_THROWS_WITH(run(-1, 700), "use");
        CHECK(used == 700);
    }
}
