// Pads and what is wired to them.
//
// The level at a pad: an output drives its latch; else a device that drives the pad decides; else
// a pad that a wire leads to and that is driven; else the pull; else low. Every change of that
// level is traced, told to the devices that watch, and may post an interrupt.
//
// Pulses (PWM) are a function of time: a look at the pad finds the level that they have then. Each
// edge is an action on the timeline only where something follows them: an interrupt, a counter.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "hal/pins.hpp"
#include "sim/chip.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimPins final : public hal::Pins {
  public:
    using Watcher = std::function<void(bool level)>;
    // What takes the bits that the pin sends.
    using BitListener = std::function<void(Bytes data)>;

    SimPins(Wiring& wiring, const Chip& chip, bool is_strict);

    u16 count() const override { return static_cast<u16>(pads_.size()); }
    hal::IoResult check(i32 pin) override;
    hal::IoResult find(std::string_view name) override;
    hal::IoResult configure(u16 pin, const hal::PinConfig& config) override;
    hal::PinMode mode(u16 pin) override { return pads_[pin].mode; }
    hal::PinPull pull(u16 pin) override { return pads_[pin].pull; }
    bool read(u16 pin) override;
    void write(u16 pin, bool level) override;
    bool latch(u16 pin) override { return pads_[pin].latch; }
    hal::IoResult set_irq(u16 pin, u8 triggers, bool is_hard) override;
    hal::IoResult set_wake(u16 pin, u8 triggers, bool also_from_deep_sleep) override;
    u8 take_irq_flags(u16 pin) override;
    hal::IoResult send_bits(u16 pin, const u32 (&timing)[4], Bytes data) override;
    hal::IoResult record(u16 pin, std::span<u32> us, u32 limit_us) override;

    // For devices. A device that lets go of a pad drives nothing. Requires: a pin of the board.
    void drive(u16 pin, std::optional<bool> level);
    // `counts`: the watcher wants each edge of pulses too.
    void watch(u16 pin, Watcher watcher, bool counts = false);
    struct Pulses {
        u64 origin, period, high;  // ns; they begin high
    };
    void set_pulses(u16 pin, std::optional<Pulses> pulses);

    void listen(u16 pin, BitListener listener) { pads_[pin].listener = std::move(listener); }
    // A wire between two pads.
    void wire(u16 a, u16 b);

    // Whether a wake-up pin has its level now.
    bool is_waking(bool from_deep_sleep) const;
    // Power-on state. Held pads, wiring and what devices drive stay; so do, while the chip is in
    // deep sleep, the pads that can wake it.
    void reset(bool into_deep_sleep);

  private:
    struct Pad {
        hal::PinMode mode = hal::PinMode::Unset;
        hal::PinPull pull = hal::PinPull::None;
        bool latch = false;
        bool hold = false;
        bool level = false;
        std::optional<bool> driven;
        u8 triggers = 0;
        bool is_hard = false;
        u8 flags = 0;
        u8 wake = 0;
        bool wakes_deep = false;
        std::vector<Watcher> watchers;
        bool is_counted = false;
        std::optional<Pulses> pulses;
        Timeline::Ticket edge;  // the next of the pulses
        BitListener listener;
        std::vector<u16> wires;
        std::vector<u64>* moments = nullptr;  // where changes are noted, while someone records
    };
    std::optional<bool> driven_level(const Pad& pad) const;
    bool level_of(const Pad& pad) const;
    // The pad has its level, and so have those that wires lead to.
    void settle(u16 pin);
    void settle_pad(u16 pin);
    // Arranges for the edges of pulses at the pad and at those that wires lead to.
    void arm_edges(u16 pin);
    void arm_edge(u16 pin);
    bool is_followed(const Pad& pad) const {
        return pad.triggers != 0 || pad.is_counted || pad.moments != nullptr;
    }
    void fire(u16 pin, u8 trigger);
    void warn_missing(i32 pin);

    Wiring& wiring_;
    const Chip& chip_;
    bool is_strict_;
    std::vector<Pad> pads_;
    std::vector<i32> warned_;
};

}  // namespace krait::sim
