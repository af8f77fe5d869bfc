#include "sim/options.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "sim/chip.hpp"

namespace krait::sim {
namespace {

constexpr double kMaxSeconds = 1e9;

// Each answers "" or what was expected.
using Setter = std::string (*)(std::string_view value, SimOptions& out);

struct Row {
    std::string_view name;
    const char* value;  // nullptr: the option takes none
    const char* help;
    Setter set;
};

bool parse_seconds(std::string_view text, u64& ns) {
    std::string copy(text);
    char* end = nullptr;
    double seconds = std::strtod(copy.c_str(), &end);
    bool is_number = !copy.empty() && *end == '\0' && std::isfinite(seconds);
    if (!is_number || seconds < 0 || seconds > kMaxSeconds) return false;
    ns = static_cast<u64>(std::llround(seconds * 1e9));
    return true;
}

template <typename Int>
bool parse_integer(std::string_view text, Int& out) {
    auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failure == std::errc() && end == text.data() + text.size();
}

// "T" or "T:DURATION".
bool parse_occasion(std::string_view text, Occasion& out) {
    usize colon = text.find(':');
    if (!parse_seconds(text.substr(0, colon), out.at)) return false;
    return colon == std::string_view::npos || parse_seconds(text.substr(colon + 1), out.duration);
}

std::string set_board(std::string_view value, SimOptions& out) {
    if (find_chip(value) == nullptr) {
        return "unknown board '" + std::string(value) + "'; there are: " + board_names();
    }
    out.board = value;
    return "";
}

std::string set_time(std::string_view value, SimOptions& out) {
    if (value != "real" && value != "virtual") return "expected real or virtual";
    out.time = value == "real" ? TimeMode::Real : TimeMode::Virtual;
    return "";
}

std::string set_for(std::string_view value, SimOptions& out) {
    return parse_seconds(value, out.run_for) ? "" : "expected a number of seconds";
}

std::string set_start_time(std::string_view value, SimOptions& out) {
    i64 seconds = 0;
    if (!parse_integer(value, seconds) || std::abs(seconds) > 200'000'000'000) {
        return "expected seconds since 1970";
    }
    out.start_epoch_s = seconds;
    return "";
}

std::string set_trace(std::string_view value, SimOptions& out) {
    out.trace_file = value;
    return value.empty() ? "expected a file" : "";
}

std::string set_stats(std::string_view value, SimOptions& out) {
    out.stats_file = value;
    return value.empty() ? "expected a file" : "";
}

std::string set_seed(std::string_view value, SimOptions& out) {
    return parse_integer(value, out.seed) ? "" : "expected a whole number";
}

std::string set_strict_pins(std::string_view, SimOptions& out) {
    out.strict_pins = true;
    return "";
}

std::string set_mic(std::string_view value, SimOptions& out) {
    out.microphone = value;
    return value.empty() ? "expected FILE.wav, tone:HZ[:LEVEL], noise, silence or device" : "";
}

std::string set_mic_loop(std::string_view, SimOptions& out) {
    out.microphone_loop = true;
    return "";
}

std::string set_speaker(std::string_view value, SimOptions& out) {
    out.speaker_file = value;
    return value.empty() ? "expected a file" : "";
}

std::string set_button(std::string_view value, SimOptions& out) {
    usize at = value.find('@');
    ButtonPress press{0, {0, 100 * kNsPerMs}};
    if (at == std::string_view::npos || !parse_integer(value.substr(0, at), press.pin) ||
        !parse_occasion(value.substr(at + 1), press.when)) {
        return "expected PIN@SECONDS[:HELD], for instance 0@2.5:0.1";
    }
    out.presses.push_back(press);
    return "";
}

std::string set_pty(std::string_view, SimOptions& out) {
    out.console_is_serial = true;
    return "";
}

std::string set_led(std::string_view value, SimOptions& out) {
    u16 pin = 0;
    if (!parse_integer(value, pin)) return "expected a pin number";
    out.leds.push_back(pin);
    return "";
}

std::string set_uart_loop(std::string_view, SimOptions& out) {
    out.uart_is_looped = true;
    return "";
}

// A number with a fraction, in the usual notation.
bool parse_number(std::string_view text, double& out) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failure == std::errc() && end == text.data() + text.size() && std::abs(out) < 1e6;
}

std::string set_adc(std::string_view value, SimOptions& out) {
    const usize equals = value.find('=');
    SimOptions::PinVoltage row{};
    if (equals == std::string_view::npos || !parse_integer(value.substr(0, equals), row.pin) ||
        !parse_number(value.substr(equals + 1), row.volts))
        return "expected PIN=VOLTS, for instance 4=1.65";
    out.voltages.push_back(row);
    return "";
}

std::string set_i2c(std::string_view value, SimOptions& out) {
    if (value == "eeprom") return out.has_eeprom = true, "";
    double celsius = 21;
    const bool is_plain = value == "thermometer";
    if (!is_plain &&
        !(value.starts_with("thermometer:") && parse_number(value.substr(12), celsius)))
        return "expected eeprom or thermometer[:CELSIUS]";
    out.celsius = celsius;
    return "";
}

std::string set_wire(std::string_view value, SimOptions& out) {
    const usize equals = value.find('=');
    std::pair<u16, u16> pins;
    if (equals == std::string_view::npos || !parse_integer(value.substr(0, equals), pins.first) ||
        !parse_integer(value.substr(equals + 1), pins.second))
        return "expected PIN=PIN, for instance 4=5";
    out.wires.push_back(pins);
    return "";
}

// "PIN:KIND[:CELSIUS[:HUMIDITY]]"
std::string set_sensor(std::string_view value, SimOptions& out) {
    using Kind = SimOptions::PinSensor::Kind;
    static constexpr struct {
        std::string_view name;
        Kind kind;
    } kKinds[] = {{"dht11", Kind::Dht11}, {"dht22", Kind::Dht22}, {"ds18b20", Kind::Ds18b20}};
    std::string_view parts[4];
    usize count = 0;
    for (std::string_view rest = value; count < 4;) {
        const usize colon = std::min(rest.find(':'), rest.size());
        parts[count++] = rest.substr(0, colon);
        if (colon == rest.size()) break;
        rest.remove_prefix(colon + 1);
    }
    SimOptions::PinSensor sensor{Kind::Dht22, 0, 21, 50};
    bool is_good = parse_integer(parts[0], sensor.pin);
    is_good &= count < 3 || parse_number(parts[2], sensor.celsius);
    is_good &= count < 4 || parse_number(parts[3], sensor.humidity);
    for (const auto& row : kKinds) {
        if (!is_good || row.name != parts[1]) continue;
        sensor.kind = row.kind;
        out.sensors.push_back(sensor);
        return "";
    }
    return "expected PIN:KIND[:CELSIUS[:HUMIDITY]], where KIND is dht11, dht22 or ds18b20";
}

std::string set_neopixel(std::string_view value, SimOptions& out) {
    const usize colon = value.find(':');
    SimOptions::Strip strip{};
    if (colon == std::string_view::npos || !parse_integer(value.substr(0, colon), strip.pin) ||
        !parse_integer(value.substr(colon + 1), strip.count))
        return "expected PIN:COUNT, for instance 48:1";
    out.strips.push_back(strip);
    return "";
}

std::string set_flash(std::string_view value, SimOptions& out) {
    out.flash_file = value;
    return value.empty() ? "expected a file" : "";
}

std::string set_spi_loop(std::string_view, SimOptions& out) {
    out.spi_is_looped = true;
    return "";
}

std::string set_resolve(std::string_view value, SimOptions& out) {
    ResolveRow row;
    if (!parse_resolve_row(value, row)) {
        return "expected NAME[:PORT]=ADDRESS[:PORT], for instance "
               "broker.example:8883=127.0.0.1:18883";
    }
    out.net.resolve.push_back(std::move(row));
    return "";
}

std::string set_listen(std::string_view value, SimOptions& out) {
    usize equals = value.find('=');
    PortMapping mapping = {};
    if (equals == std::string_view::npos ||
        !parse_integer(value.substr(0, equals), mapping.board) ||
        !parse_integer(value.substr(equals + 1), mapping.host)) {
        return "expected PORT=HOSTPORT, for instance 80=8080";
    }
    out.net.listen.push_back(mapping);
    return "";
}

std::string set_ca(std::string_view value, SimOptions& out) {
    out.ca_file = value;
    return value.empty() ? "expected a file" : "";
}

std::string set_wifi(std::string_view value, SimOptions& out) {
    usize colon = value.find(':');
    WifiNetwork network{std::string(value.substr(0, colon)), ""};
    if (colon != std::string_view::npos) network.password = value.substr(colon + 1);
    if (network.ssid.empty() || network.ssid.size() > 32) return "expected SSID[:PASSWORD]";
    out.radio.networks.push_back(std::move(network));
    return "";
}

std::string set_wifi_delay(std::string_view value, SimOptions& out) {
    return parse_seconds(value, out.radio.connect_delay) ? "" : "expected a number of seconds";
}

std::string set_fs(std::string_view value, SimOptions& out) {
    out.filesystem = value;
    return value.empty() ? "expected a folder" : "";
}

std::string set_fs_size(std::string_view value, SimOptions& out) {
    return parse_integer(value, out.filesystem_bytes) ? "" : "expected a number of bytes";
}

std::string set_fault(std::string_view value, SimOptions& out) {
    static constexpr struct {
        std::string_view name;
        FaultKind kind;
    } kFaults[] = {{"wifi-down", FaultKind::WifiDown}, {"disk-full", FaultKind::DiskFull}};
    usize at = value.find('@');
    for (const auto& row : kFaults) {
        Fault fault{row.kind, {}};
        if (value.substr(0, at) != row.name || at == std::string_view::npos) continue;
        if (!parse_occasion(value.substr(at + 1), fault.when)) break;
        out.faults.push_back(fault);
        return "";
    }
    return "expected wifi-down@SECONDS[:DURATION] or disk-full@SECONDS[:DURATION]";
}

constexpr Row kRows[] = {
    {"--board", "NAME", "the board to simulate", set_board},
    {"--pty", nullptr,
     "the console is a serial line, for mpremote or a terminal program; says where", set_pty},
    {"--time", "real|virtual", "the clock: the host's, or a deterministic one that jumps when idle",
     set_time},
    {"--for", "SECONDS", "end by itself, in board time", set_for},
    {"--start-time", "EPOCH", "the wall clock at start, in seconds since 1970", set_start_time},
    {"--trace", "FILE", "write what happens, with its time", set_trace},
    {"--stats", "FILE", "write heap, latency and lost audio each second, as lines of JSON",
     set_stats},
    {"--seed", "N", "for noise, and for random bytes under virtual time", set_seed},
    {"--strict-pins", nullptr, "refuse pins that the chip's silicon leaves out", set_strict_pins},
    {"--mic", "SOURCE", "FILE.wav, tone:HZ[:LEVEL], noise, silence or device", set_mic},
    {"--mic-loop", nullptr, "play the microphone's file round and round", set_mic_loop},
    {"--speaker", "FILE.wav", "record what I2S plays", set_speaker},
    {"--button", "PIN@T[:HELD]", "press a button between the pin and ground", set_button},
    {"--led", "PIN", "say when the LED at the pin goes on and off", set_led},
    {"--adc", "PIN=VOLTS", "the voltage at an analogue input", set_adc},
    {"--i2c", "DEVICE", "eeprom (at 0x50) or thermometer[:CELSIUS] (at 0x48)", set_i2c},
    {"--sensor", "PIN:KIND[:CELSIUS[:HUMIDITY]]", "dht11, dht22 or ds18b20 at a pin", set_sensor},
    {"--neopixel", "PIN:COUNT", "say what a strip of LEDs at the pin shows", set_neopixel},
    {"--wire", "PIN=PIN", "a wire between two pins", set_wire},
    {"--flash", "FILE", "keep the flash in this file", set_flash},
    {"--spi-loop", nullptr, "SPI reads what it writes", set_spi_loop},
    {"--uart-loop", nullptr, "a UART receives what it sends", set_uart_loop},
    {"--wifi", "SSID[:PASSWORD]", "a network that exists (repeatable; without it any joins)",
     set_wifi},
    {"--wifi-delay", "SECONDS", "how long joining takes", set_wifi_delay},
    {"--resolve", "NAME[:PORT]=ADDRESS[:PORT]", "what a name means on the board", set_resolve},
    {"--listen", "PORT=HOSTPORT", "the host's port for one that the script binds", set_listen},
    {"--ca", "FILE", "certificates to trust (PEM) instead of the system's", set_ca},
    {"--fs", "DIR", "the folder that is the board's filesystem", set_fs},
    {"--fs-size", "BYTES", "how much it holds", set_fs_size},
    {"--fault", "KIND@T[:DURATION]", "wifi-down or disk-full, at a time, for a while", set_fault},
};

}  // namespace

