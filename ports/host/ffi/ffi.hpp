// The module ffi: calling functions of C libraries, and being called by them. Unsafe by its nature:
// what a program says of a function is believed.
#pragma once

#include "core/rom.hpp"

namespace krait::host {

extern constinit const ModuleDef kFfiModule;

}  // namespace krait::host
