// machine.Pin and what Pin.irq() gives.
//
// There is one Pin object a pin; it stands in a table, for its handler must outlive the script's
// own references. Constants have the values that MicroPython's ESP32 port uses.
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

constinit const ModuleDef kPinTable{"machine.Pin"_sym, {}};

constexpr isize kModeIn = 1, kModeOut = 3, kModeOpenDrain = 7;
constexpr isize kPullDown = 1, kPullUp = 2, kKeep = -1;
constexpr isize kIrqEdges = 3, kIrqLow = 4, kIrqHigh = 5;

struct Pin : Object {
    static constexpr const BuiltinType& kType = kPinType;
    u16 number;
    u8 trigger;     // as Python gives it; 0: no irq
    u8 last_flags;  // what the last interrupt was
    Value handler;  // empty: none
};

struct PinIrq : Object {
    static const BuiltinType kType;
    Pin* pin;
};

hal::Pins& pins_of(Interp& in) { return *in.board()->pins(); }

u8 hal_triggers(isize trigger) {
    if (trigger == kIrqLow) return hal::kPinLowLevel;
    if (trigger == kIrqHigh) return hal::kPinHighLevel;
    return static_cast<u8>(trigger & kIrqEdges);
}

// --- setting up ----------------------------------------------------------------------------------

Status read_mode(Interp& in, Value mode, hal::PinConfig& config) {
    if (is_none(mode)) return kOk;
    switch (KRAIT_TRY(to_index(in, mode))) {
        case kKeep: return kOk;
        case kModeIn: config.mode = hal::PinMode::In; return kOk;
        case kModeOut: config.mode = hal::PinMode::Out; return kOk;
        case kModeOpenDrain: config.mode = hal::PinMode::OpenDrain; return kOk;
        default: return raise(in, kValueError, "invalid pin mode");
    }
}

Status read_pull(Interp& in, Value pull, hal::PinConfig& config) {
    const isize wanted = is_none(pull) ? 0 : KRAIT_TRY(to_index(in, pull));
    if (wanted == kKeep) return kOk;
    config.has_pull = true;
    config.pull = wanted & kPullUp     ? hal::PinPull::Up
                  : wanted & kPullDown ? hal::PinPull::Down
                                       : hal::PinPull::None;
    return kOk;
}

Status read_small(Interp& in, Value v, isize most, const char* what, i8& out) {
    if (is_none(v)) return kOk;
    const isize number = KRAIT_TRY(to_index(in, v));
    if (number < 0 || number > most) return raise(in, kValueError, "invalid {}", what);
    out = static_cast<i8>(number);
    return kOk;
}

Status pin_init(Interp& in, Pin* self, Value mode, Value pull, Value value, Value drive, Value,
                Value hold) {
    hal::PinConfig config;
    KRAIT_TRY(read_mode(in, mode, config));
    KRAIT_TRY(read_pull(in, pull, config));
    if (!is_none(value)) config.value = KRAIT_TRY(truth(in, value)) ? 1 : 0;
    KRAIT_TRY(read_small(in, drive, 3, "drive", config.drive));
    if (!is_none(hold)) config.hold = KRAIT_TRY(truth(in, hold)) ? 1 : 0;
    if (pins_of(in).configure(self->number, config).is_ok()) return kOk;
    return raise(in, kValueError, "pin {} can only be input", self->number);
}

Value pin_construct(Interp& in, const Type*, const CallArgs& args) {
    Value id, mode, pull, value, drive, alt, hold;
    KRAIT_TRY((parse_args<"(id, mode=-1, pull=-1, *, value=None, drive=None, alt=-1, hold=None)">(
        in, "Pin"_sym, args, id, mode, pull, value, drive, alt, hold)));
    const isize number = KRAIT_TRY(pin_number(in, id));
    const Value pin = KRAIT_TRY(pin_object(in, static_cast<u16>(number)));
    KRAIT_TRY(pin_init(in, as<Pin>(pin), mode, pull, value, drive, alt, hold));
    return pin;
}

// --- using ---------------------------------------------------------------------------------------

Value pin_value(Interp& in, Pin* self, Value value) {
    hal::Pins& pins = pins_of(in);
    if (!value) return Value::from_int(pins.read(self->number));
    pins.write(self->number, KRAIT_TRY(truth(in, value)));
    return none();
}

