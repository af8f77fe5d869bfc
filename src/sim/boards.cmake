# Collects src/sim/boards/*.hpp into one table, so that adding a board is adding its file.
file(GLOB board_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/boards/*.hpp)
list(SORT board_files)
set(board_includes "")
set(board_rows "")
foreach(path ${board_files})
    get_filename_component(name ${path} NAME_WE)
    string(APPEND board_includes "#include \"sim/boards/${name}.hpp\"\n")
    string(APPEND board_rows "    &boards::${name}::kChip,\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/sim_boards.cpp @ONLY CONTENT
"@board_includes@
namespace krait::sim {
namespace {
constexpr const Chip* kChips[] = {
@board_rows@};
}
std::span<const Chip* const> all_chips() { return kChips; }
}  // namespace krait::sim
")
target_sources(krait_sim PRIVATE ${CMAKE_BINARY_DIR}/generated/sim_boards.cpp)
find_package(Threads REQUIRED)
target_link_libraries(krait_sim PUBLIC Threads::Threads ${CMAKE_DL_LIBS})
