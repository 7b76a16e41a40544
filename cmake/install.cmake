# Installs the headers, `find_package(shuliang)` and `pkg-config shuliang`. Nothing installed depends on the machine.
include(CMakePackageConfigHelpers)

set(shuliang_package_dir ${CMAKE_INSTALL_DATADIR}/cmake/shuliang)

install(TARGETS shuliang EXPORT shuliang-targets FILE_SET HEADERS FILE_SET tables FILE_SET bridges)
install(EXPORT shuliang-targets NAMESPACE shuliang:: DESTINATION ${shuliang_package_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/shuliang-config.cmake.in
    ${PROJECT_BINARY_DIR}/shuliang-config.cmake INSTALL_DESTINATION ${shuliang_package_dir})
# Before 1.0 a minor version may break what stood before it.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/shuliang-config-version.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/shuliang-config.cmake ${PROJECT_BINARY_DIR}/shuliang-config-version.cmake
    DESTINATION ${shuliang_package_dir})

# The prefix is found from the place of the file, so that the installed tree can be moved.
file(RELATIVE_PATH shuliang_pc_prefix
    ${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" shuliang_pc_prefix "${shuliang_pc_prefix}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/shuliang.pc.in ${PROJECT_BINARY_DIR}/shuliang.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/shuliang.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)

# The whole library as one header, for those who copy files. Not in include/, where it would stand in the way.
find_package(Python3 QUIET COMPONENTS Interpreter)
if(Python3_Interpreter_FOUND)
    set(shuliang_single ${PROJECT_BINARY_DIR}/single/shuliang.hpp)
    add_custom_command(OUTPUT ${shuliang_single}
        COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/amalgamate.py ${shuliang_single}
        DEPENDS ${PROJECT_SOURCE_DIR}/tools/amalgamate.py ${shuliang_headers} ${shuliang_tables}
        COMMENT "Writing the library as one header" VERBATIM)
    add_custom_target(shuliang_single_header ALL DEPENDS ${shuliang_single})
    install(FILES ${shuliang_single} DESTINATION ${CMAKE_INSTALL_DATADIR}/shuliang/single)
endif()
