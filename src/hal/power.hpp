// Reset, sleep, clock frequency, identity.
//
// On a chip `reset` and `deep_sleep` do not return. On a board that lives in a process they note
// what is wanted, post EventKind::Reset and return; the caller unwinds to the port's main loop,
// which asks the board to restart. Callers must therefore treat a return as "stop now".
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

enum class ResetCause : u8 { PowerOn = 1, Hard = 2, Watchdog = 3, DeepSleep = 4, Soft = 5 };
enum class WakeReason : u8 { None = 0, Pin = 2, Timer = 4, Radio = 7 };

class Power {
  public:
    virtual ResetCause reset_cause() = 0;
    virtual WakeReason wake_reason() = 0;
    // A hard reset: all peripherals return to their power-on state.
    virtual void reset() = 0;
    // Tells the board that the interpreter starts anew without a reset of the chip: it stops what
    // scripts had started (interrupts, timers, I2S) and reset_cause() becomes Soft. Returns; the
    // port restarts.
    virtual void soft_reset() = 0;

    // CPU stops until the next interrupt; returns after at most a tick or so.
    virtual void idle() = 0;
    // Stops the clocks, keeps RAM. Returns at the deadline (ticks_us; kForever: none), or when a
    // wake source fires. Audio and radio do not run meanwhile.
    virtual WakeReason light_sleep(u64 deadline_us) = 0;
    // Loses RAM; boots after `duration_us` (kForever: only by a pin) with cause DeepSleep.
    virtual void deep_sleep(u64 duration_us) = 0;

    virtual u32 frequency_hz() = 0;
    // InvalidArgument when the chip has no such frequency.
    virtual IoResult set_frequency_hz(u32 hz) = 0;
    // Constant per device.
    virtual Bytes unique_id() = 0;

    // Masks interrupts and returns the former state for `restore_interrupts`; nests.
    virtual u32 mask_interrupts() = 0;
    virtual void restore_interrupts(u32 state) = 0;

  protected:
    ~Power() = default;
};

}  // namespace krait::hal
