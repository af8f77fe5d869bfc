// A light-emitting diode between a pin and ground: says on stderr when it goes on and off.
#pragma once

#include <cstdio>

#include "sim/parts/pins.hpp"

namespace krait::sim {

inline void connect_led(Wiring& wiring, SimPins& pins, u16 pin) {
    pins.watch(pin, [&wiring, pin](bool level) {
        std::fprintf(stderr, "krait: %.3f s: LED at pin %d %s\n",
                     static_cast<double>(wiring.time.now()) / 1e9, pin, level ? "on" : "off");
    });
}

}  // namespace krait::sim
