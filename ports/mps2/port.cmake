# Cortex-M3 under QEMU's mps2-an385: core, compiler, VM, objects and the modules that need no
# operating system. Scripts, console and files come by semihosting. Everything compiles for the
# chip; what the module list does not name is dropped by the linker.
krait_layer(net hal core objects)
target_link_libraries(krait_net PUBLIC mbedtls)
krait_layer(modules objects vm net hal)
target_link_libraries(krait_modules PUBLIC littlefs oofatfs)
krait_layer(machine objects vm net hal)
krait_layer(repl modules)
include(cmake/freeze.cmake)

# Each profile is a firmware: its modules in modules.hpp, its frozen libraries here.
set(mps2 ${CMAKE_SOURCE_DIR}/ports/mps2)
file(GLOB mps2_sources CONFIGURE_DEPENDS ${mps2}/*.cpp)
add_library(mps2_common OBJECT ${mps2_sources})
target_link_libraries(mps2_common PUBLIC krait_repl krait_modules krait_machine krait_compiler)

function(mps2_firmware target profile)
    krait_freeze(krait_frozen_${profile} --pack ${ARGN})
    add_executable(${target} ${mps2}/profiles/${profile}.cpp)
    set_target_properties(${target} PROPERTIES SUFFIX .elf LINK_DEPENDS
        "${mps2}/mps2.ld;${CMAKE_SOURCE_DIR}/src/core/symbols.ld")
    target_link_libraries(${target} PRIVATE mps2_common krait_frozen_${profile})
    target_link_options(${target} PRIVATE -T${mps2}/mps2.ld -L${CMAKE_SOURCE_DIR}/src/core
        -Wl,-Map=${CMAKE_BINARY_DIR}/${target}.map)
    add_test(NAME mps2_size_${profile} COMMAND ${CMAKE_SOURCE_DIR}/tools/firmware_size.py
        $<TARGET_FILE:${target}> --check)
endfunction()

mps2_firmware(krait full)
mps2_firmware(krait-standard standard asyncio)
mps2_firmware(krait-tiny tiny NONE)

# The behaviour tests of the layers that run here, on the chip; ports/mps2/skip.txt names the ones
# that cannot. The smaller profiles run those of what they have.
function(mps2_tests target name)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/tests/)
    add_test(NAME mps2_${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/run.py --wrapper mps2 --jobs 1
        --timeout-scale 3 --firmware $<TARGET_FILE:${target}> ${ARGN})
endfunction()

foreach(layer objects compiler vm modules)
    mps2_tests(krait ${layer} ${layer})
endforeach()
mps2_tests(krait-standard standard modules/array modules/collections modules/framebuf modules/hashlib
    modules/json modules/random modules/re modules/select modules/struct modules/uctypes)
mps2_tests(krait-tiny tiny objects/dict objects/list vm/classes vm/generators)
add_test(NAME mps2_repl COMMAND ${CMAKE_SOURCE_DIR}/tests/repl_test.py
    --firmware $<TARGET_FILE:krait>)
