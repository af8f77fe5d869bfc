#include "sim/parts/rtc.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

IoResult SimRtc::set_memory(Bytes content) {
    if (content.size() > capacity_) return Errno::NoSpace;
    memory_.assign(content.begin(), content.end());
    return static_cast<i32>(content.size());
}

IoResult SimRtc::set_alarm(u64 at_us, u64 period_us) {
    u64 moment = wiring_.moment_of(at_us);
    if (moment == kNever || period_us > kNever / kNsPerUs / 2) return Errno::InvalidArgument;
    cancel_alarm();
    arm(moment, period_us * kNsPerUs);
    return 0;
}

void SimRtc::arm(u64 moment, u64 period) {
    ticket_ = wiring_.time.at(moment, [this, moment, period] {
        ticket_ = {};
        wiring_.trace.line("rtc alarm");
        wiring_.interrupts.post({hal::EventKind::Rtc}, 0);
        if (period != 0) arm(moment + period, period);
    });
}

u64 SimRtc::alarm_left_us() {
    wiring_.time.touch();
    u64 now = wiring_.time.now();
    return ticket_.sequence == 0 || ticket_.time <= now ? 0 : (ticket_.time - now) / kNsPerUs;
}

}  // namespace krait::sim
