// I2C and SPI buses, and the devices at them. All buses see the same devices.
//
// An I2C device is a function: it takes what is written to it and fills what is read. Transfers
// take the time that their bits take.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "hal/i2c.hpp"
#include "hal/spi.hpp"
#include "sim/parts/pins.hpp"

namespace krait::sim {

// A device at an I2C bus.
class I2cDevice {
  public:
    virtual ~I2cDevice() = default;
    // How many of the bytes it takes.
    virtual usize write(Bytes bytes) = 0;
    virtual void read(MutableBytes into) = 0;
};

// What both kinds of bus need of the board: that so many bits take their time.
class BusTime {
  public:
    explicit BusTime(Wiring& wiring) : wiring_(wiring) {}
    void pass(u64 bits, u32 rate_hz);

  private:
    Wiring& wiring_;
};

class SimI2c final : public hal::I2c {
  public:
    SimI2c(Wiring& wiring, SimPins& pins, u8 count)
        : wiring_(wiring), pins_(pins), time_(wiring), rates_(count + 1u, 400'000) {}
    u8 count() const override { return static_cast<u8>(rates_.size() - 1); }
    hal::IoResult open(u8 bus, const hal::I2cConfig& config) override;
    void close(u8) override {}
    hal::IoResult transfer(u8 bus, u8 address, Bytes out, MutableBytes into, bool stops) override;

    void connect(u8 address, std::unique_ptr<I2cDevice> device) {
        devices_[address] = std::move(device);
    }

  private:
    Wiring& wiring_;
    SimPins& pins_;
    BusTime time_;
    std::vector<u32> rates_;
    std::map<u8, std::unique_ptr<I2cDevice>> devices_;
};

class SimSpi final : public hal::Spi {
  public:
    SimSpi(Wiring& wiring, SimPins& pins, u8 count, bool is_looped)
        : wiring_(wiring),
          pins_(pins),
          time_(wiring),
          is_looped_(is_looped),
          rates_(count + 2u, 1'000'000) {}
    u8 first() const override { return 1; }
    u8 last() const override { return static_cast<u8>(rates_.size() - 2); }
    hal::IoResult open(u8 bus, const hal::SpiConfig& config) override;
    void close(u8) override {}
    hal::IoResult transfer(u8 bus, Bytes out, MutableBytes into, u8 fill) override;

  private:
    Wiring& wiring_;
    SimPins& pins_;
    BusTime time_;
    bool is_looped_;  // what is sent comes back; else nothing drives the input, which reads 0
    std::vector<u32> rates_;
};

}  // namespace krait::sim
