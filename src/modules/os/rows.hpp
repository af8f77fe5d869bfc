// The parts of the os module that have files of their own.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern constinit const std::span<const Row> kOsFileRows;

}  // namespace krait
