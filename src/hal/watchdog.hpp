// The watchdog: resets the board unless it is fed in time. `Power::reset_cause` then says Watchdog.
//
// Most cannot be stopped once started, which is the point of them; `pause` is for debuggers, on
// hardware that offers it (the virtual board does).
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Watchdog {
  public:
    // Starts it, or changes its time and feeds it. InvalidArgument when the time is out of range.
    virtual IoResult start(u32 timeout_ms) = 0;
    virtual void feed() = 0;
    virtual bool is_running() = 0;
    // NotSupported where hardware cannot. A paused one counts on from where it stood.
    virtual IoResult pause(bool paused) = 0;

  protected:
    ~Watchdog() = default;
};

}  // namespace krait::hal
