// What distinguishes one simulated chip or board from another, as data. A file in boards/ holds
// one; adding a file adds a board (boards.cmake collects them).
#pragma once

#include <span>
#include <string_view>

#include "base/types.hpp"

namespace krait::sim {

struct PinRange {
    u16 first;
    u16 last;
    constexpr bool contains(i32 pin) const { return pin >= first && pin <= last; }
};

struct PinName {
    std::string_view name;
    u16 pin;
};

struct Chip {
    std::string_view name;      // what `--board` selects
    std::string_view about;     // one line for the list of boards
    std::string_view platform;  // sys.platform
    std::string_view machine;   // os.uname().machine
    std::string_view chip;
    u16 epoch_year = 1970;  // of time.time()

    // A board without pins is a plain host: clock, console, files and sockets only.
    std::span<const PinRange> pins;
    // Numbers inside the range that the silicon leaves out. Scripts written from wrong pin-outs use
    // them; the virtual board accepts them with a warning, unless told to be strict.
    std::span<const PinRange> missing_pins;
    std::span<const PinRange> input_only_pins;
    std::span<const PinRange> adc_pins;
    std::span<const PinRange> usb_pins;
    std::span<const u16> strapping_pins;
    std::span<const PinName> pin_names;

    u8 i2s_buses = 0;
    u8 i2c_buses = 0;
    u8 spi_buses = 0;  // for scripts
    u8 uarts = 0;
    u8 counters = 0;
    u8 hardware_timers = 0;
    u8 timers = 0;  // software timers included
    u16 rtc_memory_bytes = 0;
    bool has_radio = false;
    std::span<const u32> frequencies_hz;
    u32 frequency_hz = 0;  // at boot
    u8 unique_id[6] = {};  // also the station's hardware address

    constexpr bool is_plain_host() const { return pins.empty(); }
};

constexpr bool contains(std::span<const PinRange> ranges, i32 pin) {
    for (const PinRange& range : ranges) {
        if (range.contains(pin)) return true;
    }
    return false;
}

// All boards, in the order of their names.
std::span<const Chip* const> all_chips();
// nullptr when there is none of that name.
const Chip* find_chip(std::string_view name);

}  // namespace krait::sim
