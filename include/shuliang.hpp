// shuliang.hpp - numeric phrases of Chinese text as typed quantities. Standard library only.
//
//     #include <shuliang.hpp>
//     namespace sl = shuliang;
//
//     for (const sl::quantity& q : text | sl::extract<>)
//         use(q.kind(), q.value(), q.unit(), q.approx(), q.text());
//
// See docs/ for a page on each header, and the header itself for its contract.
#pragma once

#include "shuliang/as.hpp"
#include "shuliang/combine.hpp"
#include "shuliang/compare.hpp"
#include "shuliang/extract.hpp"
#include "shuliang/stream.hpp"
#include "shuliang/text_of.hpp"
