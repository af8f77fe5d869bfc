// The two clocks of a board.
//
// Porting: `ticks_us` is a free-running hardware counter widened to 64 bits (keep the high word in
// the counter's overflow interrupt, read high-low-high). It starts near zero at each boot, never
// steps back, and setting the wall clock does not touch it. `epoch_ns` may be that counter plus an
// offset, or a battery-backed RTC.
#pragma once

#include "base/types.hpp"

namespace krait::hal {

class Clock {
  public:
    // Microseconds since this boot. Callable from an interrupt.
    virtual u64 ticks_us() = 0;
    // The finest counter the chip has, for `time.ticks_cpu`; any unit, wraps.
    virtual u32 ticks_cpu() = 0;
    // Wall clock: nanoseconds since 1970-01-01 00:00 UTC.
    virtual i64 epoch_ns() = 0;
    virtual void set_epoch_ns(i64 now) = 0;
    // False until someone has set the wall clock since power was applied. Certificate checks use it
    // to say "the clock is not set" instead of "the certificate is not yet valid".
    virtual bool is_set() = 0;

  protected:
    ~Clock() = default;
};

}  // namespace krait::hal
