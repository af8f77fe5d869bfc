#include "sim/parts/power.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::ResetCause;
using hal::WakeReason;

namespace {

const char* name_of(ResetCause cause) {
    switch (cause) {
        case ResetCause::PowerOn: return "power-on";
        case ResetCause::Hard: return "hard";
        case ResetCause::Watchdog: return "watchdog";
        case ResetCause::DeepSleep: return "deep-sleep";
        case ResetCause::Soft: return "soft";
    }
    return "unknown";
}

}  // namespace

void SimPower::request(ResetCause cause) {
    if (wiring_.interrupts.run_end() != RunEnd::None) return;  // the first one counts
    requested_ = cause;
    wiring_.trace.line("reset %s", name_of(cause));
    wiring_.interrupts.end_run(RunEnd::Restart);
}

void SimPower::soft_reset() {
    wiring_.trace.line("reset %s", name_of(ResetCause::Soft));
    cause_ = ResetCause::Soft;
    hooks_.soft_reset();
}

WakeReason SimPower::light_sleep(u64 deadline_us) {
    wiring_.trace.line("sleep light");
    wake_reason_ = hooks_.light_sleep(wiring_.moment_of(deadline_us));
    wiring_.trace.line("wake %s", wake_reason_ == WakeReason::Pin ? "pin" : "timer");
    return wake_reason_;
}

void SimPower::deep_sleep(u64 duration_us) {
    wake_at_ = wiring_.moment_of(duration_us >= hal::kForever - wiring_.ticks_us()
                                     ? hal::kForever
                                     : wiring_.ticks_us() + duration_us);
    request(ResetCause::DeepSleep);
}

IoResult SimPower::set_frequency_hz(u32 hz) {
    for (u32 possible : chip_.frequencies_hz) {
        if (possible != hz) continue;
        frequency_ = hz;
        wiring_.trace.line("cpu %u Hz", hz);
        return 0;
    }
    return Errno::InvalidArgument;
}

void SimPower::boot(WakeReason wake_reason) {
    cause_ = requested_;
    wake_reason_ = wake_reason;
    frequency_ = chip_.frequency_hz;
    wake_at_ = 0;
}

}  // namespace krait::sim
