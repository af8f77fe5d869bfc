#include "sim/parts/buses.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {

constexpr u32 kMaxI2cHz = 1'000'000, kMaxSpiHz = 80'000'000;
// Shorter transfers are not worth sleeping for.
constexpr u64 kLeastSleep = 50 * kNsPerUs;

bool has_pin(SimPins& pins, i16 pin) { return pin < 0 || pins.check(pin).is_ok(); }

}  // namespace

void BusTime::pass(u64 bits, u32 rate_hz) {
    const u64 ns = bits * kNsPerSecond / rate_hz;
    if (wiring_.time.mode() == TimeMode::Real && ns >= kLeastSleep)
        std::this_thread::sleep_for(std::chrono::nanoseconds(ns));
    wiring_.time.spend(std::max(ns, Timeline::kAccessCost));
}

IoResult SimI2c::open(u8 bus, const hal::I2cConfig& config) {
    if (config.frequency_hz == 0 || config.frequency_hz > kMaxI2cHz) return Errno::InvalidArgument;
    if (!has_pin(pins_, config.scl) || !has_pin(pins_, config.sda)) return Errno::InvalidArgument;
    rates_[bus] = config.frequency_hz;
    return 0;
}

IoResult SimI2c::transfer(u8 bus, u8 address, Bytes out, MutableBytes into, bool) {
    constexpr u64 kBitsPerByte = 9, kFrameBits = 2;
    const bool both = !out.empty() && !into.empty();
    time_.pass((out.size() + into.size() + (both ? 2 : 1)) * kBitsPerByte + kFrameBits,
               rates_[bus]);
    const auto device = devices_.find(address);
    wiring_.trace.line("i2c %d address 0x%02x write %zu read %zu%s", bus, address, out.size(),
                       into.size(), device == devices_.end() ? ": nobody" : "");
    if (device == devices_.end()) return Errno::NoDevice;
    const usize taken = out.empty() ? 0 : device->second->write(out);
    if (!into.empty()) device->second->read(into);
    return static_cast<i32>(taken);
}

IoResult SimSpi::open(u8 bus, const hal::SpiConfig& config) {
    if (config.rate_hz == 0) return Errno::InvalidArgument;
    for (i16 pin : {config.sck, config.mosi, config.miso})
        if (!has_pin(pins_, pin)) return Errno::InvalidArgument;
    // The chip divides its clock by a whole number.
    const u32 rate = std::min(config.rate_hz, kMaxSpiHz);
    rates_[bus] = kMaxSpiHz / ((kMaxSpiHz + rate - 1) / rate);
    return static_cast<i32>(rates_[bus]);
}

IoResult SimSpi::transfer(u8 bus, Bytes out, MutableBytes into, u8 fill) {
    const usize size = std::max(out.size(), into.size());
    time_.pass(size * 8, rates_[bus]);
    wiring_.trace.line("spi %d %zu bytes", bus, size);
    for (usize i = 0; i < into.size(); i++) {
        const u8 sent = i < out.size() ? out[i] : fill;
        into[i] = is_looped_ ? sent : u8{0};
    }
    return static_cast<i32>(size);
}

}  // namespace krait::sim
