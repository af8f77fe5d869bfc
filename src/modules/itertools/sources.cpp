// count, cycle, repeat and tee: iterators that go on for ever, and one that is read several times.
#include "core/special.hpp"
#include "core/str_builder.hpp"
#include "modules/itertools/parts.hpp"
#include "objects/complex.hpp"
#include "objects/sequence.hpp"

namespace krait::itertools {

namespace {

struct Count : Object {
    static const BuiltinType kType;
    Value current, step;
};

struct Cycle : Object {
    static const BuiltinType kType;
    Value iterator;  // empty once its items are known
    List* items;
    usize index;
};

struct Repeat : Object {
    static const BuiltinType kType;
    static constexpr isize kForEver = -1;
    Value item;
    isize left;
};

// The iterator behind all the copies that tee() made.
struct TeeSource : Object {
    static const BuiltinType kType;
    Value iterator;
    bool running;
};

// The items read so far, as far as some copy still needs them: a list whose last node is empty.
struct TeeNode : Object {
    static const BuiltinType kType;
    Value item;     // empty: not read yet
    TeeNode* next;  // null: not read yet
};

struct Tee : Object {
    static const BuiltinType kType;
    TeeSource* source;
    TeeNode* node;  // of the next item
};

// --- count ---------------------------------------------------------------------------------------

bool is_number(Value v) {
    if (is_int(v) || is_float(v) || is<Complex>(v)) return true;
    const Type* type = type_of(v);
    for (const Str* name : {"__index__"_sym, "__int__"_sym, "__float__"_sym, "__complex__"_sym})
        if (!is_done(type_lookup_plain(type, name))) return true;
    return false;
}

Value count_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value start, step;
    KRAIT_TRY((parse_args<"(start=0, step=1)">(in, "count"_sym, args, start, step)));
    if (!is_number(start) || !is_number(step)) return raise(in, kTypeError, "a number is required");
    auto* self = KRAIT_TRY(make_instance<Count>(in, cls));
    self->current = start;
    self->step = step;
    return self;
}

Value count_next(Interp& in, Value v) {
    auto* self = as<Count>(v);
    const Value item = self->current;
    const Value following = KRAIT_TRY(binary(in, BinaryOp::Add, item, self->step));
    in.heap().write(self->current, following);
    return item;
}

Value count_repr(Interp& in, Value v) {
    if (!in.check_stack()) return {};
    auto* self = as<Count>(v);
    if (self->step == Value::from_int(1)) return format_str(in, "count({})", self->current).take();
    return format_str(in, "count({}, {})", self->current, self->step).take();
}

// --- cycle ---------------------------------------------------------------------------------------

Value cycle_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    KRAIT_TRY((parse_args<"(iterable, /)">(in, "cycle"_sym, args, iterable)));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    List* items = KRAIT_TRY(new_list(in));
    auto* self = KRAIT_TRY(make_instance<Cycle>(in, cls));
    self->iterator = iterator;
    self->items = items;
    return self;
}

Value cycle_next(Interp& in, Value v) {
    auto* self = as<Cycle>(v);
    if (self->iterator) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (!is_done(item)) {
            KRAIT_TRY(list_append(in, self->items, item));
            return item;
        }
        self->iterator = {};
    }
    if (self->items->size() == 0) return done();
    const Value item = self->items->begin()[self->index];
    if (++self->index == self->items->size()) self->index = 0;
    return item;
}

// --- repeat --------------------------------------------------------------------------------------

Value repeat_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value item, times;
    KRAIT_TRY((parse_args<"(object, times=...)">(in, "repeat"_sym, args, item, times)));
    isize left = Repeat::kForEver;
    if (times) left = std::max<isize>(0, KRAIT_TRY(to_index(in, times)));
    auto* self = KRAIT_TRY(make_instance<Repeat>(in, cls));
    self->item = item;
    self->left = left;
    return self;
}

Value repeat_next(Interp&, Value v) {
    auto* self = as<Repeat>(v);
    if (self->left == 0) return done();
    if (self->left > 0) --self->left;
    return self->item;
}

Value repeat_repr(Interp& in, Value v) {
    if (!in.check_stack()) return {};
    auto* self = as<Repeat>(v);
    if (self->left < 0) return format_str(in, "repeat({})", self->item).take();
    return format_str(in, "repeat({}, {})", self->item, self->left).take();
}

Result<isize> repeat_hint(Interp& in, Repeat* self) {
    if (self->left < 0) return raise(in, kTypeError, "len() of unsized object");
    return self->left;
}

// --- tee -----------------------------------------------------------------------------------------

Result<Tee*> tee_over(Interp& in, Value iterable) {
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    if (Tee* tee = as_if<Tee>(iterator)) return tee;
    auto* source = KRAIT_TRY(in.make<TeeSource>());
    source->iterator = iterator;
    auto* node = KRAIT_TRY(in.make<TeeNode>());
    auto* tee = KRAIT_TRY(in.make<Tee>());
    tee->source = source;
    tee->node = node;
    return tee;
}

