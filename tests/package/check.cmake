# Installs the library and uses it in the three ways a user can: find_package, pkg-config, add_subdirectory.
# cmake -D BUILD=... -D SOURCE=... -D WORK=... -D GENERATOR=... -D COMPILER=... -P check.cmake
function(step)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        string(REPLACE ";" " " shown "${ARGN}")
        message(FATAL_ERROR "${shown}\n${output}")
    endif()
    set(step_output "${output}" PARENT_SCOPE)
endfunction()

# What the consumer prints, whichever way it was built.
function(expect program)
    step(${program})
    if(NOT step_output STREQUAL "3000 个\n3000 个\n")
        message(FATAL_ERROR "${program} printed: ${step_output}")
    endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
step(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
# An installed tree may be moved.
file(RENAME ${WORK}/first ${WORK}/installed)

set(consumer ${CMAKE_CURRENT_LIST_DIR})
foreach(way IN ITEMS find_package add_subdirectory)
    step(${CMAKE_COMMAND} -S ${consumer} -B ${WORK}/${way} -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
        -D WAY=${way} -D SHULIANG_SOURCE=${SOURCE} -D CMAKE_PREFIX_PATH=${WORK}/installed)
    step(${CMAKE_COMMAND} --build ${WORK}/${way})
    expect(${WORK}/${way}/consumer)
endforeach()
# What the library builds for itself stays out of the way of a project that includes it.
if(EXISTS ${WORK}/add_subdirectory/shuliang/examples)
    message(FATAL_ERROR "add_subdirectory builds the examples")
endif()

find_program(pkg_config NAMES pkg-config pkgconf REQUIRED)
set(ENV{PKG_CONFIG_PATH} ${WORK}/installed/share/pkgconfig)
step(${pkg_config} --cflags shuliang)
separate_arguments(flags UNIX_COMMAND "${step_output}")
step(${COMPILER} -std=c++20 ${flags} ${consumer}/main.cpp ${consumer}/second.cpp -o ${WORK}/by_pkg_config)
expect(${WORK}/by_pkg_config)

# The single header does alone what the others do together.
step(${COMPILER} -std=c++20 -I${WORK}/installed/share/shuliang/single
    ${consumer}/main.cpp ${consumer}/second.cpp -o ${WORK}/by_single_header)
expect(${WORK}/by_single_header)
