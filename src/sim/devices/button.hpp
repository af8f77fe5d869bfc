// A push button between a pin and ground: pressed it pulls the pin low, released it lets go, so the
// script needs the pin's pull-up, as with a real one.
#pragma once

#include "sim/options.hpp"
#include "sim/parts/pins.hpp"

namespace krait::sim {

inline void press_button(Wiring& wiring, SimPins& pins, const ButtonPress& press) {
    u16 pin = press.pin;
    wiring.time.at(press.when.at, [&pins, pin] { pins.drive(pin, false); });
    if (press.when.duration == kNever) return;
    wiring.time.at(press.when.at + press.when.duration,
                   [&pins, pin] { pins.drive(pin, std::nullopt); });
}

}  // namespace krait::sim
