// Timers that post an event once or periodically.
//
// Units 0 .. hardware_count()-1 are the chip's own (`Timer(0)`); those above are software timers on
// one shared alarm (`Timer(-1)` takes a free one). Both behave alike: period n is posted at start +
// n * period, without drift, however late the interpreter serves it.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Timers {
  public:
    virtual u8 hardware_count() const = 0;
    // All units, software ones included.
    virtual u8 count() const = 0;
    // Starts or restarts the unit. Requires: unit < count(). InvalidArgument when the period cannot
    // be had.
    virtual IoResult start(u8 unit, u64 period_us, bool is_periodic, bool is_hard) = 0;
    virtual void stop(u8 unit) = 0;
    virtual bool is_running(u8 unit) = 0;
    // Microseconds since the running period began; 0 when stopped.
    virtual u64 elapsed_us(u8 unit) = 0;

  protected:
    ~Timers() = default;
};

}  // namespace krait::hal
