// The command line of the virtual board: what `krait --board esp32s3 --mic tone:440 …` says about
// it.
//
// The program's own options (-c, -m, -X …) are its own business: it offers each argument to
// `take_option` and deals with what is not taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/parts/net.hpp"
#include "sim/parts/radio.hpp"
#include "sim/timeline.hpp"

namespace krait::sim {

// Something scripted: at a time, for a while.
struct Occasion {
    u64 at = 0;
    u64 duration = kNever;  // kNever: for good
};

enum class FaultKind : u8 { WifiDown, DiskFull };

struct Fault {
    FaultKind kind;
    Occasion when;
};

struct ButtonPress {
    u16 pin;
    Occasion when;
};

struct SimOptions {
    std::string board = "host";
    TimeMode time = TimeMode::Real;
    u64 run_for = kNever;              // board time
    std::optional<i64> start_epoch_s;  // the wall clock at start; unset: the host's
    std::string stats_file;            // empty: none
    std::string trace_file;            // empty: none
    u64 seed = 1;
    bool strict_pins = false;
    std::string microphone = "silence";
    bool microphone_loop = false;
    std::string speaker_file;
    std::vector<ButtonPress> presses;
    std::vector<u16> leds;
    struct PinVoltage {
        u16 pin;
        double volts;
    };
    std::vector<PinVoltage> voltages;
    bool console_is_serial = false;  // at a pseudo-terminal instead of the standard streams
    bool has_eeprom = false;
    std::optional<double> celsius;  // of a thermometer; unset: there is none
    struct PinSensor {
        enum class Kind : u8 { Dht11, Dht22, Ds18b20 } kind;
        u16 pin;
        double celsius, humidity;
    };
    std::vector<PinSensor> sensors;
    struct Strip {
        u16 pin, count;
    };
    std::vector<Strip> strips;               // of LEDs
    std::vector<std::pair<u16, u16>> wires;  // between pins
    std::string flash_file;                  // empty: the flash is lost with the run
    bool spi_is_looped = false;
    bool uart_is_looped = false;
    RadioSettings radio;
    NetSettings net;
    std::string
        ca_file;  // roots to trust instead of the system's; the board itself does not use it
    std::string filesystem;  // empty: the host's own paths
    u64 filesystem_bytes = 0;
    std::vector<Fault> faults;
};

struct OptionOutcome {
    u32 taken = 0;      // how many arguments; 0: not an option of the board
    std::string error;  // one line, when the option is the board's but wrong
};

// Looks at arguments[0] (and its value, as `--name value` or `--name=value`).
OptionOutcome take_option(std::span<const char* const> arguments, SimOptions& out);

// One line an option, for --help.
std::string option_help();
// "esp32s3, host".
std::string board_names();

}  // namespace krait::sim
