// The parts of the os module that have files of their own.
#pragma once

#include "core/interp.hpp"
#include "core/rom.hpp"
#include "hal/storage.hpp"

namespace krait {

extern constinit const std::span<const Row> kOsFileRows;

// A stat_result: of what the storage says, or of a path, as os.stat() gives it.
Value stat_result(Interp&, const hal::FileStat&);
Value stat_path(Interp&, Value path);

}  // namespace krait
