// The text of a frozen module. Firmware keeps it deflated, without comments and docstrings
// (tools/freeze.py): a quarter of the flash, for half a millisecond a kilobyte at the import.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The text; it lies in `memory`, if that is not null then, else in the program.
Result<Done> frozen_text(Interp&, const InterpConfig::FrozenModule&, std::string_view& out,
                         ByteArray*& memory);

}  // namespace krait
