#include "sim/parts/uart.hpp"

#include <algorithm>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {
constexpr u32 kMaxBaudRate = 5'000'000;
}

IoResult SimUart::open(u8 number, const hal::UartConfig& config) {
    wiring_.time.touch();
    if (config.baud_rate == 0 || config.baud_rate > kMaxBaudRate) return Errno::InvalidArgument;
    for (i16 pin : {config.tx, config.rx})
        if (pin >= 0 && !pins_.check(pin).is_ok()) return Errno::InvalidArgument;
    Unit& unit = units_[number];
    unit = Unit();
    unit.config = config;
    unit.byte_time = config.bits_per_byte() * kNsPerSecond / config.baud_rate;
    return 0;
}

void SimUart::close(u8 unit) { units_[unit] = Unit(); }

u32 SimUart::writable(u8 number) {
    wiring_.time.touch();
    const Unit& unit = units_[number];
    const u64 now = wiring_.time.now();
    const u64 waiting = unit.sent_at > now ? (unit.sent_at - now) / unit.byte_time : 0;
    return waiting >= unit.config.send_bytes ? 0
                                             : unit.config.send_bytes - static_cast<u32>(waiting);
}

IoResult SimUart::write(u8 number, Bytes data) {
    data = data.first(std::min<usize>(data.size(), writable(number)));
    Unit& unit = units_[number];
    unit.sent_at = std::max(unit.sent_at, wiring_.time.now());
    for (u8 byte : data) {
        unit.sent_at += unit.byte_time;
        if (is_looped_) unit.arrivals.push_back({unit.sent_at, byte});
    }
    if (!data.empty()) wiring_.trace.line("uart %d sends %zu bytes", number, data.size());
    return static_cast<i32>(data.size());
}

// What has arrived by now, and has found room.
u32 SimUart::readable(u8 number) {
    wiring_.time.touch();
    Unit& unit = units_[number];
    u32 count = 0;
    for (auto at = unit.arrivals.begin(); at != unit.arrivals.end();) {
        if (at->time > wiring_.time.now()) break;
        if (count == unit.config.receive_bytes) {
            at = unit.arrivals.erase(at);
        } else {
            ++at;
            ++count;
        }
    }
    return count;
}

IoResult SimUart::read(u8 number, MutableBytes into) {
    const usize count = std::min<usize>(into.size(), readable(number));
    auto& arrivals = units_[number].arrivals;
    for (usize i = 0; i < count; i++) {
        into[i] = arrivals.front().byte;
        arrivals.pop_front();
    }
    return static_cast<i32>(count);
}

u64 SimUart::sent_at_us(u8 unit) {
    wiring_.time.touch();
    const u64 at = std::max(units_[unit].sent_at, wiring_.boot);
    return (at - wiring_.boot + kNsPerUs - 1) / kNsPerUs;
}

}  // namespace krait::sim
