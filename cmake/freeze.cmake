# krait_frozen: the Python libraries of lib/ as a table to link. A port that sets krait_frozen_names
# has only those.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(GLOB_RECURSE frozen_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/*.py)
set(frozen_table ${CMAKE_BINARY_DIR}/generated/frozen.cpp)
add_custom_command(OUTPUT ${frozen_table}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/freeze.py ${CMAKE_SOURCE_DIR}/lib
        ${frozen_table} ${krait_frozen_names}
    DEPENDS ${frozen_sources} ${CMAKE_SOURCE_DIR}/tools/freeze.py
    COMMENT "Freezing lib/")
add_library(krait_frozen STATIC ${frozen_table})
target_link_libraries(krait_frozen PUBLIC krait_core)
