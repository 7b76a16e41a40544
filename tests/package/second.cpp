// A second translation unit: whatever a header defines must be inline.
#include <iostream>
#include <shuliang.hpp>

void second() {
    for (const shuliang::quantity& q : "采购三千個口罩" | shuliang::extract<shuliang::count>)
        std::cout << shuliang::text_of_value(q).view() << ' ' << q.unit().code() << '\n';
}
