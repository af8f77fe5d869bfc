#include "sim/board.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "sim/devices/button.hpp"
#include "sim/devices/ds18b20.hpp"
#include "sim/devices/eeprom.hpp"
#include "sim/devices/led.hpp"
#include "sim/devices/microphone.hpp"
#include "sim/devices/neopixel.hpp"
#include "sim/devices/speaker.hpp"
#include "sim/devices/thermometer.hpp"

namespace krait::sim {

using hal::ResetCause;
using hal::WakeReason;

namespace {

i64 epoch_at_start(const SimOptions& options) {
    if (options.start_epoch_s) return *options.start_epoch_s * static_cast<i64>(kNsPerSecond);
    auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

std::unique_ptr<SimRadio> make_radio(Wiring& wiring, const Chip& chip, const SimOptions& options) {
    if (!chip.has_radio) return nullptr;
    return std::make_unique<SimRadio>(wiring, chip, options.radio);
}

std::unique_ptr<HostConsole> make_console(Interrupts& interrupts, const SimOptions& options) {
    if (options.console_is_serial) return std::make_unique<SerialConsole>(interrupts);
    return std::make_unique<StandardConsole>();
}

template <typename... Parts>
std::string line(const char* format, Parts... parts) {
    char text[160];
    int size = std::snprintf(text, sizeof text, format, parts...);
    return {text, static_cast<usize>(size)};
}

}  // namespace

SimBoard::SimBoard(const Chip& chip, const SimOptions& options)
    : chip_(chip),
      info_{chip.platform, chip.machine, chip.chip, chip.name, chip.epoch_year},
      timeline_(options.time),
      trace_(timeline_),
      stats_(timeline_),
      wiring_{timeline_, interrupts_, trace_, stats_},
      pacer_(timeline_, interrupts_),
      clock_(wiring_, epoch_at_start(options)),
      console_(make_console(interrupts_, options)),
      entropy_(options.time, options.seed),
      storage_(options.filesystem, options.filesystem_bytes),
      i2s_(chip.i2s_buses == 0 ? nullptr : std::make_unique<SimI2s>(wiring_, chip.i2s_buses)),
      radio_(make_radio(wiring_, chip, options)),
      net_(wiring_, radio_.get(), options.net),
      threads_(wiring_),
      waiter_(wiring_, pacer_, *console_, net_, i2s_.get()) {
    if (radio_ != nullptr) {
        radio_->on_link = [this](bool up) {
            if (!up) net_.link_lost();
        };
    }
    net_.on_host = [this](std::string_view path) { return storage_.path_on_host(path); };
    // Timers and the RTC need nothing that a computer has not. Its hardware acts only once a timer
    // runs.
    timers_ = std::make_unique<SimTimers>(wiring_, chip_.hardware_timers, chip_.timers, [this] {
        if (timeline_.mode() == TimeMode::Real) pacer_.start();
    });
    rtc_ = std::make_unique<SimRtc>(wiring_, chip_.rtc_memory_bytes);
    if (!chip.is_plain_host()) add_parts(options);
}

SimBoard::~SimBoard() { interrupts_.set_sink(nullptr); }

// The interpreter is about to go: its last figures.
void SimBoard::set_sink(hal::EventSink* sink) {
    interrupts_.set_sink(sink);
    if (sink != nullptr) return;
    stats_.write();
    stats_.set_heap_probe(nullptr);
}

void SimBoard::add_parts(const SimOptions& options) {
    pins_ = std::make_unique<SimPins>(wiring_, chip_, options.strict_pins);
    i2c_ = std::make_unique<SimI2c>(wiring_, *pins_, chip_.i2c_buses);
    spi_ = std::make_unique<SimSpi>(wiring_, *pins_, chip_.spi_buses, options.spi_is_looped);
    adc_ = std::make_unique<SimAdc>(wiring_, chip_);
    pwm_ = std::make_unique<SimPwm>(wiring_, *pins_);
    uart_ = std::make_unique<SimUart>(wiring_, *pins_, chip_.uarts, options.uart_is_looped);
    one_wire_ = std::make_unique<SimOneWire>(wiring_);
    counters_ = std::make_unique<SimCounters>(*pins_, chip_.counters);
    flash_ = std::make_unique<SimFlash>(wiring_);
    power_ = std::make_unique<SimPower>(
        wiring_, chip_,
        SimPower::Hooks{[this](u64 until) { return light_sleep(until); },
                        [this] { stop_peripherals(false); },
                        [this] { waiter_.wait(timeline_.now() + kNsPerMs, {}); }});
    watchdog_ = std::make_unique<SimWatchdog>(wiring_, *power_);
}

std::string SimBoard::prepare(const SimOptions& options) {
    if (!options.trace_file.empty() && !trace_.open(options.trace_file)) {
        return "trace file " + options.trace_file + ": " + std::strerror(errno);
    }
    auto audio = [this] {
        hal::I2sStats sums = i2s_ == nullptr ? hal::I2sStats{} : i2s_->totals();
        return Stats::Audio{sums.overruns, sums.underruns};
    };
    if (!options.stats_file.empty() && !stats_.open(options.stats_file, audio)) {
        return "stats file " + options.stats_file + ": " + std::strerror(errno);
    }
    std::string error = console_->open();
    if (error.empty()) error = add_devices(options);
    if (!error.empty()) return error;
    trace_.line("boot %.*s power-on", static_cast<int>(chip_.name.size()), chip_.name.data());
    schedule(options);
    bool needs_pacer = !chip_.is_plain_host() || timeline_.next_due() != kNever;
    if (options.time == TimeMode::Real && needs_pacer) pacer_.start();
    return "";
}

std::string SimBoard::add_devices(const SimOptions& options) {
    bool wants_pins = !options.presses.empty() || !options.leds.empty();
    if (wants_pins && pins_ == nullptr) return "this board has no pins for a button or an LED";
    for (const ButtonPress& press : options.presses) {
        if (!pins_->check(press.pin).is_ok()) return line("button: no pin %d", press.pin);
        press_button(wiring_, *pins_, press);
    }
    for (u16 pin : options.leds) {
        if (!pins_->check(pin).is_ok()) return line("led: no pin %d", pin);
        connect_led(wiring_, *pins_, pin);
    }
    for (const auto& [a, b] : options.wires) {
        if (pins_ == nullptr) return "this board has no pins for a wire";
        if (!pins_->check(a).is_ok() || !pins_->check(b).is_ok() || a == b)
            return line("wire: no pins %d and %d", a, b);
        pins_->wire(a, b);
    }
    if (std::string error = add_sensors(options); !error.empty()) return error;
    if (flash_ != nullptr && !flash_->open(options.flash_file))
        return "flash file " + options.flash_file + ": " + std::strerror(errno);
    const bool wants_buses = !options.voltages.empty() || options.has_eeprom || options.celsius;
    if (wants_buses && adc_ == nullptr) return "this board has no analogue inputs and buses";
    for (const auto& row : options.voltages) {
        if (!adc_->open(row.pin).is_ok()) return line("adc: pin %d is no analogue input", row.pin);
        adc_->set_volts(row.pin, row.volts);
    }
    if (options.has_eeprom) i2c_->connect(0x50, std::make_unique<Eeprom>());
    if (options.celsius) i2c_->connect(0x48, std::make_unique<Thermometer>(*options.celsius));
    if (i2s_ == nullptr) return "";
    std::string error;
    microphone_ = make_microphone(
        {options.microphone, options.microphone_loop, options.seed, options.time == TimeMode::Real},
        error);
    if (!error.empty()) return error;
    i2s_->connect(microphone_.get());
    if (!options.speaker_file.empty()) {
        speaker_ = std::make_unique<Speaker>(options.speaker_file);
        i2s_->connect(speaker_.get());
    }
    return "";
}

std::string SimBoard::add_sensors(const SimOptions& options) {
    u8 number = 0;
    for (const auto& sensor : options.sensors) {
        using Kind = SimOptions::PinSensor::Kind;
        if (pins_ == nullptr || !pins_->check(sensor.pin).is_ok())
            return line("sensor: no pin %d", sensor.pin);
        if (sensor.kind == Kind::Ds18b20) {
            one_wire_->connect(sensor.pin,
                               std::make_unique<Ds18b20>(wiring_, ++number, sensor.celsius));
            continue;
        }
        const auto model =
            sensor.kind == Kind::Dht11 ? DhtSensor::Model::Dht11 : DhtSensor::Model::Dht22;
        dhts_.push_back(std::make_unique<DhtSensor>(wiring_, *pins_, sensor.pin, model,
                                                    sensor.celsius, sensor.humidity));
    }
    for (const auto& strip : options.strips) {
        if (pins_ == nullptr || !pins_->check(strip.pin).is_ok())
            return line("neopixel: no pin %d", strip.pin);
        connect_neopixels(wiring_, *pins_, strip.pin, strip.count);
    }
    return "";
}

void SimBoard::schedule(const SimOptions& options) {
    for (const Fault& fault : options.faults) {
        auto set = [this, kind = fault.kind](bool broken) {
            if (kind == FaultKind::DiskFull) {
                trace_.line("disk %s", broken ? "full" : "free");
                storage_.set_full(broken);
            } else if (radio_ != nullptr) {
                radio_->set_air(!broken);
            }
        };
        timeline_.at(fault.when.at, [set] { set(true); });
        if (fault.when.duration == kNever) continue;
        timeline_.at(fault.when.at + fault.when.duration, [set] { set(false); });
    }
    if (options.run_for != kNever) {
        timeline_.at(options.run_for, [this] {
            trace_.line("stop");
            interrupts_.end_run(RunEnd::Stop);
        });
    }
}

// What a script started and a soft reset ends. Wi-Fi stays joined and the watchdog goes on, as on
// the chip.
void SimBoard::stop_peripherals(bool into_deep_sleep) {
    if (timers_ != nullptr) timers_->reset();
    if (i2s_ != nullptr) i2s_->reset();
    if (pwm_ != nullptr) pwm_->reset();
    if (uart_ != nullptr) uart_->reset();
    if (counters_ != nullptr) counters_->reset();
    if (pins_ != nullptr) pins_->reset(into_deep_sleep);
    if (rtc_ != nullptr) rtc_->reset();
    net_.reset();
    storage_.reset();
}

bool SimBoard::restart() {
    if (run_end() != RunEnd::Restart) return false;
    interrupts_.set_sink(nullptr);
    WakeReason reason = WakeReason::None;
    bool sleeps = power_->requested() == ResetCause::DeepSleep;
    stop_peripherals(sleeps);
    watchdog_->reset();
    if (radio_ != nullptr) radio_->reset();
    if (sleeps) {
        waiter_.sleep_until(power_->wake_at(), [this] { return pins_->is_waking(true); });
        reason = pins_->is_waking(true) ? WakeReason::Pin : WakeReason::Timer;
        pins_->reset(false);
    }
    if (run_end() == RunEnd::Stop) return false;
    interrupts_.clear_restart();
    if (flash_ != nullptr) flash_->restart();
    wiring_.boot = timeline_.now();
    power_->boot(reason);
    trace_.line("boot %.*s cause %d", static_cast<int>(chip_.name.size()), chip_.name.data(),
                static_cast<int>(power_->reset_cause()));
    return true;
}

WakeReason SimBoard::light_sleep(u64 until) {
    if (i2s_ != nullptr) i2s_->suspend();
    waiter_.sleep_until(until, [this] { return pins_->is_waking(false); });
    if (i2s_ != nullptr) i2s_->resume();
    return pins_->is_waking(false) ? WakeReason::Pin : WakeReason::Timer;
}

std::string SimBoard::report() const {
    if (i2s_ == nullptr) return "";
    hal::I2sStats sums = i2s_->totals();
    std::string out;
    if (sums.overruns != 0) {
        out += line("I2S: %u overruns, %llu of %llu frames lost\n", sums.overruns,
                    static_cast<unsigned long long>(sums.frames_lost),
                    static_cast<unsigned long long>(sums.frames));
    }
    if (sums.underruns != 0) {
        out += line("I2S: %u underruns, %llu frames of silence\n", sums.underruns,
                    static_cast<unsigned long long>(sums.frames_silent));
    }
    return out;
}

std::unique_ptr<SimBoard> make_board(const SimOptions& options, std::string& error) {
    const Chip* chip = find_chip(options.board);
    if (chip == nullptr) {
        error = "unknown board '" + options.board + "'; there are: " + board_names();
        return nullptr;
    }
    std::error_code ignored;
    if (!options.filesystem.empty() &&
        !std::filesystem::is_directory(options.filesystem, ignored)) {
        error = "filesystem folder " + options.filesystem + ": there is no such folder";
        return nullptr;
    }
    auto board = std::make_unique<SimBoard>(*chip, options);
    error = board->prepare(options);
    return error.empty() ? std::move(board) : nullptr;
}

}  // namespace krait::sim
