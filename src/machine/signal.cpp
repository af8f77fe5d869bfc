// machine.Signal: a pin that may be active low.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

// The Pin that Signal's arguments, `invert` apart, describe.
Value signal_pin(Interp& in, const CallArgs& args) {
    if (args.positional == 1 && args.named == 0 && !is_int(args.values[0]) &&
        !is<Str>(args.values[0]))
        return args.values[0];
    return pin_construct(in, &Pin::kType, args);
}

Value signal_construct(Interp& in, const Type* cls, const CallArgs& args) {
    constexpr u32 kMost = 12;
    if (args.total() > kMost) return raise(in, kTypeError, "Signal() takes too many arguments");
    Value values[kMost], names[kMost];
    CallArgs rest{values, args.positional, 0, names};
    std::copy_n(args.values, args.positional, values);
    bool inverted = false;
    for (u32 i = 0; i < args.named; ++i) {
        const Value given = args.values[args.positional + i];
        if (args.names[i] == Value("invert"_sym)) {
            inverted = KRAIT_TRY(truth(in, given));
            continue;
        }
        names[rest.named] = args.names[i];
        values[args.positional + rest.named++] = given;
    }
    const Value pin = KRAIT_TRY(signal_pin(in, rest));
    Signal* signal = KRAIT_TRY(make_instance<Signal>(in, cls));
    signal->pin = pin;
    signal->inverted = inverted;
    return signal;
}

Value signal_value(Interp& in, Signal* self, Value level) {
    if (level) {
        const Value physical = Value::from_int(KRAIT_TRY(truth(in, level)) != self->inverted);
        return call_method(in, self->pin, "value"_sym, {&physical, 1});
    }
    const Value now = KRAIT_TRY(call_method(in, self->pin, "value"_sym));
    if (!self->inverted) return now;
    return Value::from_int(!KRAIT_TRY(truth(in, now)));
}

Value signal_on(Interp& in, Signal* self) { return signal_value(in, self, Value::from_int(1)); }
Value signal_off(Interp& in, Signal* self) { return signal_value(in, self, Value::from_int(0)); }

Value signal_call(Interp& in, Value self, const CallArgs& args) {
    Value level;
    KRAIT_TRY((parse_args<"(x=..., /)">(in, "Signal"_sym, args, level)));
    return signal_value(in, as<Signal>(self), level);
}

void signal_trace(Object* o, Marker& m) { m.value(static_cast<Signal*>(o)->pin); }

constexpr Row kRows[] = {
    def<"value(self, x=..., /)", signal_value>,
    def<"on(self)", signal_on>,
    def<"off(self)", signal_off>,
};
constexpr Slots kSlots{.call = signal_call, .construct = signal_construct, .trace = signal_trace};

}  // namespace

constinit const BuiltinType Signal::kType{
    {.name = "Signal"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(Signal)}};

}  // namespace krait