Value pin_call(Interp& in, Value self, const CallArgs& args) {
    Value value;
    KRAIT_TRY((parse_args<"(value=..., /)">(in, "Pin"_sym, args, value)));
    return pin_value(in, as<Pin>(self), value);
}

void pin_on(Interp& in, Pin* self) { pins_of(in).write(self->number, true); }
void pin_off(Interp& in, Pin* self) { pins_of(in).write(self->number, false); }
void pin_toggle(Interp& in, Pin* self) {
    hal::Pins& pins = pins_of(in);
    pins.write(self->number, !pins.latch(self->number));
}

Value pin_mode(Interp& in, Pin* self, Value mode) {
    if (mode) {
        hal::PinConfig config;
        KRAIT_TRY(read_mode(in, mode, config));
        (void)KRAIT_TRY(take_count(in, pins_of(in).configure(self->number, config)));
        return none();
    }
    switch (pins_of(in).mode(self->number)) {
        case hal::PinMode::In: return Value::from_int(kModeIn);
        case hal::PinMode::Out: return Value::from_int(kModeOut);
        case hal::PinMode::OpenDrain: return Value::from_int(kModeOpenDrain);
        default: return Value::from_int(kKeep);
    }
}

Value pin_pull(Interp& in, Pin* self, Value pull) {
    if (pull) {
        hal::PinConfig config;
        KRAIT_TRY(read_pull(in, pull, config));
        (void)KRAIT_TRY(take_count(in, pins_of(in).configure(self->number, config)));
        return none();
    }
    switch (pins_of(in).pull(self->number)) {
        case hal::PinPull::Up: return Value::from_int(kPullUp);
        case hal::PinPull::Down: return Value::from_int(kPullDown);
        default: return none();
    }
}

Value pin_drive(Interp& in, Pin* self, Value drive) {
    if (!drive) return Value::from_int(2);
    hal::PinConfig config;
    KRAIT_TRY(read_small(in, drive, 3, "drive", config.drive));
    (void)KRAIT_TRY(take_count(in, pins_of(in).configure(self->number, config)));
    return none();
}

// --- interrupts ----------------------------------------------------------------------------------

Status serve_pin(Interp& in, hal::EventId source, u32 trigger) {
    const Value v = object_in_table(in, kPinTable, source.unit);
    if (!v) return kOk;
    Pin* pin = as<Pin>(v);
    pin->last_flags = static_cast<u8>(trigger);
    return pin->handler ? in.scheduler()->run_callback(pin->handler, v) : Status(kOk);
}

Status start_irq(Interp& in, Pin* pin, isize trigger, bool hard) {
    in.scheduler()->set_handler(hal::EventKind::Pin, serve_pin);
    const u8 triggers = pin->handler ? hal_triggers(trigger) : u8{0};
    (void)KRAIT_TRY(take_count(in, pins_of(in).set_irq(pin->number, triggers, hard)));
    pin->trigger = static_cast<u8>(trigger);
    return kOk;
}

Value pin_irq(Interp& in, Pin* self, Value handler, isize trigger, Value, Value wake, bool hard) {
    if (!is_none(handler) && !is_callable(handler))
        return raise(in, kTypeError, "handler must be None or callable");
    if (trigger < 1 || trigger > kIrqHigh) return raise(in, kValueError, "invalid trigger");
    in.heap().write(self->handler, is_none(handler) ? Value() : handler);
    if (!is_none(wake))
        (void)KRAIT_TRY(
            take_count(in, pins_of(in).set_wake(self->number, hal_triggers(trigger), true)));
    KRAIT_TRY(start_irq(in, self, trigger, hard));
    auto* irq = KRAIT_TRY(in.make<PinIrq>());
    irq->pin = self;
    return irq;
}

isize irq_flags(PinIrq* self) { return self->pin->last_flags; }

Value irq_trigger(Interp& in, PinIrq* self, Value trigger) {
    const isize before = self->pin->trigger;
    if (trigger) KRAIT_TRY(start_irq(in, self->pin, KRAIT_TRY(to_index(in, trigger)), false));
    return Value::from_int(before);
}

Value irq_call(Interp& in, Value self, const CallArgs&) {
    Pin* pin = as<PinIrq>(self)->pin;
    return pin->handler ? call(in, pin->handler, Value(pin)) : none();
}

