#include "sim/parts/timers.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {
constexpr u64 kMaxPeriodUs = u64{1} << 53;
}

IoResult SimTimers::start(u8 unit, u64 period_us, bool is_periodic, bool is_hard) {
    wiring_.time.touch();
    if (period_us == 0 || period_us > kMaxPeriodUs) return Errno::InvalidArgument;
    stop(unit);
    on_start_();
    Unit& timer = units_[unit];
    timer.began = wiring_.time.now();
    timer.period = period_us * kNsPerUs;
    timer.is_periodic = is_periodic;
    timer.is_hard = is_hard;
    arm(unit);
    return 0;
}

void SimTimers::stop(u8 unit) { wiring_.time.cancel(units_[unit].ticket); }

void SimTimers::arm(u8 unit) {
    Unit& timer = units_[unit];
    timer.ticket = wiring_.time.at(timer.began + timer.period, [this, unit] { expire(unit); });
}

void SimTimers::expire(u8 unit) {
    Unit& timer = units_[unit];
    timer.ticket = {};
    u64 periods = 1;
    if (timer.is_periodic && wiring_.time.mode() == TimeMode::Real) {
        // The host was late: the periods missed are told in one event.
        u64 late = wiring_.time.host_now() - (timer.began + timer.period);
        periods += late / timer.period;
    }
    timer.began += periods * timer.period;
    wiring_.trace.line("timer %d expired", unit);
    wiring_.interrupts.post({hal::EventKind::Timer, unit, timer.is_hard},
                            static_cast<u32>(periods));
    if (timer.is_periodic) arm(unit);
}

u64 SimTimers::elapsed_us(u8 unit) {
    wiring_.time.touch();
    if (!is_running(unit)) return 0;
    return (wiring_.time.now() - units_[unit].began) / kNsPerUs;
}

void SimTimers::reset() {
    for (u8 unit = 0; unit < count(); unit++) stop(unit);
}

}  // namespace krait::sim
