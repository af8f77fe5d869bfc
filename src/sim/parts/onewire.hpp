// 1-Wire buses, one a pin, with the devices at them.
//
// A device is a function of bits: it hears each slot, and answers its own bit in the slots of
// reading. The bus is low when any device says so. Slots take the time that they take.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "hal/onewire.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class OneWireDevice {
  public:
    virtual ~OneWireDevice() = default;
    virtual void reset() = 0;
    virtual bool read_bit() = 0;
    virtual void write_bit(bool bit) = 0;
};

class SimOneWire final : public hal::OneWire {
  public:
    explicit SimOneWire(Wiring& wiring) : wiring_(wiring) {}
    hal::IoResult reset(u16 pin) override;
    bool read_bit(u16 pin) override;
    void write_bit(u16 pin, bool bit) override;

    void connect(u16 pin, std::unique_ptr<OneWireDevice> device) {
        devices_[pin].push_back(std::move(device));
    }

  private:
    Wiring& wiring_;
    std::map<u16, std::vector<std::unique_ptr<OneWireDevice>>> devices_;
};

}  // namespace krait::sim
