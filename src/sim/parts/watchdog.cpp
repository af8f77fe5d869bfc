#include "sim/parts/watchdog.hpp"

#include <algorithm>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

IoResult SimWatchdog::start(u32 timeout_ms) {
    wiring_.time.touch();
    if (timeout_ms == 0) return Errno::InvalidArgument;
    timeout_ = timeout_ms * kNsPerMs;
    wiring_.trace.line("wdt start %u ms", timeout_ms);
    arm(timeout_);
    return 0;
}

void SimWatchdog::arm(u64 duration) {
    wiring_.time.cancel(ticket_);
    remaining_ = duration;
    if (paused_) return;
    ticket_ = wiring_.time.at(wiring_.time.now() + duration, [this] {
        ticket_ = {};
        wiring_.trace.line("wdt fire");
        power_.request(hal::ResetCause::Watchdog);
    });
}

void SimWatchdog::feed() {
    wiring_.time.touch();
    if (timeout_ == 0) return;
    wiring_.trace.line("wdt feed");
    arm(timeout_);
}

IoResult SimWatchdog::pause(bool paused) {
    if (timeout_ == 0 || paused == paused_) return 0;
    if (paused) {
        remaining_ = ticket_.time - std::min(ticket_.time, wiring_.time.now());
        wiring_.time.cancel(ticket_);
        paused_ = true;
    } else {
        paused_ = false;
        arm(remaining_);
    }
    return 0;
}

void SimWatchdog::reset() {
    wiring_.time.cancel(ticket_);
    timeout_ = remaining_ = 0;
    paused_ = false;
}

}  // namespace krait::sim
