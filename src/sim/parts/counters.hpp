// Counters of edges at pads, and quadrature decoders.
#pragma once

#include <set>
#include <vector>

#include "hal/counter.hpp"
#include "sim/parts/pins.hpp"

namespace krait::sim {

class SimCounters final : public hal::Counters {
  public:
    SimCounters(SimPins& pins, u8 count) : pins_(pins), units_(count) {}
    u8 count() const override { return static_cast<u8>(units_.size()); }
    hal::IoResult start_counter(u8 unit, const hal::CounterConfig& config) override;
    hal::IoResult start_encoder(u8 unit, const hal::EncoderConfig& config) override;
    void stop(u8 unit) override { units_[unit].kind = Kind::Stopped; }
    i64 value(u8 unit) override { return units_[unit].value; }
    void set_value(u8 unit, i64 value) override { units_[unit].value = value; }
    void reset() {
        for (Unit& unit : units_) unit = Unit();
    }

  private:
    enum class Kind : u8 { Stopped, Counter, Encoder };
    struct Unit {
        Kind kind = Kind::Stopped;
        hal::CounterConfig counter;
        hal::EncoderConfig encoder;
        i64 value = 0;
        bool a = false, b = false;  // an encoder's last levels
    };
    void watch(u16 pin);
    void changed(u16 pin, bool level);
    void count_edge(Unit& unit, bool level);
    void decode(Unit& unit, u16 pin, bool level);

    SimPins& pins_;
    std::vector<Unit> units_;
    std::set<u16> watched_;  // pads that tell of their changes already
};

}  // namespace krait::sim
