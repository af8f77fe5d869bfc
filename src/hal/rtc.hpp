// What stays powered when the rest of the chip sleeps: a little memory and an alarm. (The date is
// Clock's.)
//
// The memory survives soft reset, reset, watchdog and deep sleep, not a loss of power.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Rtc {
  public:
    virtual usize memory_capacity() const = 0;
    // The bytes last stored; valid until the next store.
    virtual Bytes memory() = 0;
    // NoSpace when they do not fit.
    virtual IoResult set_memory(Bytes content) = 0;

    // Memory that survives in the same way and is read and written in place; may be empty.
    virtual MutableBytes backup() { return {}; }

    // Posts EventKind::Rtc at that tick of Clock::ticks_us; then each `period_us` if that is not 0.
    virtual IoResult set_alarm(u64 at_us, u64 period_us) = 0;
    virtual void cancel_alarm() = 0;
    // Microseconds to go; 0 when none is set.
    virtual u64 alarm_left_us() = 0;

  protected:
    ~Rtc() = default;
};

}  // namespace krait::hal
