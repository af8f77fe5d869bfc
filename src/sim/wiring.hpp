// What every part of a virtual board is connected to: its time, its interrupt line, its
// trace and its figures.
#pragma once

#include "sim/interrupts.hpp"
#include "sim/stats.hpp"
#include "sim/timeline.hpp"
#include "sim/trace.hpp"

namespace krait::sim {

struct Wiring {
    Timeline& time;
    Interrupts& interrupts;
    Trace& trace;
    Stats& stats;
    u64 boot = 0;  // when the board last started

    // The board's ticks count from its boot.
    u64 ticks_us() const { return (time.now() - boot) / kNsPerUs; }
    // The moment of a tick on the timeline; kForever is kNever.
    u64 moment_of(u64 ticks_us) const {
        return ticks_us >= (kNever - boot) / kNsPerUs ? kNever : boot + ticks_us * kNsPerUs;
    }
};

}  // namespace krait::sim
