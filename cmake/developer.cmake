# Options and flags for work on the library. Not read when another project includes it.
option(SHULIANG_TESTS "Build the tests" OFF)
option(SHULIANG_BENCHMARKS "Build the benchmarks" OFF)
option(SHULIANG_EXAMPLES "Build the examples, among them the extract tool" ON)
option(SHULIANG_FUZZ "Build the fuzz harness (clang)" OFF)
option(SHULIANG_WERROR "Treat warnings as errors" ON)
set(SHULIANG_SANITIZE "" CACHE STRING "Sanitizers for everything built here, e.g. address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Type of build" FORCE)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# What every program built here is compiled with; never installed.
add_library(shuliang_developer INTERFACE)
target_link_libraries(shuliang_developer INTERFACE shuliang::shuliang)
target_compile_options(shuliang_developer INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${SHULIANG_WERROR}>:-Werror>)
if(SHULIANG_SANITIZE)
    set(shuliang_sanitize_flags -fsanitize=${SHULIANG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(shuliang_developer INTERFACE ${shuliang_sanitize_flags})
    target_link_options(shuliang_developer INTERFACE ${shuliang_sanitize_flags})
    # g++ sees uninitialised memory where there is none once the sanitizers have rewritten the code.
    target_compile_options(shuliang_developer INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

if(SHULIANG_EXAMPLES)
    add_subdirectory(examples)
endif()
if(SHULIANG_TESTS)
    enable_testing()
    # Every header of the library is compiled alone, as part of the build.
    set_target_properties(shuliang PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    add_custom_target(shuliang_headers ALL)
    add_dependencies(shuliang_headers shuliang_verify_interface_header_sets)
    add_subdirectory(tests)
endif()
if(SHULIANG_BENCHMARKS AND EXISTS ${PROJECT_SOURCE_DIR}/benchmarks/CMakeLists.txt)
    add_subdirectory(benchmarks)
endif()
if(SHULIANG_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
        message(FATAL_ERROR "SHULIANG_FUZZ needs clang (libFuzzer); the compiler is ${CMAKE_CXX_COMPILER_ID}")
    endif()
    # Coverage counters for what is fuzzed; the harness itself links -fsanitize=fuzzer.
    target_compile_options(shuliang_developer INTERFACE -fsanitize=fuzzer-no-link)
    if(EXISTS ${PROJECT_SOURCE_DIR}/tests/fuzz/CMakeLists.txt)
        add_subdirectory(tests/fuzz)
    endif()
endif()
