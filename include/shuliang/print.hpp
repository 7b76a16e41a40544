// print.hpp - `std::cout << q`: quantities and their parts on streams.
//
// A quantity prints its description (see text_of.hpp), everything else its canonical text; width and fill apply.
// A header of its own, because <ostream> is slow to include and most programs of this library print nothing.
#pragma once

#include <ostream>

#include "shuliang/text_of.hpp"

namespace shuliang::inline v0 {

template <std::size_t Capacity>
std::ostream& operator<<(std::ostream& out, const fixed_text<Capacity>& text) {
    return out << text.view();
}
inline std::ostream& operator<<(std::ostream& out, const quantity& q) { return out << text_of(q).view(); }
inline std::ostream& operator<<(std::ostream& out, const decimal& v) { return out << v.text().view(); }
inline std::ostream& operator<<(std::ostream& out, const rational& v) { return out << v.text().view(); }
inline std::ostream& operator<<(std::ostream& out, const calendar& v) { return out << v.text().view(); }
inline std::ostream& operator<<(std::ostream& out, unit u) { return out << u.code(); }
inline std::ostream& operator<<(std::ostream& out, kind k) { return out << name(k); }

}  // namespace shuliang::inline v0
