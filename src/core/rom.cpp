#include "core/rom.hpp"

namespace krait {

// Names are compared by address, so a table of fifty rows is searched in less time than one hash
// lookup takes; the lookup cache (attributes.hpp) stands before this anyway.
const Row* find_row(std::span<const Row> rows, const Str* name) {
    for (const Row& row : rows)
        if (row.name == name) return &row;
    return nullptr;
}

const Row* find_row(const ModuleDef& def, const Str* name) {
    if (const Row* row = find_row(def.rows, name)) return row;
    for (const std::span<const Row>* part : def.parts)
        if (const Row* row = find_row(*part, name)) return row;
    return nullptr;
}

usize ModuleDef::row_count() const {
    usize n = rows.size();
    for (const std::span<const Row>* part : parts) n += part->size();
    return n;
}

}  // namespace krait
