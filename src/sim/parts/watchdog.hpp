// The watchdog: unless it is fed in time, the board resets.
#pragma once

#include "hal/watchdog.hpp"
#include "sim/parts/power.hpp"

namespace krait::sim {

class SimWatchdog final : public hal::Watchdog {
  public:
    SimWatchdog(Wiring& wiring, SimPower& power) : wiring_(wiring), power_(power) {}

    hal::IoResult start(u32 timeout_ms) override;
    void feed() override;
    bool is_running() override { return timeout_ != 0; }
    hal::IoResult pause(bool paused) override;
    // A soft reset leaves it running, as on the chip; any other stops it.
    void reset();

  private:
    void arm(u64 duration);

    Wiring& wiring_;
    SimPower& power_;
    u64 timeout_ = 0;    // ns; 0 is off
    u64 remaining_ = 0;  // while paused
    bool paused_ = false;
    Timeline::Ticket ticket_;
};

}  // namespace krait::sim
