// The 1-Wire bus: any pin, an open drain with a pull-up, and time slots of about 60 microseconds.
//
// Porting: each call drives the pin low for as long as the slot wants and samples it, with
// interrupts off for as long as a slot lasts.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class OneWire {
  public:
    // 1: a device has answered; 0: there is none.
    virtual IoResult reset(u16 pin) = 0;
    virtual bool read_bit(u16 pin) = 0;
    virtual void write_bit(u16 pin, bool bit) = 0;

  protected:
    ~OneWire() = default;
};

}  // namespace krait::hal
