// bridge/json.hpp - a quantity as JSON: the record of the contract, field for field and in its order.
//
// The only header that knows nlohmann/json. Numbers are strings, because they are exact and JSON's are not.
// `text` is copied as it stands in the input; where that is broken UTF-8, dump with error_handler_t::replace.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

// Fields that do not apply are absent: `value` for a range, `from` and `to` for a single value, all three for an
// identifier; `alt`, `per` and `per_value` where there is none. A value outside the number type has none of the
// three but says so: "error": "overflow".
inline nlohmann::ordered_json to_json(const quantity& q) {
    nlohmann::ordered_json out;
    out["begin"] = q.begin();
    out["end"] = q.end();
    out["text"] = std::string(q.text());
    out["kind"] = std::string(name(q.kind()));

    const auto put = [&out](const char* field, std::string_view text) {
        if (!text.empty()) out[field] = std::string(text);
    };
    put("value", text_of_value(q).view());
    put("from", text_of_from(q).view());
    put("to", text_of_to(q).view());
    if (q.overflowed()) out["error"] = "overflow";

    auto& flags = out["approx"] = nlohmann::ordered_json::array();
    unsigned bit = 1;
    for (const std::string_view flag : approx_names) {
        if (q.is(static_cast<approx>(bit))) flags.push_back(std::string(flag));
        bit <<= 1;
    }
    out["unit"] = std::string(q.unit().code());
    for (int i = 0; i < 2; ++i)
        if (!q.alternative(i).empty()) out["alt"].push_back(std::string(q.alternative(i).code()));
    if (!q.per().empty()) {
        put("per", q.per().code());
        if (q.per_value() != decimal{1}) put("per_value", q.per_value().text().view());
    }
    return out;
}

// What makes `nlohmann::json j = q;` work. Plain nlohmann::json sorts the fields by name.
template <class Json>
requires nlohmann::detail::is_basic_json<Json>::value void to_json(Json& out, const quantity& q) {
    out = Json(to_json(q));
}

}  // namespace shuliang::inline v0
