// machine.Signal: a pin as "on" and "off", whichever level that is.
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

struct Signal : Object {
    static constexpr const BuiltinType& kType = kSignalType;
    u16 pin;
    bool inverted;
};

hal::Pins& pins_of(Interp& in) { return *in.board()->pins(); }

Value signal_construct(Interp& in, const Type*, const CallArgs& args) {
    Value pin;
    Args more;
    bool invert = false;
    KRAIT_TRY(
        (parse_args<"(pin, *args, invert=False)">(in, "Signal"_sym, args, pin, more, invert)));
    const isize number = KRAIT_TRY(pin_number(in, pin));
    if (!more.empty()) {  // Signal(5, Pin.OUT, ...): as for Pin
        const Value object = KRAIT_TRY(pin_object(in, static_cast<u16>(number)));
        (void)KRAIT_TRY(call_method(in, object, "init"_sym, more));
    }
    auto* signal = KRAIT_TRY(in.make<Signal>());
    signal->pin = static_cast<u16>(number);
    signal->inverted = invert;
    return signal;
}

Value signal_value(Interp& in, Signal* self, Value value) {
    if (!value) return Value::from_int(pins_of(in).read(self->pin) != self->inverted);
    pins_of(in).write(self->pin, KRAIT_TRY(truth(in, value)) != self->inverted);
    return none();
}

Value signal_call(Interp& in, Value self, const CallArgs& args) {
    Value value;
    KRAIT_TRY((parse_args<"(value=..., /)">(in, "Signal"_sym, args, value)));
    return signal_value(in, as<Signal>(self), value);
}

void signal_on(Interp& in, Signal* self) { pins_of(in).write(self->pin, !self->inverted); }
void signal_off(Interp& in, Signal* self) { pins_of(in).write(self->pin, self->inverted); }

constexpr Row kRows[] = {
    def<"value(self, x=..., /)", signal_value>,
    def<"on(self, /)", signal_on>,
    def<"off(self, /)", signal_off>,
};
constexpr Slots kSlots{.call = signal_call, .construct = signal_construct};

}  // namespace

constinit const BuiltinType kSignalType{{.name = "Signal"_sym,
                                         .slots = &kSlots,
                                         .rows = kRows,
                                         .flags = kFinal,
                                         .size = sizeof(Signal)}};

}  // namespace krait
