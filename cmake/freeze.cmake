# krait_freeze(TARGET OPTION_OR_NAME...): a library with the Python libraries of lib/ (all, or those
# named) as the table frozen_modules(). Options are those of tools/freeze.py.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(GLOB_RECURSE frozen_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/*.py)

function(krait_freeze target)
    set(table ${CMAKE_BINARY_DIR}/generated/${target}.cpp)
    set(options ${ARGN})
    list(FILTER options INCLUDE REGEX "^--")
    list(FILTER ARGN EXCLUDE REGEX "^--")
    add_custom_command(OUTPUT ${table}
        COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/freeze.py ${options}
            ${CMAKE_SOURCE_DIR}/lib ${table} ${ARGN}
        DEPENDS ${frozen_sources} ${CMAKE_SOURCE_DIR}/tools/freeze.py
        COMMENT "Freezing lib/ for ${target}")
    add_library(${target} STATIC ${table})
    target_link_libraries(${target} PUBLIC krait_core)
endfunction()
