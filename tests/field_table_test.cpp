// Records by a schema that comes from a file.
#include "shuliang/field_table.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace sl = shuliang;

namespace {

constexpr std::string_view file =
    "field,labels,kinds,units,required\n"
    "enterprises,复工复产企业|企业,count,家|户,yes\n"
    "rate,复工率|开工率,percent,,\n"
    "road,道路,measure,公里,no\n";

sl::field_table load(std::string_view text) {
    std::vector<sl::file_error> errors;
    auto out = sl::field_table::parse(text, "fields.csv", errors);
    for (const auto& e : errors) FAIL_CHECK(e.text());
    return out;
}

std::string all(std::string_view text, const sl::field_table& s) {
    std::string out;
    for (const auto& found : text | s) {
        if (!out.empty()) out += '|';
        for (std::size_t i = 0; i < s.size(); ++i)
            out += (i != 0 ? " " : "") + (found.source(i) ? std::string{found.source(i).value.text()} : "-");
        if (!found.complete()) out += '!';
    }
    return out;
}

std::string errors_of(std::string_view text) {
    std::vector<sl::file_error> errors;
    const auto table = sl::field_table::parse(text, "f", errors);
    if (!errors.empty()) CHECK(table.size() == 0);
    std::string out;
    for (const auto& e : errors) out += e.text() + "; ";
    return out;
}

}  // namespace

TEST_CASE("records") {
    const auto table = load(file);
    CHECK(all("甲县企业30家，复工率91%；乙县开工率92%，企业300人，道路12公里。丙县企业9户，道路300米。", table) ==
          "30家 91% -|9户 92% 12公里");
    CHECK(all("复工率91%，道路300米", table) == "- 91% -!");
    const auto by_sentence = table.per(sl::records::each_sentence);
    CHECK(all("甲县企业30家；乙县复工率92%。", by_sentence) == "30家 - -|- 92% -!");
    CHECK(table.name(1) == "rate");
    CHECK(table.is_required(0));
    for (const auto& found : std::string_view{"复工率5%"} | table) CHECK(found.missing() == 2);
}

TEST_CASE("errors say what is wrong, and where") {
    CHECK(errors_of("field,labels,kinds\na,甲,monney\n") == "f:2:5: there is no kind 'monney'; ");
    CHECK(errors_of("field,labels,units\na,甲,家|跬跬\n") == "f:2:7: there is no unit '跬跬'; ");
    CHECK(errors_of("field,labels\na,甲\na,乙|甲\n") ==
          "f:3:1: a second field with the name 'a'; f:3:5: the label '甲' is there already; ");
    CHECK(errors_of("field,labels\na,\n") == "f:2:3: a field without a label; ");
    CHECK(errors_of("field,label\na,甲\n") ==
          "f:1:1: there is no column 'labels'; f:1:1: there is no use for a column 'label'; there are field, labels, "
          "kinds, units, required; ");
    CHECK(errors_of("field,labels,required\na,甲,maybe\n") == "f:2:5: required is yes or no, not 'maybe'; ");
    CHECK(errors_of("field,labels\n") == "f:1:1: there is no field in it; ");
}
