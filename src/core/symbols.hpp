// Names: finding the one Str with a given text.
//
// Names that C++ code mentions are records in read-only memory (str.hpp), which the linker sorts
// (symbols.ld): they are found by binary search, allocate nothing and live forever. All other names
// are strings of the heap in the interpreter's SymbolTable. That table keeps nothing alive: when
// the collector has marked, it drops the strings that nobody holds. Until then a dead name that is
// asked for again is simply used again.
#pragma once

#include "core/collections.hpp"

namespace krait {

// The record with that text, or null. Requires: hash is hash_text(text).
const Str* find_rom_symbol(std::string_view text, u32 hash);

// Open addressing with linear probing; the places hold Str addresses, empty or dropped.
struct SymbolTable : Object {
    static const BuiltinType kType;
    ByteArray* places;  // Str* each; null while empty
    u32 capacity;       // a power of two, or 0
    u32 live, dropped;  // strings; places that held one

    // The string with that text, or null.
    Str* find(std::string_view text, u32 hash) const;
    // Forgets the strings that the collector is about to free. Between marking and sweeping only.
    void drop_dead(const Heap&);

  private:
    friend Result<Str*> intern(Interp&, Str*);
    Status reserve(Interp&);
    void insert(Str*);
    Str** begin() const { return places ? reinterpret_cast<Str**>(places->data) : nullptr; }
};

Result<SymbolTable*> new_symbol_table(Interp&);

}  // namespace krait
