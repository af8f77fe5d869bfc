# The host: everything, unit tests included.
target_link_options(krait_core INTERFACE -fuse-ld=bfd -Wl,--gc-sections
    -T${CMAKE_SOURCE_DIR}/ports/host/host.ld)

krait_layer(net hal core objects)
krait_layer(modules objects vm net hal)
krait_layer(machine objects vm net hal)
krait_layer(sim hal base)
include(src/sim/boards.cmake)

add_subdirectory(tests)
