// The board's timers. Period n of a unit falls at start + n * period, exactly.
#pragma once

#include <functional>
#include <vector>

#include "hal/timer.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimTimers final : public hal::Timers {
  public:
    // `on_start` is called whenever a timer starts.
    SimTimers(Wiring& wiring, u8 hardware_count, u8 count, std::function<void()> on_start)
        : wiring_(wiring),
          hardware_count_(hardware_count),
          units_(count),
          on_start_(std::move(on_start)) {}

    u8 hardware_count() const override { return hardware_count_; }
    u8 count() const override { return static_cast<u8>(units_.size()); }
    hal::IoResult start(u8 unit, u64 period_us, bool is_periodic, bool is_hard) override;
    void stop(u8 unit) override;
    bool is_running(u8 unit) override { return units_[unit].ticket.sequence != 0; }
    u64 elapsed_us(u8 unit) override;
    // Stops all.
    void reset();

  private:
    struct Unit {
        u64 began = 0;  // the running period
        u64 period = 0;
        bool is_periodic = false;
        bool is_hard = false;
        Timeline::Ticket ticket;
    };
    void arm(u8 unit);
    void expire(u8 unit);

    Wiring& wiring_;
    u8 hardware_count_;
    std::vector<Unit> units_;
    std::function<void()> on_start_;
};

}  // namespace krait::sim
