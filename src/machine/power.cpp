// The functions of machine that act on the whole chip: resets, sleep, clock, identity.
#include "core/bind.hpp"
#include "machine/parts.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

using hal::ResetCause;
using hal::WakeReason;

Result<hal::Power*> need_power(Interp& in) {
    return need_part(in, in.board()->power(), "power control");
}

// On a board that lives in a process, a reset is a request that unwinds the script.
Status unwind(Interp& in) { return in.serve_safe_point(); }

Status machine_reset(Interp& in) {
    KRAIT_TRY(need_power(in))->reset();
    return unwind(in);
}

Status machine_soft_reset(Interp& in) {
    if (hal::Power* power = in.board()->power()) power->soft_reset();
    in.scheduler()->begin_soft_reset();
    return unwind(in);
}

Value machine_reset_cause(Interp& in) {
    return Value::from_int(static_cast<int>(KRAIT_TRY(need_power(in))->reset_cause()));
}

Value machine_wake_reason(Interp& in) {
    return Value::from_int(static_cast<int>(KRAIT_TRY(need_power(in))->wake_reason()));
}

Value machine_freq(Interp& in, Value hz) {
    hal::Power& power = *KRAIT_TRY(need_power(in));
    if (!hz) return new_int(in, power.frequency_hz());
    const isize wanted = KRAIT_TRY(to_index(in, hz));
    if (wanted <= 0 || wanted > std::numeric_limits<i32>::max() ||
        !power.set_frequency_hz(static_cast<u32>(wanted)).is_ok())
        return raise(in, kValueError, "this frequency is not possible");
    return none();
}

Value machine_unique_id(Interp& in) {
    return new_bytes(in, KRAIT_TRY(need_power(in))->unique_id());
}

Status machine_idle(Interp& in) {
    KRAIT_TRY(need_power(in))->idle();
    return unwind(in);
}

// Microseconds; forever when the argument was left out.
Status read_duration(Interp& in, Value ms, u64& out) {
    out = hal::kForever;
    if (!ms || is_none(ms)) return kOk;
    const isize given = KRAIT_TRY(to_index_clamped(in, ms));
    if (given < 0) return raise(in, kValueError, "time must not be negative");
    out = static_cast<u64>(given) * 1000;
    return kOk;
}

Status machine_lightsleep(Interp& in, Value time_ms) {
    hal::Power& power = *KRAIT_TRY(need_power(in));
    u64 us = 0;
    KRAIT_TRY(read_duration(in, time_ms, us));
    power.light_sleep(us == hal::kForever ? us : in.scheduler()->deadline_in(us));
    return unwind(in);
}

Status machine_deepsleep(Interp& in, Value time_ms) {
    hal::Power& power = *KRAIT_TRY(need_power(in));
    u64 us = 0;
    KRAIT_TRY(read_duration(in, time_ms, us));
    power.deep_sleep(us);
    return unwind(in);
}

// Meanwhile no other thread has its turn either, unless this one waits. A state of 0: nothing was
// forbidden before.
isize machine_disable_irq(Interp& in) {
    hal::Power* power = in.board()->power();
    const u32 state = power ? power->mask_interrupts() : in.thread().holds;
    in.thread().holds = state + 1;
    return static_cast<isize>(state);
}

Status machine_enable_irq(Interp& in, isize state) {
    const u32 before = static_cast<u32>(state);
    if (hal::Power* power = in.board()->power()) power->restore_interrupts(before);
    in.thread().holds = before;
    return in.safe_point().load() ? unwind(in) : Status(kOk);
}

// What a pulse is measured at: a pin of the board, or any object with a method `value`.
struct PulsePin {
    isize number = -1;
    Value object;
};
Result<bool> level_of(Interp& in, const PulsePin& pin) {
    if (pin.number >= 0) return in.board()->pins()->read(static_cast<u16>(pin.number));
    return truth(in, KRAIT_TRY(call_method(in, pin.object, "value"_sym)));
}

// Waits until the pin has the level. False: the time is over.
Result<bool> wait_level(Interp& in, const PulsePin& pin, bool level, u64 deadline_us) {
    constexpr u32 kLooksPerCheck = 64;
    for (u32 looks = 0; KRAIT_TRY(level_of(in, pin)) != level; ++looks) {
        if (in.scheduler()->now_us() >= deadline_us) return false;
        if (looks % kLooksPerCheck == 0 && in.safe_point().load()) KRAIT_TRY(unwind(in));
    }
    return true;
}

// The length of a pulse; -2: it did not begin in time, -1: it did not end.
Value machine_time_pulse_us(Interp& in, Value pin, bool level, isize timeout_us) {
    PulsePin source;
    if (is<Pin>(pin) || is_int(pin) || is<Str>(pin))
        source.number = KRAIT_TRY(pin_number(in, pin));
    else
        source.object = pin;
    Scheduler& scheduler = *in.scheduler();
    const u64 limit = timeout_us < 0 ? 0 : static_cast<u64>(timeout_us);
    if (!KRAIT_TRY(wait_level(in, source, level, scheduler.deadline_in(limit))))
        return Value::from_int(-2);
    const u64 began = scheduler.now_us();
    if (!KRAIT_TRY(wait_level(in, source, !level, began + limit))) return Value::from_int(-1);
    return new_int_unsigned(in, scheduler.now_us() - began);
}

constexpr Row kRows[] = {
    def<"reset()", machine_reset>,
    def<"soft_reset()", machine_soft_reset>,
    def<"reset_cause()", machine_reset_cause>,
    def<"wake_reason()", machine_wake_reason>,
    def<"freq(hz=..., /)", machine_freq>,
    def<"unique_id()", machine_unique_id>,
    def<"idle()", machine_idle>,
    def<"lightsleep(time_ms=..., /)", machine_lightsleep>,
    alias<"sleep">(def<"lightsleep(time_ms=..., /)", machine_lightsleep>),
    def<"deepsleep(time_ms=..., /)", machine_deepsleep>,
    def<"disable_irq()", machine_disable_irq>,
    def<"enable_irq(state=0, /)", machine_enable_irq>,
    def<"time_pulse_us(pin, pulse_level, timeout_us=1000000, /)", machine_time_pulse_us>,
    constant<"PWRON_RESET">(static_cast<int>(ResetCause::PowerOn)),
    constant<"HARD_RESET">(static_cast<int>(ResetCause::Hard)),
    constant<"WDT_RESET">(static_cast<int>(ResetCause::Watchdog)),
    constant<"DEEPSLEEP_RESET">(static_cast<int>(ResetCause::DeepSleep)),
    constant<"SOFT_RESET">(static_cast<int>(ResetCause::Soft)),
    constant<"PIN_WAKE">(static_cast<int>(WakeReason::Pin)),
    constant<"TIMER_WAKE">(static_cast<int>(WakeReason::Timer)),
    constant<"EXT0_WAKE">(static_cast<int>(WakeReason::Pin)),
    constant<"WLAN_WAKE">(static_cast<int>(WakeReason::Radio)),
    constant<"IDLE">(kIdle),
    constant<"SLEEP">(kSleep),
    constant<"DEEPSLEEP">(kDeepSleep),
};

}  // namespace

constinit const std::span<const Row> kPowerRows = kRows;

}  // namespace krait
