# The host: everything, unit tests included.
target_link_options(krait_core INTERFACE -fuse-ld=bfd -Wl,--gc-sections
    -T${CMAKE_SOURCE_DIR}/ports/host/host.ld)

krait_layer(net hal core objects)
target_link_libraries(krait_net PUBLIC mbedtls)
add_library(krait_tls_port STATIC ports/host/tls/tls_port.cpp)
target_include_directories(krait_tls_port SYSTEM PRIVATE
    $<TARGET_PROPERTY:mbedtls,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(krait_tls_port PRIVATE
    $<TARGET_PROPERTY:mbedtls,INTERFACE_COMPILE_DEFINITIONS>)
target_link_libraries(mbedtls PUBLIC krait_tls_port)
krait_layer(modules objects vm net hal)
target_link_libraries(krait_modules PUBLIC littlefs oofatfs)
krait_layer(machine objects vm net hal)
krait_layer(repl modules)
if(CMAKE_SYSTEM_PROCESSOR STREQUAL x86_64)
    krait_layer(native vm compiler)
    # Objects have bases, but no virtual ones: GCC and clang know where their members are.
    target_compile_options(krait_native PRIVATE -Wno-invalid-offsetof)
endif()
krait_layer(sim hal base)
include(src/sim/boards.cmake)
include(cmake/freeze.cmake)
krait_freeze(krait_frozen)

set(host ${CMAKE_SOURCE_DIR}/ports/host)
add_library(krait_ffi STATIC ${host}/ffi/convert.cpp ${host}/ffi/module.cpp)
target_link_libraries(krait_ffi PUBLIC krait_objects ffi ${CMAKE_DL_LIBS})
file(GLOB host_sources CONFIGURE_DEPENDS ${host}/*.cpp)
set(unicode_names ${CMAKE_BINARY_DIR}/generated/unicode_names.inc)
add_custom_command(OUTPUT ${unicode_names}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/make_unicode_names.py ${unicode_names}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/make_unicode_names.py
    COMMENT "Listing the names of characters")
add_executable(krait ${host_sources} ${unicode_names})
target_include_directories(krait PRIVATE ${CMAKE_BINARY_DIR})
target_link_libraries(krait PRIVATE krait_repl krait_modules krait_machine krait_net krait_compiler krait_sim
    $<TARGET_NAME_IF_EXISTS:krait_native>
    krait_frozen krait_ffi)
target_link_options(krait PRIVATE -Wl,-Map=${CMAKE_BINARY_DIR}/krait.map)
if(CMAKE_BUILD_TYPE STREQUAL RelWithDebInfo AND NOT KRAIT_SANITIZE AND NOT KRAIT_SANITIZE_THREADS)
    # The dynamic linker takes most of a short program's time, and C++'s library most of that.
    target_link_options(krait PRIVATE -static-libstdc++ -static-libgcc)
    add_test(NAME host_size COMMAND ${CMAKE_SOURCE_DIR}/tools/firmware_size.py
        $<TARGET_FILE:krait> --check)
endif()

if(KRAIT_FUZZ)
    add_subdirectory(tests/fuzz)
else()
    add_subdirectory(tests)
endif()
