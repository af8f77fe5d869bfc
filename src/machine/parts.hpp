// What the files of `machine` share: the objects that hardware refers to, and how a part of the
// board is had.
//
// Hardware knows pins, timers and buses by number only. MachineState, which is made at first use,
// has for each number the object that an event is for; so what has a callback lives on without
// being referred to by the script, as long as the hardware may call it.
#pragma once

#include "core/errno.hpp"
#include "core/scheduler.hpp"

namespace krait {

struct MachineState : Object {
    static const BuiltinType kType;
    ValueArray* pins;    // by number: the Pin
    ValueArray* irqs;    // by number: the PinIrq
    ValueArray* timers;  // by unit: the timer that it runs for
    ValueArray* buses;   // by bus: the I2S that has it open
    ValueArray* uarts;   // by unit: the UartIrq
    Value alarm;         // what the RTC's alarm calls; empty: nothing
};
// Made, and connected to the events, at first use.
Result<MachineState*> machine_state(Interp&);

// Of `wake` arguments: the sleep that an interrupt may end.
constexpr int kIdle = 1, kSleep = 2, kDeepSleep = 4;

// Functions that act on the whole chip (power.cpp).
extern constinit const std::span<const Row> kPowerRows;
// What is sent and measured as pulses (pulses.cpp).
extern constinit const std::span<const Row> kPulseRows;
// mem8 and the like (memory.cpp).
extern constinit const std::span<const Row> kMemoryRows;

// What serves the events (each is in the file of its class).
Status serve_pin(Interp&, hal::EventId source, u32 argument);
Status serve_timer(Interp&, hal::EventId source, u32 argument);
Status serve_i2s(Interp&, hal::EventId source, u32 argument);
Status serve_alarm(Interp&, hal::EventId source, u32 argument);
Status serve_uart(Interp&, hal::EventId source, u32 argument);

// `part` of the board; NotImplementedError, saying what is missing, if it is null.
template <class Part>
Result<Part*> need_part(Interp& in, Part* part, std::string_view what) {
    if (part) return part;
    return raise(in, kNotImplementedError, "the board '{}' has no {}", in.board()->info().name,
                 what);
}

// OSError for what the HAL answered, if it is an error.
inline Status check(Interp& in, hal::IoResult result) {
    (void)KRAIT_TRY(take_count(in, result));
    return kOk;
}

// The value of an argument that is None or was left out as -1, or else an int.
inline bool is_left_out(Value v) { return is_none(v) || v == Value::from_int(-1); }

}  // namespace krait
