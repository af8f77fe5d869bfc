// I2C buses, this chip being the controller.
//
// Porting: `transfer` is a start with the address, the bytes, and a stop; when both directions are
// asked for, a repeated start with the address again between them. It waits until that is done,
// which at 400 kHz takes 25 us a byte. A bus without pull-ups or with a stuck wire is TimedOut.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

struct I2cConfig {
    i16 scl = -1, sda = -1;  // -1: the bus's own pins
    u32 frequency_hz = 400'000;
};

class I2c {
  public:
    // Buses of the chip. Number count() is the one that software makes of any two pins.
    virtual u8 count() const = 0;
    // Starts or restarts the bus. InvalidArgument: not with these pins or frequency.
    virtual IoResult open(u8 bus, const I2cConfig& config) = 0;
    virtual void close(u8 bus) = 0;
    // Writes `out`, then reads `into`; either may be empty, both asks whether the device is there.
    // The bytes of `out` that the device took; NoDevice when none answers to the address.
    // `stops`: whether the bus is free afterwards.
    virtual IoResult transfer(u8 bus, u8 address, Bytes out, MutableBytes into, bool stops) = 0;

  protected:
    ~I2c() = default;
};

}  // namespace krait::hal
