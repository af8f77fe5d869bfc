#include "sim/parts/analog.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {

// Full scale of each attenuation, as the data sheet of the ESP32-S3 has them.
constexpr std::array<double, 4> kFullScale{0.95, 1.25, 1.75, 3.1};
constexpr usize kPwmChannels = 8;
constexpr u32 kMaxPwmHz = 40'000'000;

}  // namespace

u8 SimAdc::attenuations() const { return static_cast<u8>(kFullScale.size()); }

IoResult SimAdc::open(u16 pin) {
    if (!contains(chip_.adc_pins, pin)) return Errno::InvalidArgument;
    return 0;
}

u32 SimAdc::read_uv(u16 pin, u8 attenuation) {
    wiring_.time.touch();
    const auto there = volts_.find(pin);
    const double volts = there == volts_.end() ? 0 : there->second;
    return static_cast<u32>(std::lround(std::clamp(volts, 0.0, kFullScale[attenuation]) * 1e6));
}

// The converter has 12 bits; the upper ones fill the lower.
u16 SimAdc::read(u16 pin, u8 attenuation) {
    const double part = read_uv(pin, attenuation) / (kFullScale[attenuation] * 1e6);
    const auto raw = static_cast<u16>(std::lround(part * 4095));
    return static_cast<u16>(raw << 4 | raw >> 8);
}

IoResult SimPwm::set(u16 pin, u32 frequency_hz, u16 duty) {
    wiring_.time.touch();
    if (frequency_hz == 0 || frequency_hz > kMaxPwmHz) return Errno::InvalidArgument;
    hal::PinConfig config;
    config.mode = hal::PinMode::Out;
    if (!channels_.contains(pin)) {
        if (channels_.size() == kPwmChannels) return Errno::NoDevice;
        if (!pins_.configure(pin, config).is_ok()) return Errno::InvalidArgument;
    }
    channels_[pin] = frequency_hz;
    const u64 period = kNsPerSecond / frequency_hz;
    pins_.set_pulses(pin, SimPins::Pulses{wiring_.time.now(), period, period * duty / 65535});
    wiring_.trace.line("pwm %d %u Hz %u/65535", pin, frequency_hz, duty);
    return 0;
}

void SimPwm::stop(u16 pin) {
    if (channels_.erase(pin) == 0) return;
    pins_.set_pulses(pin, std::nullopt);
    pins_.write(pin, false);
    wiring_.trace.line("pwm %d off", pin);
}

void SimPwm::reset() {
    for (const auto& [pin, frequency] : channels_) pins_.set_pulses(pin, std::nullopt);
    channels_.clear();
}

}  // namespace krait::sim
