#include "sim/parts/pins.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdio>
#include <thread>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::PinMode;
using hal::PinPull;

namespace {

// Time in which the processor does nothing but to wait.
void pass_time(Timeline& time, u64 ns) {
    constexpr u64 kLeastSleep = 50 * kNsPerUs;
    if (time.mode() == TimeMode::Real && ns >= kLeastSleep)
        std::this_thread::sleep_for(std::chrono::nanoseconds(ns));
    time.spend(std::max(ns, Timeline::kAccessCost));
}

}  // namespace

SimPins::SimPins(Wiring& wiring, const Chip& chip, bool is_strict)
    : wiring_(wiring), chip_(chip), is_strict_(is_strict) {
    usize last = 0;
    for (const PinRange& range : chip.pins) last = std::max<usize>(last, range.last);
    pads_.resize(last + 1);
}

IoResult SimPins::check(i32 pin) {
    if (contains(chip_.pins, pin)) return 0;
    if (is_strict_ || !contains(chip_.missing_pins, pin)) return Errno::InvalidArgument;
    warn_missing(pin);
    return 0;
}

void SimPins::warn_missing(i32 pin) {
    if (std::find(warned_.begin(), warned_.end(), pin) != warned_.end()) return;
    warned_.push_back(pin);
    std::fprintf(
        stderr,
        "krait: GPIO%d does not exist on an %.*s; the virtual board accepts it so that the "
        "script runs, real hardware raises ValueError (--strict-pins does so here)\n",
        pin, static_cast<int>(chip_.chip.size()), chip_.chip.data());
}

IoResult SimPins::find(std::string_view name) {
    for (const PinName& row : chip_.pin_names) {
        if (row.name == name) return row.pin;
    }
    return Errno::NoEntry;
}

IoResult SimPins::configure(u16 pin, const hal::PinConfig& config) {
    wiring_.time.touch();
    Pad& pad = pads_[pin];
    bool drives = config.mode == PinMode::Out || config.mode == PinMode::OpenDrain;
    if (drives && contains(chip_.input_only_pins, pin)) return Errno::InvalidArgument;
    if (config.value >= 0) pad.latch = config.value != 0;
    if (config.has_pull) pad.pull = config.pull;
    if (config.hold >= 0) pad.hold = config.hold != 0;
    if (config.mode != PinMode::Unset) {
        static constexpr const char* kModes[] = {"unset", "in", "out", "open-drain", "analog"};
        static constexpr const char* kPulls[] = {"", " pull-up", " pull-down"};
        pad.mode = config.mode;
        wiring_.trace.line("pin %d mode %s%s", pin, kModes[static_cast<u8>(pad.mode)],
                           kPulls[static_cast<u8>(pad.pull)]);
    }
    settle(pin);
    return 0;
}

// By the pad itself or a device at it; none: nothing drives it.
std::optional<bool> SimPins::driven_level(const Pad& pad) const {
    if (pad.pulses)
        return (wiring_.time.now() - pad.pulses->origin) % pad.pulses->period < pad.pulses->high;
    if (pad.mode == PinMode::Out) return pad.latch;
    if (pad.mode == PinMode::OpenDrain && !pad.latch) return false;
    return pad.driven;
}

bool SimPins::level_of(const Pad& pad) const {
    if (auto level = driven_level(pad)) return *level;
    for (u16 other : pad.wires)
        if (auto level = driven_level(pads_[other])) return *level;
    return pad.pull == PinPull::Up;
}

void SimPins::settle(u16 pin) {
    settle_pad(pin);
    for (u16 other : pads_[pin].wires) settle_pad(other);
}

void SimPins::settle_pad(u16 pin) {
    Pad& pad = pads_[pin];
    bool level = level_of(pad);
    if (level == pad.level) return;
    pad.level = level;
    if (pad.moments != nullptr) pad.moments->push_back(wiring_.time.now());
    wiring_.trace.line("pin %d %d", pin, level);
    for (const Watcher& watcher : pad.watchers) watcher(level);
    fire(pin, level ? hal::kPinRising | hal::kPinHighLevel : hal::kPinFalling | hal::kPinLowLevel);
}

void SimPins::watch(u16 pin, Watcher watcher, bool counts) {
    pads_[pin].watchers.push_back(std::move(watcher));
    pads_[pin].is_counted |= counts;
    arm_edges(pin);
}

void SimPins::set_pulses(u16 pin, std::optional<Pulses> pulses) {
    pads_[pin].pulses = pulses;
    settle(pin);
    arm_edge(pin);
}

void SimPins::arm_edges(u16 pin) {
    arm_edge(pin);
    for (u16 other : pads_[pin].wires) arm_edge(other);
}

