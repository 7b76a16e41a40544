// bridge/range_v3.hpp - extractions and records in the pipelines of range-v3.
//
//     #include <range/v3/all.hpp>           // or the headers of the views you use
//     #include <shuliang/bridge/range_v3.hpp>
//     auto amounts = text | sl::extract<> | ranges::views::filter(sl::is(sl::kind::money)) | ranges::to<std::vector>();
//
// Says to range-v3 what the standard library is told by the headers themselves: that the ranges of this library are
// views, and that their iterators outlive them. Std views go behind views of range-v3 and not before them: range-v3
// does not take a std view for a view. The only header that knows range-v3 (0.12).
#pragma once

#include <range/v3/range/concepts.hpp>

#include "shuliang/combine.hpp"
#include "shuliang/records.hpp"

namespace ranges {

template <>
inline constexpr bool enable_view<shuliang::extraction> = true;
template <>
inline constexpr bool enable_borrowed_range<shuliang::extraction> = true;
template <class Extractor>
inline constexpr bool enable_view<shuliang::found_by<Extractor>> = true;
template <class Extractor>
inline constexpr bool enable_borrowed_range<shuliang::found_by<Extractor>> = true;
template <class Schema>
inline constexpr bool enable_view<shuliang::records_of<Schema>> = true;
template <class Schema>
inline constexpr bool enable_borrowed_range<shuliang::records_of<Schema>> = true;

}  // namespace ranges
