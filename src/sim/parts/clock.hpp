// The board's clocks, on the timeline. The wall clock starts at the host's date (or at
// --start-time), as if the network had set it; it keeps what a script sets through resets.
#pragma once

#include "hal/clock.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimClock final : public hal::Clock {
  public:
    SimClock(Wiring& wiring, i64 epoch_at_start_ns)
        : wiring_(wiring), epoch_at_start_(epoch_at_start_ns) {}

    u64 ticks_us() override {
        wiring_.time.touch();
        return wiring_.ticks_us();
    }
    u32 ticks_cpu() override {
        wiring_.time.touch();
        return static_cast<u32>(wiring_.time.now());
    }
    i64 epoch_ns() override {
        wiring_.time.touch();
        return epoch_at_start_ + static_cast<i64>(wiring_.time.now());
    }
    void set_epoch_ns(i64 now) override {
        epoch_at_start_ = now - static_cast<i64>(wiring_.time.now());
    }
    bool is_set() override { return true; }

  private:
    Wiring& wiring_;
    i64 epoch_at_start_;
};

}  // namespace krait::sim
