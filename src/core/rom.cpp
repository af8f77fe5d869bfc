#include "core/rom.hpp"

namespace krait {

// Names are compared by address, so a table of fifty rows is searched in less time than one hash
// lookup takes; the lookup cache (attributes.hpp) stands before this anyway.
const Row* find_row(std::span<const Row> rows, const Str* name) {
    for (const Row& row : rows)
        if (row.name == name) return &row;
    return nullptr;
}

}  // namespace krait
