// The machine module: the classes of its own files, and the functions that concern the whole chip.
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

Result<hal::Power*> power_of(Interp& in) { return need_part(in, in.board()->power()); }

// The run ends here: what the board has asked for takes effect at once.
Value unwind(Interp& in) {
    KRAIT_TRY(in.serve_safe_point());
    return raise_args(in, kSystemExit, {});
}

Value machine_reset(Interp& in) {
    KRAIT_TRY(power_of(in))->reset();
    return unwind(in);
}

Value machine_soft_reset(Interp& in) {
    if (hal::Power* power = in.board()->power()) power->soft_reset();
    in.scheduler()->begin_soft_reset();
    return unwind(in);
}

Result<isize> machine_reset_cause(Interp& in) {
    return static_cast<isize>(KRAIT_TRY(power_of(in))->reset_cause());
}
Result<isize> machine_wake_reason(Interp& in) {
    return static_cast<isize>(KRAIT_TRY(power_of(in))->wake_reason());
}

Status machine_idle(Interp& in) {
    if (hal::Power* power = in.board()->power()) power->idle();
    return in.serve_safe_point();
}

// The moment that lies so many milliseconds from now; for ever if none are given.
Result<isize> sleep_time(Interp& in, Value ms) {
    if (is_none(ms)) return -1;
    Float f = 0;
    KRAIT_TRY(to_float(in, ms, f));
    if (f < 0) return raise(in, kValueError, "negative time");
    return static_cast<isize>(std::min(f, Float(kIs64 ? 1e15 : 2e9)));
}

Status machine_lightsleep(Interp& in, Value time_ms) {
    const isize ms = KRAIT_TRY(sleep_time(in, time_ms));
    hal::Power* power = KRAIT_TRY(power_of(in));
    (void)power->light_sleep(ms < 0 ? hal::kForever
                                    : in.scheduler()->deadline_in(static_cast<u64>(ms) * 1000));
    return in.serve_safe_point();
}

Value machine_deepsleep(Interp& in, Value time_ms) {
    const isize ms = KRAIT_TRY(sleep_time(in, time_ms));
    KRAIT_TRY(power_of(in))->deep_sleep(ms < 0 ? hal::kForever : static_cast<u64>(ms) * 1000);
    return unwind(in);
}

Value machine_freq(Interp& in, Value hz) {
    hal::Power* power = KRAIT_TRY(power_of(in));
    if (!hz) return new_int(in, power->frequency_hz());
    const isize wanted = KRAIT_TRY(to_index(in, hz));
    if (wanted <= 0 || !power->set_frequency_hz(static_cast<u32>(wanted)).is_ok())
        return raise(in, kValueError, "the chip cannot run at {} Hz", wanted);
    return none();
}

Value machine_unique_id(Interp& in) { return new_bytes(in, KRAIT_TRY(power_of(in))->unique_id()); }

Result<isize> machine_disable_irq(Interp& in) {
    return static_cast<isize>(KRAIT_TRY(power_of(in))->mask_interrupts());
}
Status machine_enable_irq(Interp& in, isize state) {
    KRAIT_TRY(power_of(in))->restore_interrupts(static_cast<u32>(state));
    return in.serve_safe_point();
}

// Waits until the pin has that level; false after the timeout.
bool wait_level(Interp& in, u16 pin, bool level, u64 deadline) {
    while (in.board()->pins()->read(pin) != level)
        if (in.scheduler()->now_us() >= deadline) return false;
    return true;
}

Value machine_time_pulse_us(Interp& in, Value pin_value, isize level, i64 timeout_us) {
    const auto pin = static_cast<u16>(KRAIT_TRY(pin_number(in, pin_value)));
    const u64 timeout = timeout_us < 0 ? 0 : static_cast<u64>(timeout_us);
    if (!wait_level(in, pin, level != 0, in.scheduler()->deadline_in(timeout)))
        return Value::from_int(-2);
    const u64 start = in.scheduler()->now_us();
    if (!wait_level(in, pin, level == 0, in.scheduler()->deadline_in(timeout)))
        return Value::from_int(-1);
    return new_int_unsigned(in, in.scheduler()->now_us() - start);
}

constexpr Row kRows[] = {
    constant<"I2S">(&kI2sType),
    constant<"Pin">(&kPinType),
    constant<"RTC">(&kRtcType),
    constant<"Signal">(&kSignalType),
    constant<"Timer">(&kTimerType),
    constant<"WDT">(&kWdtType),
    def<"reset()", machine_reset>,
    def<"soft_reset()", machine_soft_reset>,
    def<"reset_cause()", machine_reset_cause>,
    def<"wake_reason()", machine_wake_reason>,
    def<"idle()", machine_idle>,
    def<"lightsleep(time_ms=None, /)", machine_lightsleep>,
    def<"deepsleep(time_ms=None, /)", machine_deepsleep>,
    def<"sleep(time_ms=None, /)", machine_lightsleep>,
    def<"freq(hz=..., /)", machine_freq>,
    def<"unique_id()", machine_unique_id>,
    def<"disable_irq()", machine_disable_irq>,
    def<"enable_irq(state, /)", machine_enable_irq>,
    def<"time_pulse_us(pin, pulse_level, timeout_us=1000000, /)", machine_time_pulse_us>,
    constant<"PWRON_RESET">(1),
    constant<"HARD_RESET">(2),
    constant<"WDT_RESET">(3),
    constant<"DEEPSLEEP_RESET">(4),
    constant<"SOFT_RESET">(5),
    constant<"SLEEP">(2),
    constant<"DEEPSLEEP">(4),
    constant<"PIN_WAKE">(2),
    constant<"EXT0_WAKE">(2),
    constant<"EXT1_WAKE">(3),
    constant<"TIMER_WAKE">(4),
    constant<"TOUCHPAD_WAKE">(5),
    constant<"ULP_WAKE">(6),
};

}  // namespace

extern constinit const ModuleDef kMachineModule{.name = "machine"_sym, .rows = kRows};

}  // namespace krait
