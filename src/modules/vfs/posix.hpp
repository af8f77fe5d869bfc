// VfsPosix: the board's storage, or a folder of it, as a filesystem object.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct VfsPosix : Object {
    static const BuiltinType kType;
    Str* root;  // without a slash at the end; empty: the storage itself
    bool readonly;
};

// The object that stands for the whole storage at "/".
Result<VfsPosix*> new_board_filesystem(Interp&);
// Whether it is one that shows the storage as it is: its paths need no translation.
bool is_board_storage(Value filesystem);

}  // namespace krait
