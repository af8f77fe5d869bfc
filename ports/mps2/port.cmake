# Cortex-M3 under QEMU's mps2-an385: core, compiler, VM, objects and the modules that need no
# operating system. Scripts, console and files come by semihosting. Everything compiles for the
# chip; what the module list does not name is dropped by the linker.
krait_layer(net hal core objects)
target_link_libraries(krait_net PUBLIC mbedtls)
krait_layer(modules objects vm net hal)
target_link_libraries(krait_modules PUBLIC littlefs oofatfs)
krait_layer(machine objects vm net hal)
krait_layer(repl modules)
set(krait_frozen_names asyncio heapq os umqtt)
include(cmake/freeze.cmake)

set(mps2 ${CMAKE_SOURCE_DIR}/ports/mps2)
file(GLOB mps2_sources CONFIGURE_DEPENDS ${mps2}/*.cpp)
add_executable(krait ${mps2_sources})
set_target_properties(krait PROPERTIES SUFFIX .elf LINK_DEPENDS
    "${mps2}/mps2.ld;${CMAKE_SOURCE_DIR}/src/core/symbols.ld")
target_link_libraries(krait PRIVATE krait_repl krait_modules krait_machine krait_compiler krait_frozen)
target_link_options(krait PRIVATE -T${mps2}/mps2.ld -L${CMAKE_SOURCE_DIR}/src/core
    -Wl,-Map=${CMAKE_BINARY_DIR}/krait.map)

# The behaviour tests of the layers that run here, on the chip; ports/mps2/skip.txt names the ones
# that cannot.
foreach(layer objects compiler vm modules)
    add_test(NAME mps2_${layer} COMMAND ${CMAKE_SOURCE_DIR}/tests/run.py --wrapper mps2 --jobs 1
        --timeout-scale 3 --firmware $<TARGET_FILE:krait> ${CMAKE_SOURCE_DIR}/tests/${layer})
endforeach()
add_test(NAME mps2_size COMMAND ${CMAKE_SOURCE_DIR}/tools/firmware_size.py $<TARGET_FILE:krait> --check)
