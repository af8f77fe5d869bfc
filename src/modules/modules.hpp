// The modules that there are. A port lists those it links in InterpConfig::modules; what it does
// not name is dropped by the linker.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern constinit const ModuleDef kCmathModule;
extern constinit const ModuleDef kMathModule;

}  // namespace krait
