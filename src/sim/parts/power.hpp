// Resets and sleep.
//
// A reset only notes what is wanted and ends the run; the port's main loop then calls
// SimBoard::restart, which carries it out. The watchdog and the script use the same door.
#pragma once

#include <functional>
#include <vector>

#include "hal/power.hpp"
#include "sim/chip.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimPower final : public hal::Power {
  public:
    // What sleeping does to the rest of the board.
    struct Hooks {
        std::function<hal::WakeReason(u64 until)> light_sleep;  // until: a moment of the timeline
        std::function<void()> soft_reset;
        std::function<void()> idle;
    };

    SimPower(Wiring& wiring, const Chip& chip, Hooks hooks)
        : wiring_(wiring), chip_(chip), hooks_(std::move(hooks)), frequency_(chip.frequency_hz) {}

    hal::ResetCause reset_cause() override { return cause_; }
    hal::WakeReason wake_reason() override { return wake_reason_; }
    void reset() override { request(hal::ResetCause::Hard); }
    void soft_reset() override;
    void idle() override { hooks_.idle(); }
    hal::WakeReason light_sleep(u64 deadline_us) override;
    void deep_sleep(u64 duration_us) override;
    u32 frequency_hz() override { return frequency_; }
    hal::IoResult set_frequency_hz(u32 hz) override;
    Bytes unique_id() override { return chip_.unique_id; }
    u32 mask_interrupts() override { return wiring_.interrupts.mask(); }
    void restore_interrupts(u32 state) override { wiring_.interrupts.restore(state); }

    // Ends the run; the next boot sees this cause.
    void request(hal::ResetCause cause);
    hal::ResetCause requested() const { return requested_; }
    // When a deep sleep ends (kNever: only by a pin).
    u64 wake_at() const { return wake_at_; }
    // The next boot begins.
    void boot(hal::WakeReason wake_reason);

  private:
    Wiring& wiring_;
    const Chip& chip_;
    Hooks hooks_;
    u32 frequency_;
    hal::ResetCause cause_ = hal::ResetCause::PowerOn;
    hal::ResetCause requested_ = hal::ResetCause::PowerOn;
    hal::WakeReason wake_reason_ = hal::WakeReason::None;
    u64 wake_at_ = 0;
};

}  // namespace krait::sim
