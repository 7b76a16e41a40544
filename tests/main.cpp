// The one main of all test programs. With Catch2 3 it comes from Catch2 itself.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