Value pin_repr(Interp& in, Value self) {
    return format_str(in, "Pin({})", as<Pin>(self)->number).take();
}
void pin_trace(Object* o, Marker& m) { m.value(static_cast<Pin*>(o)->handler); }
void irq_trace(Object* o, Marker& m) { m.object(static_cast<PinIrq*>(o)->pin); }

constexpr Row kPinRows[] = {
    def<"init(self, mode=-1, pull=-1, *, value=None, drive=None, alt=-1, hold=None)", pin_init>,
    def<"value(self, x=..., /)", pin_value>,
    def<"on(self, /)", pin_on>,
    def<"off(self, /)", pin_off>,
    def<"high(self, /)", pin_on>,
    def<"low(self, /)", pin_off>,
    def<"toggle(self, /)", pin_toggle>,
    def<"mode(self, mode=..., /)", pin_mode>,
    def<"pull(self, pull=..., /)", pin_pull>,
    def<"drive(self, drive=..., /)", pin_drive>,
    def<"irq(self, handler=None, trigger=3, priority=1, wake=None, hard=False)", pin_irq>,
    constant<"IN">(kModeIn),
    constant<"OUT">(kModeOut),
    constant<"OPEN_DRAIN">(kModeOpenDrain),
    constant<"PULL_UP">(kPullUp),
    constant<"PULL_DOWN">(kPullDown),
    constant<"IRQ_RISING">(1),
    constant<"IRQ_FALLING">(2),
    constant<"IRQ_LOW_LEVEL">(kIrqLow),
    constant<"IRQ_HIGH_LEVEL">(kIrqHigh),
    constant<"WAKE_LOW">(kIrqLow),
    constant<"WAKE_HIGH">(kIrqHigh),
    constant<"DRIVE_0">(0),
    constant<"DRIVE_1">(1),
    constant<"DRIVE_2">(2),
    constant<"DRIVE_3">(3),
};
constexpr Slots kPinSlots{
    .repr = pin_repr, .call = pin_call, .construct = pin_construct, .trace = pin_trace};

constexpr Row kIrqRows[] = {
    def<"flags(self, /)", irq_flags>,
    def<"trigger(self, trigger=..., /)", irq_trigger>,
};
constexpr Slots kIrqSlots{.call = irq_call, .trace = irq_trace};

}  // namespace

constinit const BuiltinType kPinType{{.name = "Pin"_sym,
                                      .slots = &kPinSlots,
                                      .rows = kPinRows,
                                      .flags = kFinal,
                                      .size = sizeof(Pin)}};
constinit const BuiltinType PinIrq::kType{{.name = "irq"_sym,
                                           .slots = &kIrqSlots,
                                           .rows = kIrqRows,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(PinIrq)}};

// "5", "GPIO5" and the names on the board all mean the pin.
static Result<isize> named_pin(Interp& in, hal::Pins& pins, std::string_view name) {
    if (const hal::IoResult found = pins.find(name); found.is_ok()) return isize{found.count()};
    if (name.starts_with("GPIO")) name.remove_prefix(4);
    isize number = 0;
    for (char c : name) {
        if (c < '0' || c > '9' || number > 999) return raise(in, kValueError, "invalid pin");
        number = number * 10 + (c - '0');
    }
    return name.empty() ? Result<isize>(raise(in, kValueError, "invalid pin")) : number;
}

Result<isize> pin_number(Interp& in, Value pin) {
    hal::Pins* pins = KRAIT_TRY(need_part(in, in.board()->pins()));
    if (const Pin* object = as_if<Pin>(pin)) return isize{object->number};
    isize number = 0;
    if (const Str* name = as_if<Str>(pin))
        number = KRAIT_TRY(named_pin(in, *pins, name->view()));
    else
        number = KRAIT_TRY(to_index(in, pin));
    const bool fits = number >= 0 && number < pins->count();
    if (!fits || !pins->check(static_cast<i32>(number)).is_ok())
        return raise(in, kValueError, "invalid pin");
    return number;
}

Value pin_object(Interp& in, u16 number) {
    ValueArray* table = KRAIT_TRY(object_table(in, kPinTable, in.board()->pins()->count()));
    if (table->items[number]) return table->items[number];
    auto* pin = KRAIT_TRY(in.make<Pin>());
    pin->number = number;
    in.heap().write(table->items[number], Value(pin));
    return pin;
}

}  // namespace krait
