// Serial lines: bytes leave at the rate of the line. Nothing is wired to them, unless each one's
// output is wired to its own input.
//
// The interrupts of a unit share one action on the timeline, for the next moment at which one of
// them may happen; whatever changes such a moment arms it anew.
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
    hal::IoResult send_break(u8 unit) override;
    hal::IoResult set_irq(u8 unit, u8 triggers, bool is_hard) override;
    u8 take_irq_flags(u8 unit) override;

    void reset();

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

        u8 triggers = 0, flags = 0;
        bool is_hard = false;
        Timeline::Ticket ticket;
        u64 told_until = 0;         // arrivals up to then have had their interrupt
        u64 send_idle_at = kNever;  // moments to come; kNever: none
        u64 receive_idle_at = kNever;
        u64 break_at = kNever;
    };
    void arm(u8 unit);
    void fire(u8 unit);
    u64 next_arrival(const Unit& unit) const;

    Wiring& wiring_;
    SimPins& pins_;
    bool is_looped_;
    std::vector<Unit> units_;
};

}  // namespace krait::sim
