// The address space that an interpreter's heap lives in: reserved at once, made usable as it grows.
#pragma once

#include "base/types.hpp"

namespace krait::host {

class HeapRegion {
  public:
    // Room for `bytes`, of which the first `usable` can be used now. Check data() for null.
    HeapRegion(usize bytes, usize usable);
    ~HeapRegion();
    HeapRegion(const HeapRegion&) = delete;

    void* data() const { return start_; }
    usize size() const { return size_; }
    // Makes more of any region usable; InterpConfig::commit.
    static bool commit(void* from, usize bytes);

  private:
    static constexpr usize kAlign = 64 * 1024;
    void* mapping_;
    usize mapped_;
    u8* start_ = nullptr;
    usize size_;
};

}  // namespace krait::host
