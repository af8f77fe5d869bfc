// machine.Counter and machine.Encoder: edges at pins, counted without the interpreter. Both share
// the units of the board.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

constexpr int kUp = 0, kDown = 1;

hal::Counters& counters_of(Interp& in) { return *in.board()->counters(); }

Result<EdgeCounter*> new_counter(Interp& in, const Type* cls, isize id) {
    hal::Counters* counters = KRAIT_TRY(need_part(in, in.board()->counters(), "counters"));
    if (id < 0 || id >= counters->count()) return raise(in, kValueError, "invalid id {}", id);
    EdgeCounter* self = KRAIT_TRY(make_instance<EdgeCounter>(in, cls));
    self->unit = static_cast<u8>(id);
    return self;
}

Status check_filter(Interp& in, isize filter_ns) {
    if (filter_ns < 0) return raise(in, kValueError, "invalid filter_ns");
    return kOk;
}

// --- Counter -------------------------------------------------------------------------------------

Status counter_init(Interp& in, EdgeCounter* self, Value source, isize edge, Value direction,
                    isize filter_ns) {
    hal::CounterConfig config;
    config.pin = static_cast<u16>(KRAIT_TRY(pin_number(in, source)));
    if (edge < 1 || edge > 3) return raise(in, kValueError, "invalid edge");
    config.edges = static_cast<hal::CounterEdges>(edge);
    KRAIT_TRY(check_filter(in, filter_ns));
    if (is<Pin>(direction))
        config.direction_pin = static_cast<i32>(as<Pin>(direction)->number);
    else
        config.counts_down = KRAIT_TRY(to_index(in, direction)) == kDown;
    self->is_on = true;
    return check(in, counters_of(in).start_counter(self->unit, config));
}

Value counter_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id, edge, filter_ns;
    Value source, direction;
    KRAIT_TRY((parse_args<"(id, src, *, edge=1, direction=0, filter_ns=0)">(
        in, "Counter"_sym, args, id, source, edge, direction, filter_ns)));
    EdgeCounter* self = KRAIT_TRY(new_counter(in, cls, id));
    KRAIT_TRY(counter_init(in, self, source, edge, direction, filter_ns));
    return self;
}

// --- Encoder -------------------------------------------------------------------------------------

Status encoder_init(Interp& in, EdgeCounter* self, Value a, Value b, isize filter_ns,
                    isize phases) {
    hal::EncoderConfig config;
    config.a = static_cast<u16>(KRAIT_TRY(pin_number(in, a)));
    config.b = static_cast<u16>(KRAIT_TRY(pin_number(in, b)));
    if (phases != 1 && phases != 2 && phases != 4) return raise(in, kValueError, "invalid phases");
    config.phases = static_cast<u8>(phases);
    KRAIT_TRY(check_filter(in, filter_ns));
    self->is_on = true;
    return check(in, counters_of(in).start_encoder(self->unit, config));
}

Value encoder_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id, filter_ns, phases;
    Value a, b;
    KRAIT_TRY((parse_args<"(id, phase_a, phase_b, *, filter_ns=0, phases=1)">(
        in, "Encoder"_sym, args, id, a, b, filter_ns, phases)));
    EdgeCounter* self = KRAIT_TRY(new_counter(in, cls, id));
    KRAIT_TRY(encoder_init(in, self, a, b, filter_ns, phases));
    return self;
}

// --- both ----------------------------------------------------------------------------------------

void counter_deinit(Interp& in, EdgeCounter* self) {
    if (self->is_on) counters_of(in).stop(self->unit);
    self->is_on = false;
}

// The count, before it is set to the argument if there is one.
Value counter_value(Interp& in, EdgeCounter* self, Value value) {
    if (!self->is_on) return raise(in, kValueError, "the counter is stopped");
    const i64 before = counters_of(in).value(self->unit);
    if (value) counters_of(in).set_value(self->unit, KRAIT_TRY(to_index(in, value)));
    return new_int(in, before);
}

constexpr Row kCounterRows[] = {
    def<"init(self, src, *, edge=1, direction=0, filter_ns=0)", counter_init>,
    def<"deinit(self)", counter_deinit>,
    def<"value(self, value=..., /)", counter_value>,
    constant<"RISING">(1),
    constant<"FALLING">(2),
    constant<"UP">(kUp),
    constant<"DOWN">(kDown),
};
constexpr Slots kCounterSlots{.construct = counter_construct};
constexpr Row kEncoderRows[] = {
    def<"init(self, phase_a, phase_b, *, filter_ns=0, phases=1)", encoder_init>,
    def<"deinit(self)", counter_deinit>,
    def<"value(self, value=..., /)", counter_value>,
};
constexpr Slots kEncoderSlots{.construct = encoder_construct};

// What their methods take.
constexpr Slots kBaseSlots{};

}  // namespace

constinit const BuiltinType EdgeCounter::kType{{.name = "_EdgeCounter"_sym,
                                                .slots = &kBaseSlots,
                                                .flags = kAbstractBase,
                                                .size = sizeof(EdgeCounter)}};
constinit const BuiltinType EdgeCounter::kCounterType{{.name = "Counter"_sym,
                                                       .base = &EdgeCounter::kType,
                                                       .slots = &kCounterSlots,
                                                       .rows = kCounterRows,
                                                       .size = sizeof(EdgeCounter)}};
constinit const BuiltinType EdgeCounter::kEncoderType{{.name = "Encoder"_sym,
                                                       .base = &EdgeCounter::kType,
                                                       .slots = &kEncoderSlots,
                                                       .rows = kEncoderRows,
                                                       .size = sizeof(EdgeCounter)}};

}  // namespace krait
