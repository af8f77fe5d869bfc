// The Python libraries inside the program (made by tools/freeze.py from lib/).
#pragma once

#include "core/interp.hpp"

namespace krait {

std::span<const InterpConfig::FrozenModule> frozen_modules();

}  // namespace krait
