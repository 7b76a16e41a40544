// The short way reads what the rules read: every text twice, with it and without.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace {

std::vector<support::found> read(std::string_view text, bool short_way) {
    shuliang::zh::engine engine(text.data(), text.size(), shuliang::default_options);
    if (!short_way) engine.take_no_short_way();
    std::vector<support::found> out;
    shuliang::record r;
    shuliang::details d;
    while (engine.next(r, d)) out.push_back(support::describe({r, d, text.substr(r.begin, r.length)}));
    return out;
}

// What differs, with the text; empty when nothing does.
std::string difference(std::string_view text) {
    const auto with = read(text, true);
    const auto without = read(text, false);
    if (with == without) return {};
    return std::string{text.substr(0, 200)} + "\n" + support::shown(with, text) + "  against\n" +
           support::shown(without, text);
}

// Pieces that phrases and their neighbours are made of, those that set off rules among them.
constexpr std::string_view pieces[] = {
    "3",      "15",   "2020", "98",   "0.5",    "1,234",  "007",  "24",       "100",  "30000",      "三",
    "十五",   "两",   "几",   "二十", "三百五", "一千",   "数十", "半",       "零",   "百",         "万",
    "亿",     "多",   "余",   "来",   "名",     "个",     "个人", "公里",     "km",   "kg",         "元",
    "块",     "角",   "吨",   "%",    "百分之", "三分之", "分之", "倍",       "成",   "年",         "月",
    "日",     "号",   "时",   "点",   "分",     "秒",     "分钟", "小时",     "天",   "岁",         "周",
    "年代",   "月份", "日元", "条",   "级",     "等",     "第",   "每",       "约",   "近",         "超过",
    "不少于", "上",   "下",   "左右", "以上",   "以下",   "以内", "后",       "前",   "内",         "起",
    "至",     "到",   "-",    "—",    "~",      ":",      "比",   "/",        "、",   "和",         "，",
    "。",     ".",    " ",    "  ",   "\n",     "(",      ")",    "（",       "）",   "人民币",     "¥",
    "$",      "正",   "整",   "的",   "是",     "在",     "中国", "上午",     "晚",   "连续",       "历时",
    "图",     "电话", "病例", "A",    "x",      "T",      "_",    "之",       "又",   "学生",       "大",
    "初",     "民国", "届",   "次",   "\u200B", "期",     "组",   "一中全会", "工程", "2020-02-26", "二〇一六",
    "：",     "点半", "旬",   "老人", "般",     "屯",     "周日", "国",       "国会", "学年",       "度"};

}  // namespace

TEST_CASE("every line of the tables is read alike") {
    std::string problems;
    for (const auto& l : support::all_lines()) problems += difference(l.text);
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("random rows of pieces are read alike") {
    const auto seed = support::seed();
    INFO("SHULIANG_SEED=" << seed);
    support::random random(seed);
    std::string problems;
    for (int i = 0; i < 200000 && problems.size() < 4000; ++i) {
        // Something on either side, for the short way does not go near the ends of a text.
        std::string text = "人民群众";
        for (int k = 0; k < 8; ++k) text += pieces[random.below(std::size(pieces))];
        problems += difference(text + "的人民群众在这里生活");
    }
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("random numbers in characters are read alike by the short reader and the full one") {
    namespace zh = shuliang::zh;
    constexpr std::string_view parts[] = {"一", "二", "五", "九", "零", "〇", "十", "百", "千", "万", "亿", "两", "余",
                                          "多", "来", "年", "人", "个", "分", "之", "半", "米", "，", "几", "30", "7"};
    const auto seed = support::seed();
    INFO("SHULIANG_SEED=" << seed);
    support::random random(seed);
    int short_ones = 0;
    std::string problems;
    for (int i = 0; i < support::rounds(300000) && problems.size() < 2000; ++i) {
        std::string text;
        for (auto left = 1 + random.below(8); left != 0; --left) text += parts[random.below(std::size(parts))];
        text += "的人民群众";
        const char* end = text.data() + text.size();
        const auto first = zh::at(text.data(), end);
        if (first.cls() == zh::char_class::none || first.cls() == zh::char_class::zero ||
            first.cls() >= zh::char_class::half)
            continue;
        zh::numeral a;
        if (!zh::detail::read_short(a, text.data(), first, end)) continue;
        const auto b = zh::detail::numeral_reader(text.data(), end, {}).read();
        ++short_ones;
        const bool alike = a.end == b.end && a.value == b.value && a.high == b.high && a.mantissa == b.mantissa &&
                           a.flags == b.flags && a.range == b.range && a.open_place == b.open_place &&
                           a.positional == b.positional && a.bare == b.bare && a.single == b.single &&
                           a.digits == b.digits && a.power == b.power && a.arabic == b.arabic;
        if (!alike) problems += text + "\n";
    }
    support::tell(problems);
    CHECK(problems.empty());
    CHECK(short_ones > support::rounds(300000) / 10);
}

TEST_CASE("the texts of the folders are read alike") {
    for (const char* variable : {"SHULIANG_CORPUS", "SHULIANG_BULK"}) {
        const char* folder = std::getenv(variable);
        if (folder == nullptr || *folder == '\0') continue;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".txt") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            const auto whole = text.str();
            const auto with = read(whole, true);
            const auto without = read(whole, false);
            INFO(entry.path());
            CHECK(with == without);
        }
    }
}