OptionOutcome take_option(std::span<const char* const> arguments, SimOptions& out) {
    if (arguments.empty()) return {};
    std::string_view argument = arguments[0];
    usize equals = argument.find('=');
    std::string_view name = argument.substr(0, equals);
    bool is_joined = equals != std::string_view::npos;
    for (const Row& row : kRows) {
        if (row.name != name) continue;
        OptionOutcome outcome{row.value == nullptr || is_joined ? 1u : 2u, ""};
        std::string label = std::string(name);
        if (row.value == nullptr && is_joined) return {1, label + ": takes no value"};
        if (outcome.taken > arguments.size()) return {1, label + ": expected " + row.value};
        std::string_view value;
        if (row.value != nullptr) value = is_joined ? argument.substr(equals + 1) : arguments[1];
        std::string wrong = row.set(value, out);
        if (!wrong.empty()) outcome.error = label + " " + std::string(value) + ": " + wrong;
        return outcome;
    }
    return {};
}

std::string option_help() {
    std::string out;
    for (const Row& row : kRows) {
        std::string left = "  " + std::string(row.name);
        if (row.value != nullptr) left += std::string(" ") + row.value;
        left.resize(std::max<usize>(left.size() + 2, 40), ' ');
        out += left + row.help + "\n";
    }
    return out;
}

std::string board_names() {
    std::string out;
    for (const Chip* chip : all_chips()) {
        out += (out.empty() ? "" : ", ") + std::string(chip->name);
    }
    return out;
}

const Chip* find_chip(std::string_view name) {
    for (const Chip* chip : all_chips()) {
        if (chip->name == name) return chip;
    }
    return nullptr;
}

}  // namespace krait::sim
