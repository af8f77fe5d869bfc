// Analogue inputs.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Adc {
  public:
    // Attenuations are numbered from 0; each has its full scale.
    virtual u8 attenuations() const = 0;
    // Makes the pin an analogue input. InvalidArgument when it cannot be one.
    virtual IoResult open(u16 pin) = 0;
    // One conversion: 0 to 65535 of the full scale. Requires: the pin is open.
    virtual u16 read(u16 pin, u8 attenuation) = 0;
    // The same as calibrated microvolts.
    virtual u32 read_uv(u16 pin, u8 attenuation) = 0;

  protected:
    ~Adc() = default;
};

}  // namespace krait::hal
