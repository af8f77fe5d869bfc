// Analogue inputs, whose voltages the command line says, and outputs with a duty cycle.
#pragma once

#include <map>

#include "hal/adc.hpp"
#include "hal/pwm.hpp"
#include "sim/parts/pins.hpp"

namespace krait::sim {

class SimAdc final : public hal::Adc {
  public:
    SimAdc(Wiring& wiring, const Chip& chip) : wiring_(wiring), chip_(chip) {}
    u8 attenuations() const override;
    hal::IoResult open(u16 pin) override;
    u16 read(u16 pin, u8 attenuation) override;
    u32 read_uv(u16 pin, u8 attenuation) override;

    void set_volts(u16 pin, double volts) { volts_[pin] = volts; }

  private:
    Wiring& wiring_;
    const Chip& chip_;
    std::map<u16, double> volts_;
};

class SimPwm final : public hal::Pwm {
  public:
    SimPwm(Wiring& wiring, SimPins& pins) : wiring_(wiring), pins_(pins) {}
    hal::IoResult set(u16 pin, u32 frequency_hz, u16 duty) override;
    void stop(u16 pin) override;
    void reset();

  private:
    Wiring& wiring_;
    SimPins& pins_;
    std::map<u16, u32> channels_;  // pin: frequency
};

}  // namespace krait::sim
