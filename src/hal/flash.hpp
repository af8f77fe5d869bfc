// The raw flash and how it is divided.
//
// Flash is erased in sectors, to ones, and written to zeros: writing over what was written leaves
// the bits that are one in both. Porting: the chip's flash driver, and its table of partitions.
#pragma once

#include <span>
#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

enum class PartitionType : u8 { App = 0, Data = 1 };

struct Partition {
    PartitionType type;
    u8 subtype;  // as the maker of the chip counts them
    u32 address;
    u32 size;  // a multiple of the sector's
    std::string_view label;
    bool is_encrypted = false;
};

class Flash {
  public:
    virtual u32 sector_bytes() const = 0;
    virtual std::span<const Partition> partitions() const = 0;

    // Requires: within the flash; erased are whole sectors.
    virtual IoResult read(u32 address, MutableBytes into) = 0;
    virtual IoResult write(u32 address, Bytes data) = 0;
    virtual IoResult erase(u32 address, u32 size) = 0;

    // Places in partitions(): what runs, and what the next start runs.
    virtual u32 running() const = 0;
    virtual u32 boot() const = 0;
    virtual IoResult set_boot(u32 partition) = 0;

  protected:
    ~Flash() = default;
};

}  // namespace krait::hal