void SimPins::arm_edge(u16 pin) {
    Pad& pad = pads_[pin];
    wiring_.time.cancel(pad.edge);
    if (!pad.pulses || pad.pulses->high == 0 || pad.pulses->high >= pad.pulses->period) return;
    bool is_wanted = is_followed(pad);
    for (u16 other : pad.wires) is_wanted |= is_followed(pads_[other]);
    if (!is_wanted) return;
    const u64 phase = (wiring_.time.now() - pad.pulses->origin) % pad.pulses->period;
    const u64 left = (phase < pad.pulses->high ? pad.pulses->high : pad.pulses->period) - phase;
    pad.edge = wiring_.time.at(wiring_.time.now() + left, [this, pin] {
        pads_[pin].edge = {};
        settle(pin);
        arm_edge(pin);
    });
}

void SimPins::wire(u16 a, u16 b) {
    pads_[a].wires.push_back(b);
    pads_[b].wires.push_back(a);
    settle(a);
}

void SimPins::fire(u16 pin, u8 trigger) {
    Pad& pad = pads_[pin];
    trigger &= pad.triggers;
    if (trigger == 0) return;
    pad.flags |= trigger;
    wiring_.interrupts.post({hal::EventKind::Pin, static_cast<u8>(pin), pad.is_hard}, trigger);
}

bool SimPins::read(u16 pin) {
    wiring_.time.touch();
    const Pad& pad = pads_[pin];
    const auto has_pulses = [this](u16 other) { return pads_[other].pulses.has_value(); };
    if (pad.pulses || std::any_of(pad.wires.begin(), pad.wires.end(), has_pulses)) settle(pin);
    return pad.level;
}

void SimPins::write(u16 pin, bool level) {
    wiring_.time.touch();
    pads_[pin].latch = level;
    settle(pin);
}

IoResult SimPins::set_irq(u16 pin, u8 triggers, bool is_hard) {
    Pad& pad = pads_[pin];
    pad.triggers = triggers;
    pad.is_hard = is_hard;
    pad.flags = 0;
    arm_edges(pin);
    fire(pin, pad.level ? hal::kPinHighLevel : hal::kPinLowLevel);
    return 0;
}

IoResult SimPins::set_wake(u16 pin, u8 triggers, bool also_from_deep_sleep) {
    pads_[pin].wake = triggers;
    pads_[pin].wakes_deep = also_from_deep_sleep;
    return 0;
}

u8 SimPins::take_irq_flags(u16 pin) { return std::exchange(pads_[pin].flags, u8{0}); }

void SimPins::drive(u16 pin, std::optional<bool> level) {
    pads_[pin].driven = level;
    settle(pin);
}

// The single pulses are not traced: a strip of LEDs takes thousands.
IoResult SimPins::send_bits(u16 pin, const u32 (&timing)[4], Bytes data) {
    u64 ns = 0;
    for (u8 byte : data) {
        const u64 ones = static_cast<u64>(std::popcount(byte));
        ns += ones * (u64{timing[2]} + timing[3]) + (8 - ones) * (u64{timing[0]} + timing[1]);
    }
    wiring_.time.touch();
    wiring_.trace.line("pin %d sends %zu bytes as pulses", pin, data.size());
    pass_time(wiring_.time, ns);
    if (pads_[pin].listener) pads_[pin].listener(data);
    return 0;
}

IoResult SimPins::record(u16 pin, std::span<u32> us, u32 limit_us) {
    wiring_.time.touch();
    std::vector<u64> moments;
    pads_[pin].moments = &moments;
    arm_edges(pin);
    const u64 limit = limit_us * kNsPerUs;
    u64 last = wiring_.time.now();
    usize count = 0;
    while (count < us.size()) {
        if (count < moments.size()) {
            us[count] = static_cast<u32>((moments[count] - last) / kNsPerUs);
            last = moments[count++];
            continue;
        }
        const u64 now = wiring_.time.now();
        if (now >= last + limit) break;
        pass_time(wiring_.time,
                  std::min(last + limit, std::max(now, wiring_.time.next_due())) - now);
    }
    pads_[pin].moments = nullptr;
    arm_edges(pin);
    return static_cast<i32>(count);
}

bool SimPins::is_waking(bool from_deep_sleep) const {
    return std::any_of(pads_.begin(), pads_.end(), [from_deep_sleep](const Pad& pad) {
        if (from_deep_sleep && !pad.wakes_deep) return false;
        return (pad.wake & (pad.level ? hal::kPinHighLevel : hal::kPinLowLevel)) != 0;
    });
}

void SimPins::reset(bool into_deep_sleep) {
    for (u16 pin = 0; pin < count(); pin++) {
        Pad& pad = pads_[pin];
        if (into_deep_sleep && pad.wakes_deep) continue;
        pad.triggers = pad.flags = pad.wake = 0;
        pad.wakes_deep = false;
        if (pad.hold) continue;
        pad.mode = PinMode::Unset;
        pad.pull = PinPull::None;
        pad.latch = false;
        settle(pin);
    }
}

}  // namespace krait::sim