Result<Tee*> tee_copy(Interp& in, Tee* self) {
    auto* copy = KRAIT_TRY(in.make<Tee>());
    copy->source = self->source;
    copy->node = self->node;
    return copy;
}

// Reads one item into the list's last node. False at the end.
Result<bool> tee_read(Interp& in, TeeSource* source, TeeNode* last) {
    if (source->running) return raise(in, kRuntimeError, "cannot re-enter the tee iterator");
    source->running = true;
    const Value item = next(in, source->iterator);
    source->running = false;
    if (!item) return {};
    if (is_done(item)) return false;
    auto* following = KRAIT_TRY(in.make<TeeNode>());
    in.heap().write(last->item, item);
    in.heap().write(last->next, following);
    return true;
}

Value tee_next(Interp& in, Value v) {
    auto* self = as<Tee>(v);
    TeeNode* node = self->node;
    if (!node->next && !KRAIT_TRY(tee_read(in, self->source, node))) return done();
    in.heap().write(self->node, node->next);
    return node->item;
}

Value tee_construct(Interp& in, const Type*, const CallArgs& args) {
    Value iterable;
    KRAIT_TRY((parse_args<"(iterable, /)">(in, "_tee"_sym, args, iterable)));
    Tee* tee = KRAIT_TRY(tee_over(in, iterable));
    return KRAIT_TRY(tee_copy(in, tee));
}

Result<Tuple*> itertools_tee(Interp& in, Value iterable, isize n) {
    if (n < 0) return raise(in, kValueError, "n must be >= 0");
    Tuple* copies = KRAIT_TRY(new_tuple(in, n));
    if (n == 0) return copies;
    Tee* first = KRAIT_TRY(tee_over(in, iterable));
    in.heap().write(copies->items_[0], Value(first));
    for (isize i = 1; i < n; ++i) {
        Tee* copy = KRAIT_TRY(tee_copy(in, first));
        in.heap().write(copies->items_[i], Value(copy));
    }
    return copies;
}

// --- types ---------------------------------------------------------------------------------------

constexpr Slots kCountSlots = {.repr = count_repr,
                               .iter = iterator_self,
                               .next = count_next,
                               .construct = count_construct,
                               .trace = trace_fields<Count, &Count::current, &Count::step>};
constexpr Slots kCycleSlots = {.iter = iterator_self,
                               .next = cycle_next,
                               .construct = cycle_construct,
                               .trace = trace_fields<Cycle, &Cycle::iterator, &Cycle::items>};
constexpr Slots kRepeatSlots = {.repr = repeat_repr,
                                .iter = iterator_self,
                                .next = repeat_next,
                                .construct = repeat_construct,
                                .trace = trace_fields<Repeat, &Repeat::item>};
constexpr Slots kSourceSlots = {.trace = trace_fields<TeeSource, &TeeSource::iterator>};
constexpr Slots kNodeSlots = {.trace = trace_fields<TeeNode, &TeeNode::item, &TeeNode::next>};
constexpr Slots kTeeSlots = {.iter = iterator_self,
                             .next = tee_next,
                             .construct = tee_construct,
                             .trace = trace_fields<Tee, &Tee::source, &Tee::node>};

constexpr Row kRepeatRows[] = {kModuleRow, def<"__length_hint__(self, /)", repeat_hint>};
constexpr Row kTeeRows[] = {kModuleRow, def<"__copy__(self, /)", tee_copy>};

constexpr Row kRows[] = {
    constant<"count">(&Count::kType),
    constant<"cycle">(&Cycle::kType),
    constant<"repeat">(&Repeat::kType),
    def<"tee(iterable, n=2, /)", itertools_tee>,
};

}  // namespace

constinit const BuiltinType Count::kType{
    {.name = "count"_sym, .slots = &kCountSlots, .rows = kIteratorRows, .size = sizeof(Count)}};
constinit const BuiltinType Cycle::kType{
    {.name = "cycle"_sym, .slots = &kCycleSlots, .rows = kIteratorRows, .size = sizeof(Cycle)}};
constinit const BuiltinType Repeat::kType{
    {.name = "repeat"_sym, .slots = &kRepeatSlots, .rows = kRepeatRows, .size = sizeof(Repeat)}};
constinit const BuiltinType TeeSource::kType{{.name = "_tee_source"_sym,
                                              .slots = &kSourceSlots,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(TeeSource)}};
constinit const BuiltinType TeeNode::kType{{.name = "_tee_node"_sym,
                                            .slots = &kNodeSlots,
                                            .flags = kFinal | kAbstractBase,
                                            .size = sizeof(TeeNode)}};
constinit const BuiltinType Tee::kType{{.name = "_tee"_sym,
                                        .slots = &kTeeSlots,
                                        .rows = kTeeRows,
                                        .flags = kFinal,
                                        .size = sizeof(Tee)}};

constinit const std::span<const Row> kSourceRows{kRows};

}  // namespace krait::itertools
