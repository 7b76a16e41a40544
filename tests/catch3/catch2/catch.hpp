// Lets the tests include Catch2 3 by the name that Catch2 2 has for it. Only on the include path with Catch2 3.
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
