// Machine code on the host: pages that are writable or executable, never both.
#pragma once

#include "hal/code_memory.hpp"

namespace krait::sim {

class HostCodeMemory final : public hal::CodeMemory {
  public:
    usize page_size() const override;
    u8* acquire(usize bytes) override;
    bool set_executable(u8* pages, usize bytes, bool executable) override;
    void release(u8* pages, usize bytes) override;
};

}  // namespace krait::sim
