#include <iostream>
#include <shuliang.hpp>

void second();

int main() {
    for (const shuliang::quantity& q : "采购3000个口罩" | shuliang::extract<>)
        std::cout << shuliang::text_of_value(q).view() << ' ' << q.unit().code() << '\n';
    second();
}
