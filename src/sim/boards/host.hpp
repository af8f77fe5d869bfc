// The computer itself: what a script without `--board` runs on. Files, sockets, a console and a
// clock; no pins.
#pragma once

#include "sim/chip.hpp"

namespace krait::sim::boards::host {

inline constexpr Chip kChip = {
    .name = "host",
    .about = "this computer: files, sockets, console; no hardware",
    .platform = "linux",
    .machine = "host",
    .chip = "host",
    .pins = {},
    .missing_pins = {},
    .input_only_pins = {},
    .adc_pins = {},
    .usb_pins = {},
    .strapping_pins = {},
    .pin_names = {},
    .timers = 16,
    .frequencies_hz = {},
};

}  // namespace krait::sim::boards::host
