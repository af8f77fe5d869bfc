// esp32.Partition: a part of the flash, as a block device and as what can be started.
#pragma once

#include "machine/parts.hpp"

namespace krait {

struct FlashPartition : Object {
    static const BuiltinType kType;
    u32 place;  // in hal::Flash::partitions()
    u32 block_bytes;
};

}  // namespace krait
