#include "sim/parts/uart.hpp"

#include <algorithm>
#include <utility>

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
    close(number);
    Unit& unit = units_[number];
    unit.config = config;
    unit.byte_time = config.bits_per_byte() * kNsPerSecond / config.baud_rate;
    return 0;
}

void SimUart::close(u8 unit) {
    wiring_.time.cancel(units_[unit].ticket);
    units_[unit] = Unit();
}

void SimUart::reset() {
    for (u8 unit = 0; unit < count(); unit++) close(unit);
}

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
    if (data.empty()) return 0;
    wiring_.trace.line("uart %d sends %zu bytes", number, data.size());
    unit.send_idle_at = unit.sent_at;
    if (is_looped_) unit.receive_idle_at = unit.sent_at + unit.byte_time;
    arm(number);
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

// --- interrupts ----------------------------------------------------------------------------------

IoResult SimUart::send_break(u8 number) {
    constexpr u64 kBits = 13;
    wiring_.time.touch();
    Unit& unit = units_[number];
    unit.sent_at =
        std::max(unit.sent_at, wiring_.time.now()) + kBits * kNsPerSecond / unit.config.baud_rate;
    wiring_.trace.line("uart %d sends a break", number);
    unit.send_idle_at = unit.sent_at;
    if (is_looped_) unit.break_at = unit.sent_at;
    arm(number);
    return 0;
}

IoResult SimUart::set_irq(u8 number, u8 triggers, bool is_hard) {
    wiring_.time.touch();
    Unit& unit = units_[number];
    unit.triggers = triggers;
    unit.is_hard = is_hard;
    unit.flags = 0;
    const u64 now = unit.told_until = wiring_.time.now();
    for (u64* moment : {&unit.send_idle_at, &unit.receive_idle_at, &unit.break_at})
        if (*moment <= now) *moment = kNever;
    arm(number);
    return 0;
}

u8 SimUart::take_irq_flags(u8 unit) { return std::exchange(units_[unit].flags, u8{0}); }

u64 SimUart::next_arrival(const Unit& unit) const {
    auto next = std::upper_bound(unit.arrivals.begin(), unit.arrivals.end(), unit.told_until,
                                 [](u64 time, const Arrival& at) { return time < at.time; });
    return next == unit.arrivals.end() ? kNever : next->time;
}

void SimUart::arm(u8 number) {
    Unit& unit = units_[number];
    wiring_.time.cancel(unit.ticket);
    if (unit.triggers == 0) return;
    u64 next = std::min({unit.send_idle_at, unit.receive_idle_at, unit.break_at});
    if (unit.triggers & hal::kUartReceived) next = std::min(next, next_arrival(unit));
    if (next != kNever) unit.ticket = wiring_.time.at(next, [this, number] { fire(number); });
}

void SimUart::fire(u8 number) {
    Unit& unit = units_[number];
    unit.ticket = {};
    const u64 now = wiring_.time.now();
    u8 happened = next_arrival(unit) <= now ? hal::kUartReceived : 0;
    unit.told_until = now;
    auto pass = [&](u64& moment, u8 flag) {
        if (moment > now) return;
        moment = kNever;
        happened |= flag;
    };
    pass(unit.send_idle_at, hal::kUartSendIdle);
    pass(unit.receive_idle_at, hal::kUartReceiveIdle);
    pass(unit.break_at, hal::kUartBreak);
    happened &= unit.triggers;
    unit.flags |= happened;
    if (happened != 0)
        wiring_.interrupts.post({hal::EventKind::Uart, number, unit.is_hard}, happened);
    arm(number);
}

}  // namespace krait::sim
