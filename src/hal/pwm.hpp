// Outputs that are on for a part of each period.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Pwm {
  public:
    // Starts the output, or changes what it does. `duty`: 0 to 65535 of the period.
    // InvalidArgument: not at this pin or frequency; NoDevice: all channels are in use.
    virtual IoResult set(u16 pin, u32 frequency_hz, u16 duty) = 0;
    // The channel is free again; the pin is an output that is low.
    virtual void stop(u16 pin) = 0;

  protected:
    ~Pwm() = default;
};

}  // namespace krait::hal
