#include "sim/parts/onewire.hpp"

namespace krait::sim {

namespace {
constexpr u64 kReset = 960 * kNsPerUs, kSlot = 65 * kNsPerUs;
}

hal::IoResult SimOneWire::reset(u16 pin) {
    wiring_.time.spend(kReset);
    auto& devices = devices_[pin];
    for (auto& device : devices) device->reset();
    wiring_.trace.line("1-wire at pin %d: reset, %zu devices", pin, devices.size());
    return devices.empty() ? 0 : 1;
}

bool SimOneWire::read_bit(u16 pin) {
    wiring_.time.spend(kSlot);
    bool level = true;
    for (auto& device : devices_[pin]) level &= device->read_bit();
    return level;
}

void SimOneWire::write_bit(u16 pin, bool bit) {
    wiring_.time.spend(kSlot);
    for (auto& device : devices_[pin]) device->write_bit(bit);
}

}  // namespace krait::sim
