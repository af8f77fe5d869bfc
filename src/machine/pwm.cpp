// machine.PWM, as MicroPython's ESP32 port has it.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

constexpr u32 kFirstHz = 5000;
constexpr isize kFull = 65535, kFull10 = 1023;
constexpr u64 kNsPerSecond = 1'000'000'000;

Status apply(Interp& in, PwmPin* self) {
    const hal::IoResult set =
        in.board()->pwm()->set(static_cast<u16>(self->pin), self->frequency_hz, self->duty);
    if (set.is_ok()) {
        self->is_on = true;
        return kOk;
    }
    if (set.is(hal::Errno::NoDevice)) return raise(in, kValueError, "out of PWM channels");
    return raise(in, kValueError, "invalid pin or freq");
}

// A number of 0 to `most`.
Result<isize> in_range(Interp& in, Value v, isize most, std::string_view what) {
    const isize number = KRAIT_TRY(to_index(in, v));
    if (number < 0 || number > most)
        return raise(in, kValueError, "{} must be 0 to {}", what, most);
    return number;
}

u16 duty_of_ns(const PwmPin* self, u64 ns) {
    return static_cast<u16>(std::min<u64>(ns * self->frequency_hz * kFull / kNsPerSecond, kFull));
}

Status set_all(Interp& in, PwmPin* self, Value freq, Value duty, Value duty_u16, Value duty_ns) {
    if (!is_left_out(freq)) {
        const isize hz = KRAIT_TRY(to_index(in, freq));
        if (hz <= 0 || hz > std::numeric_limits<i32>::max())
            return raise(in, kValueError, "invalid freq");
        self->frequency_hz = static_cast<u32>(hz);
    }
    if (!is_left_out(duty))
        self->duty =
            static_cast<u16>(KRAIT_TRY(in_range(in, duty, kFull10, "duty")) * kFull / kFull10);
    if (!is_left_out(duty_u16))
        self->duty = static_cast<u16>(KRAIT_TRY(in_range(in, duty_u16, kFull, "duty_u16")));
    if (!is_left_out(duty_ns))
        self->duty = duty_of_ns(
            self, static_cast<u64>(KRAIT_TRY(in_range(in, duty_ns, kNsPerSecond, "duty_ns"))));
    return apply(in, self);
}

Value pwm_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value dest, freq, duty, duty_u16, duty_ns;
    bool invert;
    KRAIT_TRY((parse_args<"(dest, freq=None, duty=None, duty_u16=None, duty_ns=None, "
                          "invert=False)">(in, "PWM"_sym, args, dest, freq, duty, duty_u16, duty_ns,
                                           invert)));
    (void)KRAIT_TRY(need_part(in, in.board()->pwm(), "PWM"));
    PwmPin* self = KRAIT_TRY(make_instance<PwmPin>(in, cls));
    self->pin = KRAIT_TRY(pin_number(in, dest));
    self->frequency_hz = kFirstHz;
    self->duty = kFull / 2 + 1;
    KRAIT_TRY(set_all(in, self, freq, duty, duty_u16, duty_ns));
    return self;
}

Status pwm_init(Interp& in, PwmPin* self, Value freq, Value duty, Value duty_u16, Value duty_ns) {
    return set_all(in, self, freq, duty, duty_u16, duty_ns);
}

void pwm_deinit(Interp& in, PwmPin* self) {
    if (self->is_on) in.board()->pwm()->stop(static_cast<u16>(self->pin));
    self->is_on = false;
}

Value pwm_freq(Interp& in, PwmPin* self, Value hz) {
    if (!hz) return new_int(in, self->frequency_hz);
    KRAIT_TRY(set_all(in, self, hz, none(), none(), none()));
    return none();
}
Value pwm_duty(Interp& in, PwmPin* self, Value duty) {
    if (!duty) return Value::from_int((self->duty * kFull10 + kFull / 2) / kFull);
    KRAIT_TRY(set_all(in, self, none(), duty, none(), none()));
    return none();
}
Value pwm_duty_u16(Interp& in, PwmPin* self, Value duty) {
    if (!duty) return Value::from_int(self->duty);
    KRAIT_TRY(set_all(in, self, none(), none(), duty, none()));
    return none();
}
Value pwm_duty_ns(Interp& in, PwmPin* self, Value ns) {
    if (!ns) {
        const u64 full = u64{self->frequency_hz} * kFull;
        return new_int_unsigned(in, (self->duty * kNsPerSecond + full / 2) / full);
    }
    KRAIT_TRY(set_all(in, self, none(), none(), none(), ns));
    return none();
}

Value pwm_repr(Interp& in, Value value) {
    const auto* self = as<PwmPin>(value);
    return KRAIT_TRY(format_str(in, "PWM(Pin({}), freq={}, duty_u16={})", self->pin,
                                self->frequency_hz, self->duty));
}

constexpr Row kRows[] = {
    def<"init(self, freq=None, duty=None, duty_u16=None, duty_ns=None)", pwm_init>,
    def<"deinit(self)", pwm_deinit>,
    def<"freq(self, value=..., /)", pwm_freq>,
    def<"duty(self, value=..., /)", pwm_duty>,
    def<"duty_u16(self, value=..., /)", pwm_duty_u16>,
    def<"duty_ns(self, value=..., /)", pwm_duty_ns>,
};
constexpr Slots kSlots{.repr = pwm_repr, .construct = pwm_construct};

}  // namespace

constinit const BuiltinType PwmPin::kType{
    {.name = "PWM"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(PwmPin)}};

}  // namespace krait
