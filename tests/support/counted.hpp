// What holds of counted nouns, whatever the text is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "shuliang/counted.hpp"
#include "support/text.hpp"

namespace support {

// What is counted by `q`, asked with no more of the text than the contract says is looked at.
inline shuliang::counted_noun counted_among(const shuliang::quantity& q, std::string_view text) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    auto from = q.begin() > 64 ? q.begin() - 64 : 0;
    auto to = q.end() + 64 < text.size() ? q.end() + 64 : text.size();
    while (!shuliang::on_border(begin, end, begin + from)) --from;
    while (!shuliang::on_border(begin, end, begin + to)) ++to;
    const exact_copy around(text.substr(from, to - from));
    const std::string_view phrase = around.view().substr(q.begin() - from, q.end() - q.begin());
    const auto found = shuliang::counted(shuliang::quantity{q.raw(), q.raw_details(), phrase}, around.view());
    return {found.begin(), found ? text.substr(found.begin(), found.text().size()) : std::string_view{}};
}

// Empty when everything that is counted in `text` lies in it on borders of characters, outside its phrase, is no longer
// and no further away than the contract says, and is the same when the text ends 64 bytes away.
inline std::string broken_count(std::string_view text) {
    std::string problem;
    const char* begin = text.data();
    const char* end = begin + text.size();
    shuliang::extract_into(text, [&](const shuliang::quantity& q) {
        const auto found = shuliang::counted(q, text);
        if (!(counted_among(q, text) == found)) problem = "counted is not the same among 64 bytes of its surroundings";
        if (!found) return;
        if (found.end() > text.size() || found.text().data() != begin + found.begin())
            problem = "counted is outside the text";
        else if (!(found.end() <= q.begin() || found.begin() >= q.end()))
            problem = "counted overlaps its phrase";
        else if (!shuliang::on_border(begin, end, begin + found.begin()) ||
                 !shuliang::on_border(begin, end, begin + found.end()))
            problem = "counted begins or ends inside a character";
        else if (found.text().size() > 48 || found.begin() + 60 < q.begin() || found.end() > q.end() + 60)
            problem = "counted is too long or too far away";
        if (!problem.empty() && problem.find('\n') == std::string::npos)
            problem += ": " + std::string{q.text()} + ", " + std::string{found.text()} + "\n";
    });
    return problem;
}

}  // namespace support
