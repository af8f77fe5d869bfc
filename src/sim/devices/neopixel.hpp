// A strip of WS2812 LEDs at a pin: says on stderr what it shows, when that changes. Three bytes an
// LED, green first.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "sim/parts/pins.hpp"

namespace krait::sim {

inline void connect_neopixels(Wiring& wiring, SimPins& pins, u16 pin, u16 count) {
    auto shown = std::make_shared<std::string>();
    pins.listen(pin, [&wiring, pin, count, shown](Bytes data) {
        std::string text;
        for (usize i = 0; i + 3 <= data.size() && i / 3 < count; i += 3) {
            char colour[8];
            std::snprintf(colour, sizeof colour, " %02x%02x%02x", data[i + 1], data[i],
                          data[i + 2]);
            text += colour;
        }
        if (text == *shown) return;
        *shown = text;
        std::fprintf(stderr, "krait: %.3f s: LEDs at pin %d show%s\n",
                     static_cast<double>(wiring.time.now()) / 1e9, pin, text.c_str());
    });
}

}  // namespace krait::sim
