// bridge/fmt.hpp - quantities in {fmt}: fmt::format("{:t} is {:v} {:u}", q, q, q).
//
// What a replacement field may ask for stands after the colon, first: `t` the phrase as it stands in the text, `v` its
// value (`from..to` for a range), `u` the code of its unit, `k` its kind, nothing for its description (text_of.hpp).
// After that come fill, alignment and width as for any text. Units, decimals, rationals and calendar values format as
// their canonical texts. A wrong letter is an error while compiling.
//
// The only header that knows {fmt}. fmt 9 and newer.
#pragma once

#include <fmt/format.h>

#include "shuliang/text_of.hpp"

namespace shuliang::inline v0::detail {

// {fmt}'s own way with texts, for what can be turned into one.
struct fmt_text : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto put(std::string_view text, Context& context) const {
        return fmt::formatter<fmt::string_view>::format(fmt::string_view{text.data(), text.size()}, context);
    }
};

}  // namespace shuliang::inline v0::detail

template <>
struct fmt::formatter<shuliang::quantity> : shuliang::detail::fmt_text {
    template <class Context>
    constexpr auto parse(Context& context) {
        const auto at = context.begin();
        if (at != context.end() && (*at == 't' || *at == 'v' || *at == 'u' || *at == 'k')) {
            part_ = *at;
            context.advance_to(at + 1);
        }
        return fmt_text::parse(context);
    }

    template <class Context>
    auto format(const shuliang::quantity& q, Context& context) const {
        switch (part_) {
            case 't':
                return put(q.text(), context);
            case 'u':
                return put(q.unit().code(), context);
            case 'k':
                return put(shuliang::name(q.kind()), context);
            case 'v': {
                shuliang::quantity_text out;
                out.push(shuliang::text_of_value(q).view());
                out.push(shuliang::text_of_from(q).view());
                if (const auto to = shuliang::text_of_to(q); !to.view().empty()) {
                    out.push("..");
                    out.push(to.view());
                }
                return put(out.view(), context);
            }
            default:
                return put(shuliang::text_of(q).view(), context);
        }
    }

private:
    char part_ = '\0';
};

template <>
struct fmt::formatter<shuliang::unit> : shuliang::detail::fmt_text {
    template <class Context>
    auto format(shuliang::unit u, Context& context) const {
        return put(u.code(), context);
    }
};

template <>
struct fmt::formatter<shuliang::decimal> : shuliang::detail::fmt_text {
    template <class Context>
    auto format(const shuliang::decimal& v, Context& context) const {
        return put(v.text().view(), context);
    }
};

template <>
struct fmt::formatter<shuliang::rational> : shuliang::detail::fmt_text {
    template <class Context>
    auto format(const shuliang::rational& v, Context& context) const {
        return put(v.text().view(), context);
    }
};

template <>
struct fmt::formatter<shuliang::calendar> : shuliang::detail::fmt_text {
    template <class Context>
    auto format(const shuliang::calendar& v, Context& context) const {
        return put(v.text().view(), context);
    }
};
