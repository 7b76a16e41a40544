// Tables in files.
#include "shuliang/delimited.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace sl = shuliang;

namespace {

// Columns, rows and errors in one text.
std::string read(std::string_view text) {
    const sl::delimited_table table(text, "t");
    std::string out;
    for (const auto& c : table.columns()) out += c + ";";
    for (const auto& r : table.rows()) {
        out += " " + std::to_string(r.line) + "=";
        for (const auto& c : r.cells) out += c.text + "@" + std::to_string(c.column) + ";";
    }
    for (const auto& e : table.errors()) out += " ! " + e.text();
    return out;
}

}  // namespace

TEST_CASE("tabs") {
    CHECK(read("a\tb\n1\t二\n\n# no\n三\t4\n") == "a;b; 2=1@1;二@3; 5=三@1;4@3;");
    CHECK(read("a\tb\r\n1\t2") == "a;b; 2=1@1;2@3;");
    CHECK(read("a\tb\n\"1\t2,3\n") == "a;b; 2=\"1@1;2,3@4;");
    CHECK(read("a\tb\n1\n") == "a;b; 2=1@1;@3;");
}

TEST_CASE("commas") {
    CHECK(read("\xEF\xBB\xBF"
               "a,b\n1,2\n") == "a;b; 2=1@1;2@3;");
    CHECK(read("a,b\n\"1,5\",\"x\"\"y\"\n3,\n") == "a;b; 2=1,5@1;x\"y@7; 3=3@1;@3;");
    CHECK(read("a,b\n\"two\nlines\",2\n3,4\n") == "a;b; 2=two\nlines@1;2@8; 4=3@1;4@3;");
}

TEST_CASE("errors say where") {
    CHECK(read("a,b\n1,2,3\n") == "a;b; ! t:2:5: there are 2 columns, and this is one more");
    CHECK(read("a,b\n1,\"2\n") == "a;b; ! t:2:3: the quote is never closed");
    CHECK(read("a,b\n\"1\"x,2\n3,4\n") == "a;b; 3=3@1;4@3; ! t:2:4: text behind the closing quote");
    CHECK(read("a,b\n二\xFF,2\n") == "a;b; ! t:2:2: this is not UTF-8");
    CHECK(read("a,a\n") == "a;a; ! t:1:3: a second column with the name 'a'");
    CHECK(read("a,\n") == "a;; ! t:1:3: a column without a name");
    CHECK(read("").empty());
}

TEST_CASE("cells") {
    CHECK(sl::csv_cell("plain") == "plain");
    CHECK(sl::csv_cell("1,5 \"x\"") == "\"1,5 \"\"x\"\"\"");
    std::string out;
    for (const auto& p : sl::pieces_of({"家| 户 ||名", 1, 4})) out += p.text + "@" + std::to_string(p.column) + ";";
    CHECK(out == "家@4;户@7;名@11;");
}
