// machine.Pin: digital pins and their interrupts.
//
// The numbers of modes, pulls and triggers are those of MicroPython's ESP32 port.
#include "machine/pin.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

using hal::PinMode;
using hal::PinPull;

constexpr int kModeAnalog = 0, kModeIn = 1, kModeOut = 3, kModeOpenDrain = 7;
constexpr int kPullDown = 1, kPullUp = 2;
constexpr isize kEdges = hal::kPinRising | hal::kPinFalling;
constexpr isize kTriggers = 15;

Result<hal::Pins*> need_pins(Interp& in) { return need_part(in, in.board()->pins(), "pins"); }

// Pins exist only where the board has some.
hal::Pins& pins_of(Interp& in) { return *in.board()->pins(); }
u16 pad(const Pin* pin) { return static_cast<u16>(pin->number); }

// --- what init() sets ----------------------------------------------------------------------------

Status read_mode(Interp& in, Value mode, PinMode& out) {
    if (is_left_out(mode)) return kOk;
    switch (KRAIT_TRY(to_index(in, mode))) {
        case kModeAnalog: out = PinMode::Analog; return kOk;
        case kModeIn: out = PinMode::In; return kOk;
        case kModeOut: out = PinMode::Out; return kOk;
        case kModeOpenDrain: out = PinMode::OpenDrain; return kOk;
        default: return raise(in, kValueError, "invalid mode");
    }
}

// -1 leaves the pull as it is, None takes it away.
Status read_pull(Interp& in, Value pull, hal::PinConfig& out) {
    if (pull == Value::from_int(-1)) return kOk;
    const isize number = is_none(pull) ? 0 : KRAIT_TRY(to_index(in, pull));
    out.has_pull = true;
    if (number == kPullUp) out.pull = PinPull::Up;
    if (number == kPullDown) out.pull = PinPull::Down;
    if (number < 0 || number > kPullUp) return raise(in, kValueError, "invalid pull");
    return kOk;
}

Status read_drive(Interp& in, Value drive, i8& out) {
    if (is_left_out(drive)) return kOk;
    const isize strength = KRAIT_TRY(to_index(in, drive));
    if (strength < 0 || strength > 3) return raise(in, kValueError, "invalid drive");
    out = static_cast<i8>(strength);
    return kOk;
}

Status read_level(Interp& in, Value level, i8& out) {
    if (!level || is_left_out(level)) return kOk;
    out = KRAIT_TRY(truth(in, level)) ? 1 : 0;
    return kOk;
}

Status configure(Interp& in, Pin* self, const hal::PinConfig& config) {
    if (!pins_of(in).configure(pad(self), config).is_ok())
        return raise(in, kValueError, "pin {} can only be an input", self->number);
    return kOk;
}

Status pin_init(Interp& in, Pin* self, Value mode, Value pull, Value value, Value drive, Value,
                Value hold) {
    hal::PinConfig config;
    KRAIT_TRY(read_mode(in, mode, config.mode));
    KRAIT_TRY(read_pull(in, pull, config));
    KRAIT_TRY(read_level(in, value, config.value));
    KRAIT_TRY(read_drive(in, drive, config.drive));
    KRAIT_TRY(read_level(in, hold, config.hold));
    return configure(in, self, config);
}

// The Pin with this number.
Result<Pin*> get_pin(Interp& in, const Type* cls, isize number) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    Value& place = state->pins->items[number];
    const bool is_plain = cls == &Pin::kType;
    if (is_plain && place) return as<Pin>(place);
    Pin* pin = KRAIT_TRY(make_instance<Pin>(in, cls));
    pin->number = number;
    if (is_plain) in.heap().write(state->pins->items[number], Value(pin));
    return pin;
}

// --- levels --------------------------------------------------------------------------------------

Value pin_value(Interp& in, Pin* self, Value level) {
    hal::Pins& pins = pins_of(in);
    if (!level) return Value::from_int(pins.read(pad(self)));
    pins.write(pad(self), KRAIT_TRY(truth(in, level)));
    return none();
}

void pin_on(Interp& in, Pin* self) { pins_of(in).write(pad(self), true); }
void pin_off(Interp& in, Pin* self) { pins_of(in).write(pad(self), false); }
void pin_toggle(Interp& in, Pin* self) {
    hal::Pins& pins = pins_of(in);
    pins.write(pad(self), !pins.latch(pad(self)));
}

Value pin_call(Interp& in, Value self, const CallArgs& args) {
    Value level;
    KRAIT_TRY((parse_args<"(x=..., /)">(in, "Pin"_sym, args, level)));
    return pin_value(in, as<Pin>(self), level);
}

