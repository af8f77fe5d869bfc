// The types of the filesystems, for the module's table of names and for mount().
#pragma once

#include "modules/vfs/driver.hpp"

namespace krait {

extern const BuiltinType kVfsFatType, kVfsLfs1Type, kVfsLfs2Type, kVfsRomType;

}  // namespace krait
