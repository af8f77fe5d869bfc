// The rows of builtins, by file.
#pragma once

#include "core/interp.hpp"

namespace krait {

extern const std::span<const Row> kObjectBuiltins;  // builtins_objects.cpp
extern const std::span<const Row> kTextBuiltins;    // builtins_text.cpp
extern const std::span<const Row> kHelpBuiltins;    // builtins_help.cpp
extern const std::span<const Row> kOpenBuiltins;    // io/module.cpp

}  // namespace krait