Value pin_mode(Interp& in, Pin* self, Value mode) {
    if (mode) {
        hal::PinConfig config;
        KRAIT_TRY(read_mode(in, mode, config.mode));
        KRAIT_TRY(configure(in, self, config));
        return none();
    }
    switch (pins_of(in).mode(pad(self))) {
        case PinMode::Unset: return Value::from_int(-1);
        case PinMode::In: return Value::from_int(kModeIn);
        case PinMode::Out: return Value::from_int(kModeOut);
        case PinMode::OpenDrain: return Value::from_int(kModeOpenDrain);
        case PinMode::Analog: break;
    }
    return Value::from_int(kModeAnalog);
}

Value pin_pull(Interp& in, Pin* self, Value pull) {
    if (pull) {
        hal::PinConfig config;
        KRAIT_TRY(read_pull(in, pull, config));
        KRAIT_TRY(configure(in, self, config));
        return none();
    }
    const PinPull now = pins_of(in).pull(pad(self));
    if (now == PinPull::None) return none();
    return Value::from_int(now == PinPull::Up ? kPullUp : kPullDown);
}

Status pin_drive(Interp& in, Pin* self, Value drive) {
    hal::PinConfig config;
    KRAIT_TRY(read_drive(in, drive, config.drive));
    return configure(in, self, config);
}

Value pin_repr(Interp& in, Value self) {
    return KRAIT_TRY(format_str(in, "Pin({})", as<Pin>(self)->number));
}

// --- interrupts ----------------------------------------------------------------------------------

Status set_wake(Interp& in, Pin* self, isize trigger, Value wake) {
    if (is_none(wake)) return kOk;
    constexpr isize kHigh = hal::kPinRising | hal::kPinHighLevel;
    constexpr isize kLow = hal::kPinFalling | hal::kPinLowLevel;
    const isize modes = KRAIT_TRY(to_index(in, wake));
    const int levels =
        (trigger & kHigh ? hal::kPinHighLevel : 0) | (trigger & kLow ? hal::kPinLowLevel : 0);
    return check(in, pins_of(in).set_wake(pad(self), static_cast<u8>(modes ? levels : 0),
                                          modes & kDeepSleep));
}

Result<PinIrq*> get_irq(Interp& in, Pin* self) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    const Value there = state->irqs->items[self->number];
    if (there) return as<PinIrq>(there);
    auto* irq = KRAIT_TRY(in.make<PinIrq>());
    irq->pin = self;
    irq->handler = none();
    in.heap().write(state->irqs->items[self->number], Value(irq));
    return irq;
}

Status arm_irq(Interp& in, PinIrq* irq) {
    const u8 triggers = is_none(irq->handler) ? 0 : static_cast<u8>(irq->trigger);
    return check(in, pins_of(in).set_irq(pad(irq->pin), triggers, irq->is_hard));
}

Status set_trigger(Interp& in, PinIrq* irq, isize trigger) {
    if (trigger & ~kTriggers) return raise(in, kValueError, "invalid trigger");
    irq->trigger = trigger;
    return kOk;
}

Result<PinIrq*> pin_irq(Interp& in, Pin* self, Value handler, Value trigger, Value, Value wake,
                        bool hard) {
    PinIrq* irq = KRAIT_TRY(get_irq(in, self));
    if (!handler && !trigger && is_none(wake)) return irq;
    const Value function = handler ? handler : none();
    if (!is_none(function) && !is_callable(function))
        return raise(in, kTypeError, "handler must be None or callable");
    const isize edges = trigger && !is_none(trigger) ? KRAIT_TRY(to_index(in, trigger)) : kEdges;
    KRAIT_TRY(set_trigger(in, irq, edges));
    in.heap().write(irq->pin, self);
    in.heap().write(irq->handler, function);
    irq->is_hard = hard;
    KRAIT_TRY(arm_irq(in, irq));
    KRAIT_TRY(set_wake(in, self, edges, wake));
    return irq;
}

Value irq_trigger(Interp& in, PinIrq* self, Value trigger) {
    const isize before = self->trigger;
    if (trigger) {
        KRAIT_TRY(set_trigger(in, self, KRAIT_TRY(to_index(in, trigger))));
        KRAIT_TRY(arm_irq(in, self));
    }
    return Value::from_int(before);
}

isize irq_flags(Interp& in, PinIrq* self) { return pins_of(in).take_irq_flags(pad(self->pin)); }

Value irq_call(Interp& in, Value self, const CallArgs& args) {
    auto* irq = as<PinIrq>(self);
    KRAIT_TRY((parse_args<"()">(in, "irq"_sym, args)));
    return is_none(irq->handler) ? none() : call(in, irq->handler, irq->pin);
}

