// pattern.hpp - a numeric phrase as a regular expression, the same one for every engine that takes one.
//
// It is what someone would write in earnest: a word or sign before, a number in digits or characters, 余 多 来 几, 万
// 亿, one of 130 measure words and units with their usual prefixes, a word after. It knows no look-alikes, no ranges,
// dates only as number + 年 月 日, and gives no values.
//
// It is kept just short of 500 instructions of RE2, which above that gives up its fast search for captures (BitState)
// and is four times slower; prefixes are factored out of the units for the same reason. Check ProgramSize() when
// changing it.
#pragma once

#include <string>

namespace bench::pattern {

inline constexpr const char* before = "(?:第|百分之|大?约|将?近|超过?|逾|不[足到]|至少|[-+¥$])?";

inline constexpr const char* number = "[0-9０-９][0-9０-９.,]*|[〇零一二三四五六七八九十百千万亿两半几数廿]+";

inline constexpr const char* inside = "[余多来几]?[万亿]?";

inline constexpr const char* unit =
    "[%％‰℃]|k?[mg]|[kM]W|[MG]B|个?百分点|个?工作日|分钟|公顷|"
    "(?:平方公?|立方|公|毫|厘|小|分|周|人|台|车|架|个|季|世|年|阶|美|欧|日|港|韩|海)?"
    "[个名人家例户项件辆台套张条次起处所座部篇份批间栋艘架头只株棵盏支本册枚块瓶箱袋桶位场期门类种宗笔对双组队村乡"
    "镇县市省区州国元角分毛米斤克吨升亩里度天日年月周岁时点秒号届轮版章代倍成折级层楼匹把封壶碗杯口根片颗粒顶扇幅卷"
    "页句段首声步回遍趟番顿道排行列堆群班股员者]";

inline constexpr const char* after = "(?:左右|上下|以[上下内]|余|多)?";

inline std::string plain() { return std::string{before} + "(?:" + number + ")" + inside + "(?:" + unit + ")" + after; }
inline std::string capturing() {
    return std::string{before} + "(" + number + ")(" + inside + ")(" + unit + ")" + after;
}

// The characters of which numbers consist: what the quickest filter would look for.
inline constexpr const char* numerals = "[0-9０-９〇零一二三四五六七八九十百千万亿两半几数廿]";

// Ten patterns, one for each kind of phrase, as they are found in programs that ask for them one after the other.
inline constexpr const char* by_kind[] = {
    "(?:[0-9０-９][0-9０-９.,]*|[零一二三四五六七八九十百千两几数]+)[余多]?[万亿]?(?:人民币|美|欧|日|港)?元",
    "(?:[0-9]+(?:\\.[0-9]+)?[%％‰]|百分之[零一二三四五六七八九十百点]+|[0-9.]+个百分点)",
    "[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日",
    "(?:[上下]午|晚上|凌晨)?[0-9]{1,2}(?:[:：][0-9]{2}|[时点](?:[0-9]{1,2}分|半)?)",
    "(?:[0-9]+|[一二三四五六七八九十两几数]+)[余多]?(?:个月|个小时|小时|分钟|天|年|周)",
    "第(?:[0-9]+|[一二三四五六七八九十百]+)[届轮批次期名章条款项]?",
    "[一二三四五六七八九十]+分之[一二三四五六七八九十]+|一半|半数",
    "(?:[0-9][0-9.,]*|[一二三四五六七八九十百千两]+)[余多]?[万亿]?(?:平方|立方)?(?:公里|千米|米|吨|公斤|千克|克|升|亩|"
    "公顷)",
    "(?:[0-9][0-9,]*|[一二三四五六七八九十百千两几数]+)[余多]?[万亿]?[个名人家例户项件辆台套张条次起处所座部]",
    "[0-9]+(?:\\.[0-9]+)?倍|[一二三四五六七八九十两]+倍|[一二三四五六七八九]折"};

}  // namespace bench::pattern
