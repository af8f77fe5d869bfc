// Memory for machine code that is made while the program runs.
//
// Memory is writable or executable, never both. A board that has none of this (or whose memory is
// always both) says so by its absence, and code is interpreted.
#pragma once

#include "base/types.hpp"

namespace krait::hal {

class CodeMemory {
  public:
    // What sizes and addresses are multiples of.
    virtual usize page_size() const = 0;
    // Writable memory of a multiple of page_size() bytes; null: there is none.
    virtual u8* acquire(usize bytes) = 0;
    // Makes whole pages executable and no longer writable, or the other way round.
    virtual bool set_executable(u8* pages, usize bytes, bool executable) = 0;
    // Gives back what one acquire() gave.
    virtual void release(u8* pages, usize bytes) = 0;

  protected:
    ~CodeMemory() = default;
};

}  // namespace krait::hal
