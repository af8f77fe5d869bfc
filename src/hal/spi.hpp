// SPI buses, this chip being the controller. Chip selects are pins like others, the script's
// matter.
//
// Porting: `transfer` waits until the last bit is through. Long ones go by DMA.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

struct SpiConfig {
    i16 sck = -1, mosi = -1, miso = -1;  // -1: the bus's own pins, or none
    u32 rate_hz = 1'000'000;
    u8 polarity = 0, phase = 0;
    bool lsb_first = false;
};

class Spi {
  public:
    // Buses that scripts may use are first() to last(). Number last() + 1 is the one that software
    // makes of any pins.
    virtual u8 first() const = 0;
    virtual u8 last() const = 0;
    // Starts or restarts the bus: the rate in Hz that it really has, at most the one asked for.
    // InvalidArgument: not with these pins or this rate.
    virtual IoResult open(u8 bus, const SpiConfig& config) = 0;
    virtual void close(u8 bus) = 0;
    // Sends and receives as many bytes as the longer of the two has; what is missing of `out` is
    // sent as `fill`, what is missing of `into` is dropped. They may be the same memory.
    virtual IoResult transfer(u8 bus, Bytes out, MutableBytes into, u8 fill) = 0;

  protected:
    ~Spi() = default;
};

}  // namespace krait::hal