void irq_trace(Object* o, Marker& m) {
    auto* self = static_cast<PinIrq*>(o);
    m.object(self->pin);
    m.value(self->handler);
}

// --- the types -----------------------------------------------------------------------------------

constexpr Row kPinRows[] = {
    def<"init(self, mode=-1, pull=-1, value=None, *, drive=None, alt=-1, hold=None)", pin_init>,
    def<"value(self, x=..., /)", pin_value>,
    def<"on(self)", pin_on>,
    def<"off(self)", pin_off>,
    alias<"high">(def<"on(self)", pin_on>),
    alias<"low">(def<"off(self)", pin_off>),
    def<"toggle(self)", pin_toggle>,
    def<"mode(self, mode=..., /)", pin_mode>,
    def<"pull(self, pull=..., /)", pin_pull>,
    def<"drive(self, drive, /)", pin_drive>,
    def<"irq(self, handler=..., trigger=..., *, priority=1, wake=None, hard=False)", pin_irq>,
    constant<"ANALOG">(kModeAnalog),
    constant<"IN">(kModeIn),
    constant<"OUT">(kModeOut),
    constant<"OPEN_DRAIN">(kModeOpenDrain),
    constant<"PULL_UP">(kPullUp),
    constant<"PULL_DOWN">(kPullDown),
    constant<"IRQ_RISING">(hal::kPinRising),
    constant<"IRQ_FALLING">(hal::kPinFalling),
    constant<"IRQ_LOW_LEVEL">(hal::kPinLowLevel),
    constant<"IRQ_HIGH_LEVEL">(hal::kPinHighLevel),
    constant<"WAKE_LOW">(hal::kPinLowLevel),
    constant<"WAKE_HIGH">(hal::kPinHighLevel),
    constant<"DRIVE_0">(0),
    constant<"DRIVE_1">(1),
    constant<"DRIVE_2">(2),
    constant<"DRIVE_3">(3),
};
constexpr Slots kPinSlots{.repr = pin_repr, .call = pin_call, .construct = pin_construct};

constexpr Row kIrqRows[] = {
    def<"trigger(self, trigger=..., /)", irq_trigger>,
    def<"flags(self)", irq_flags>,
};
constexpr Slots kIrqSlots{.call = irq_call, .trace = irq_trace};

}  // namespace

constinit const BuiltinType Pin::kType{
    {.name = "Pin"_sym, .slots = &kPinSlots, .rows = kPinRows, .size = sizeof(Pin)}};

constinit const BuiltinType PinIrq::kType{{.name = "irq"_sym,
                                           .slots = &kIrqSlots,
                                           .rows = kIrqRows,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(PinIrq)}};

Result<isize> pin_number(Interp& in, Value id) {
    hal::Pins& pins = *KRAIT_TRY(need_pins(in));
    if (const Pin* pin = as_if<Pin>(id)) return pin->number;
    isize number = -1;
    if (const Str* text = as_if<Str>(id)) {
        std::string_view name = text->view();
        const hal::IoResult named = pins.find(name);
        if (named.is_ok()) return named.count();
        const bool is_gpio = name.starts_with("GPIO") && name.size() > 4 && name.size() <= 8;
        if (is_gpio) number = 0;
        for (char c : is_gpio ? name.substr(4) : std::string_view()) {
            if (c < '0' || c > '9') return raise(in, kValueError, "invalid pin");
            number = number * 10 + (c - '0');
        }
    } else if (is_int(id)) {
        number = KRAIT_TRY(to_index_clamped(in, id));
    } else {
        return raise(in, kTypeError, "expecting a pin");
    }
    if (number < 0 || number >= pins.count() || !pins.check(static_cast<i32>(number)).is_ok())
        return raise(in, kValueError, "invalid pin");
    return number;
}

Value pin_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value id, mode, pull, value, drive, alt, hold;
    KRAIT_TRY((parse_args<"(id, mode=-1, pull=-1, value=None, *, drive=None, alt=-1, hold=None)">(
        in, "Pin"_sym, args, id, mode, pull, value, drive, alt, hold)));
    const isize number = KRAIT_TRY(pin_number(in, id));
    Pin* pin = KRAIT_TRY(get_pin(in, cls, number));
    KRAIT_TRY(pin_init(in, pin, mode, pull, value, drive, alt, hold));
    return pin;
}

Status serve_pin(Interp& in, hal::EventId source, u32) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    const Value there = state->irqs->items[source.unit];
    if (!there) return kOk;
    auto* irq = as<PinIrq>(there);
    if (is_none(irq->handler)) return kOk;
    return in.scheduler()->run_callback(irq->handler, irq->pin);
}

}  // namespace krait
