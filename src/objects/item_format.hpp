// Items of buffers: the kinds of numbers that struct, array and memoryview keep in bytes, by the
// letters that Python gives them.
#pragma once

#include "core/interp.hpp"

namespace krait {

enum class ItemKind : u8 { None, Signed, Unsigned, Float, Bool, Char };

struct ItemType {
    ItemKind kind = ItemKind::None;  // None: no such letter
    u8 size = 0;
};

// The type behind a letter with this machine's sizes, and with those that are the same everywhere.
ItemType native_item(char letter);
ItemType standard_item(char letter);

// The item at `at`; `swapped`: its bytes are in the order that is not this machine's.
Value load_item(Interp&, ItemType type, const u8* at, bool swapped = false);

// What may be wrong with a value that is to be stored. Only Raised leaves an exception pending:
// messages are the caller's.
enum class StoreFault : u8 {
    None,
    Type,   // no number, or no bytes for a Char
    Range,  // an int that does not fit
    Large,  // a float that does not fit
    Raised,
};
[[nodiscard]] StoreFault store_item(Interp&, ItemType type, Value v, u8* at, bool swapped = false);

}  // namespace krait
