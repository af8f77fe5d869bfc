#include "sim/parts/counters.hpp"

namespace krait::sim {

using hal::CounterEdges;
using hal::Errno;
using hal::IoResult;

void SimCounters::watch(u16 pin) {
    if (watched_.insert(pin).second)
        pins_.watch(
            pin, [this, pin](bool level) { changed(pin, level); }, true);
}

IoResult SimCounters::start_counter(u8 number, const hal::CounterConfig& config) {
    Unit& unit = units_[number];
    unit = Unit();
    unit.kind = Kind::Counter;
    unit.counter = config;
    watch(config.pin);
    return 0;
}

IoResult SimCounters::start_encoder(u8 number, const hal::EncoderConfig& config) {
    if (config.phases != 1 && config.phases != 2 && config.phases != 4)
        return Errno::InvalidArgument;
    Unit& unit = units_[number];
    unit = Unit();
    unit.kind = Kind::Encoder;
    unit.encoder = config;
    unit.a = pins_.read(config.a);
    unit.b = pins_.read(config.b);
    watch(config.a);
    watch(config.b);
    return 0;
}

void SimCounters::changed(u16 pin, bool level) {
    for (Unit& unit : units_) {
        if (unit.kind == Kind::Counter && unit.counter.pin == pin) count_edge(unit, level);
        const bool is_phase = unit.encoder.a == pin || unit.encoder.b == pin;
        if (unit.kind == Kind::Encoder && is_phase) decode(unit, pin, level);
    }
}

void SimCounters::count_edge(Unit& unit, bool level) {
    const u8 edge = static_cast<u8>(level ? CounterEdges::Rising : CounterEdges::Falling);
    if (!(static_cast<u8>(unit.counter.edges) & edge)) return;
    bool counts_down = unit.counter.counts_down;
    if (unit.counter.direction_pin >= 0)
        counts_down = !pins_.read(static_cast<u16>(unit.counter.direction_pin));
    unit.value += counts_down ? -1 : 1;
}

// Up when a leads b. With four phases each edge counts, with two those of a, with one only those of
// a while b is high.
void SimCounters::decode(Unit& unit, u16 pin, bool level) {
    const bool is_a = pin == unit.encoder.a;
    (is_a ? unit.a : unit.b) = level;
    if (!is_a && unit.encoder.phases != 4) return;
    if (unit.encoder.phases == 1 && !unit.b) return;
    const bool is_up = is_a ? unit.a != unit.b : unit.a == unit.b;
    unit.value += is_up ? 1 : -1;
}

}  // namespace krait::sim
