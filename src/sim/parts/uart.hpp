// Serial lines: bytes leave at the rate of the line. Nothing is wired to them, unless each one's
// output is wired to its own input.
#pragma once

#include <deque>
#include <vector>

#include "hal/uart.hpp"
#include "sim/parts/pins.hpp"

namespace krait::sim {

class SimUart final : public hal::Uart {
  public:
    SimUart(Wiring& wiring, SimPins& pins, u8 count, bool is_looped)
        : wiring_(wiring), pins_(pins), is_looped_(is_looped), units_(count) {}
    u8 count() const override { return static_cast<u8>(units_.size()); }
    hal::IoResult open(u8 unit, const hal::UartConfig& config) override;
    void close(u8 unit) override;
    hal::IoResult read(u8 unit, MutableBytes into) override;
    hal::IoResult write(u8 unit, Bytes data) override;
    u32 readable(u8 unit) override;
    u32 writable(u8 unit) override;
    u64 sent_at_us(u8 unit) override;

  private:
    struct Arrival {
        u64 time;
        u8 byte;
    };
    struct Unit {
        hal::UartConfig config;
        u64 byte_time = 1;  // ns
        u64 sent_at = 0;    // when the last byte is out
        std::deque<Arrival> arrivals;
    };
    Wiring& wiring_;
    SimPins& pins_;
    bool is_looped_;
    std::vector<Unit> units_;
};

}  // namespace krait::sim
