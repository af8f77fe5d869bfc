# Cortex-M3 under QEMU's mps2-an385: core, compiler, VM, objects and the modules that need no
# operating system. Scripts, console and files come by semihosting. Everything compiles for the
# chip; what the module list does not name is dropped by the linker.
krait_layer(net hal core objects)
krait_layer(modules objects vm net hal)
krait_layer(machine objects vm net hal)

set(mps2 ${CMAKE_SOURCE_DIR}/ports/mps2)
file(GLOB mps2_sources CONFIGURE_DEPENDS ${mps2}/*.cpp)
add_library(krait_mps2_board OBJECT ${mps2_sources})
target_link_libraries(krait_mps2_board PRIVATE krait_hal)
