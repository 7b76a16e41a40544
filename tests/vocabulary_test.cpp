// Every word of data/*.tsv does in a phrase what its table says.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/text.hpp"

namespace {

std::vector<std::vector<std::string>> rows(const std::string& name) {
    std::vector<std::vector<std::string>> out;
    for (const auto& row :
         support::lines_of(support::read_file(std::filesystem::path{SHULIANG_SOURCE_DIR} / "data" / name)))
        if (!row.empty() && row.front() != '#') out.push_back(support::split(row, "\t"));
    return out;
}

// The records in the text of a phrase, joined by " + ".
std::string read(const std::string& text) {
    std::string out;
    for (const auto& f : support::everything(text)) out += (out.empty() ? "" : " + ") + f.record;
    return out.empty() ? "nothing" : out;
}

void check_words(const std::string& table) {
    std::string different;
    std::size_t words = 0;
    for (const auto& row : rows(table)) {
        const auto& word = row[0];
        const auto code = row.size() > 1 && row[1] != "=" ? row[1] : word;
        ++words;
        const auto got = read("共有37" + word + "。");
        // 37级 alone may be a level as well as a count.
        const bool level = word.ends_with("级") && got == "ordinal 37 " + code;
        if (got != "count 37 " + code && !level) different += "37" + word + "\t" + got + "\n";
    }
    INFO(different);
    CHECK(words > 0);
    CHECK(different.empty());
}

}  // namespace

TEST_CASE("measure words count") { check_words("classifiers.tsv"); }

TEST_CASE("nouns that act as units count") { check_words("nouns.tsv"); }

TEST_CASE("every spelling of a physical unit gives its code") {
    std::string different;
    for (const auto& row : rows("units.tsv")) {
        if (row.size() < 6 || row[3] != "measure") continue;
        for (const auto& symbol : support::split(row[5], " ")) {
            if (symbol == "-") continue;                                   // only a region's name for it: weights.tsv
            if (symbol.front() >= '0' && symbol.front() <= '9') continue;  // 10^9/L: a number would run into it
            const auto got = read("测得37" + symbol + "。");
            if (got != "measure 37 " + row[0]) different += "37" + symbol + "\t" + got + "\texpected " + row[0] + "\n";
        }
    }
    INFO(different);
    CHECK(different.empty());
}

TEST_CASE("every spelling of a length of time gives its code") {
    std::string different;
    for (const auto& row : rows("units.tsv")) {
        if (row.size() < 6 || row[3] != "duration") continue;
        for (const auto& symbol : support::split(row[5], " ")) {
            const auto got = read("历时37" + symbol + "。");
            if (got != "duration 37 " + row[0]) different += "37" + symbol + "\t" + got + "\texpected " + row[0] + "\n";
        }
    }
    INFO(different);
    CHECK(different.empty());
}

TEST_CASE("every name and sign of a currency gives its code") {
    std::string different;
    const auto check = [&different](const std::string& phrase, const std::string& code) {
        const auto got = read("支付" + phrase + "。");
        if (got != "money 37 " + code) different += phrase + "\t" + got + "\texpected " + code + "\n";
    };
    for (const auto& row : rows("currencies.tsv")) {
        if (row.size() < 4 || row[1] != "1") continue;
        if (row[2] != "-")
            for (const auto& word : support::split(row[2], " ")) check("37" + word, row[0]);
        if (row[3] != "-")
            for (const auto& word : support::split(row[3], " ")) check(word + "37", row[0]);
    }
    INFO(different);
    CHECK(different.empty());
}

TEST_CASE("every word of approximation sets its flag") {
    std::string different;
    for (const auto& row : rows("approximation.tsv")) {
        if (row.size() < 3) continue;
        const bool before = row[2] == "before";
        const auto& word = row[0];
        // 上 before 百, 来 把 余 多 inside the number: said in the phrase tables.
        static const std::set<std::string> special = {"上", "来", "把", "余", "多",  "好",
                                                      "许", "几", "数", "+",  "开外"};
        if (special.count(word) != 0) continue;
        const auto text = before ? "共计：" + word + "40名，" : "共计：40名" + word + "，";
        const auto got = read(text);
        // A longer word that blocks flags nothing; behind the number it may begin the next phrase (上下五千年).
        const bool blocked = row[1] == "-" && (got == "count 40 名" || got.starts_with("count 40 名 + "));
        const auto want = "count 40 名" + (row[1] == "-" ? "" : " ~" + row[1]);
        if (got != want && !blocked) different += text + "\t" + got + "\texpected " + want + "\n";
    }
    INFO(different);
    CHECK(different.empty());
}

TEST_CASE("look-alikes give nothing where nothing makes them count") {
    std::string different;
    for (const auto& row : rows("lookalikes.tsv")) {
        for (const auto& f : support::everything("，" + row[0] + "，"))
            if (f.kind != shuliang::kind::identifier) different += row[0] + "\t" + f.record + "\n";
    }
    INFO(different);
    CHECK(different.empty());
}

TEST_CASE("every digit character has its value") {
    std::string different;
    for (const auto& row : rows("characters.tsv")) {
        if (row.size() < 3) continue;
        if (row[1] != "digit" && row[1] != "numeral" && row[1] != "financial") continue;
        const auto got = read("得分为第" + row[0] + "名。");
        if (row[2].size() == 1 && row[2] != "0" && got != "ordinal " + row[2] + " 名")
            different += row[0] + "\t" + got + "\n";
    }
    INFO(different);
    CHECK(different.empty());
}
