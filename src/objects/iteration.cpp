// enumerate, zip, map, filter and reversed.
#include "objects/iteration.hpp"

#include "core/arith.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/slicing.hpp"
#include "core/special.hpp"
#include "objects/iterators.hpp"

namespace krait {

namespace {

constexpr Value kOne = Value::from_int(1);

// --- enumerate -----------------------------------------------------------------------------------

Value enumerate_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable, start;
    KRAIT_TRY((parse_args<"(iterable, start=0)">(in, "enumerate"_sym, args, iterable, start)));
    start = KRAIT_TRY(to_plain_int(in, start));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    Enumerate* self = KRAIT_TRY(make_instance<Enumerate>(in, cls));
    self->iterator = iterator;
    self->count = start;
    return self;
}

Value enumerate_next(Interp& in, Value v) {
    auto* self = as<Enumerate>(v);
    const Value item = KRAIT_TRY(next(in, self->iterator));
    if (is_done(item)) return item;
    Tuple* pair = KRAIT_TRY(new_tuple(in, 2));
    pair->items_[0] = self->count;
    pair->items_[1] = item;
    Value following;
    if (!self->count.is_int() || !fast::add(self->count, kOne, following))
        following = KRAIT_TRY(binary(in, BinaryOp::Add, self->count, kOne));
    in.heap().write(self->count, following);
    return pair;
}

void enumerate_trace(Object* o, Marker& m) {
    const auto* self = static_cast<Enumerate*>(o);
    m.value(self->iterator);
    m.value(self->count);
}

// --- iterators side by side ----------------------------------------------------------------------

Result<Tuple*> iterate_all(Interp& in, std::span<const Value> iterables) {
    Tuple* iterators = KRAIT_TRY(new_tuple(in, iterables.size()));
    for (usize i = 0; i < iterables.size(); ++i)
        in.heap().write(iterators->items_[i], KRAIT_TRY(iterate(in, iterables[i])));
    return iterators;
}

// --- zip -----------------------------------------------------------------------------------------

Value zip_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value strict = false_();
    for (u32 i = 0; i < args.named; ++i) {
        if (args.names[i] != Value("strict"_sym))
            return raise(in, kTypeError, "{} is an invalid keyword argument for zip()",
                         args.names[i]);
        strict = args.values[args.positional + i];
    }
    const bool is_strict = KRAIT_TRY(truth(in, strict));
    Tuple* iterators = KRAIT_TRY(iterate_all(in, {args.values, args.positional}));
    Zip* self = KRAIT_TRY(make_instance<Zip>(in, cls));
    self->iterators = iterators;
    self->strict = is_strict;
    return self;
}

Value raise_uneven(Interp& in, usize which, std::string_view how) {
    if (which == 1) return raise(in, kValueError, "zip() argument 2 is {} than argument 1", how);
    return raise(in, kValueError, "zip() argument {} is {} than arguments 1-{}", which + 1, how,
                 which);
}

// A strict zip's iterator `which` has ended: then all must.
Value end_strictly(Interp& in, const Tuple* iterators, usize which) {
    if (which > 0) return raise_uneven(in, which, "shorter");
    for (usize i = 1; i < iterators->size(); ++i)
        if (!is_done(KRAIT_TRY(next(in, (*iterators)[i])))) return raise_uneven(in, i, "longer");
    return done();
}

Value zip_next(Interp& in, Value v) {
    const auto* self = as<Zip>(v);
    Tuple* iterators = self->iterators;
    if (iterators->size() == 0) return done();
    Tuple* items = KRAIT_TRY(new_tuple(in, iterators->size()));
    for (usize i = 0; i < iterators->size(); ++i) {
        const Value item = KRAIT_TRY(next(in, (*iterators)[i]));
        if (is_done(item)) return self->strict ? end_strictly(in, iterators, i) : item;
        in.heap().write(items->items_[i], item);
    }
    return items;
}

void zip_trace(Object* o, Marker& m) { m.object(static_cast<Zip*>(o)->iterators); }

// --- map -----------------------------------------------------------------------------------------

Value map_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "map() takes no keyword arguments");
    if (args.positional < 2)
        return raise(in, kTypeError, "map() must have at least two arguments.");
    Tuple* iterators = KRAIT_TRY(iterate_all(in, {args.values + 1, args.positional - 1}));
    Map* self = KRAIT_TRY(make_instance<Map>(in, cls));
    self->function = args.values[0];
    self->iterators = iterators;
    return self;
}

Value map_next(Interp& in, Value v) {
    const auto* self = as<Map>(v);
    Tuple* iterators = self->iterators;
    const Value first = KRAIT_TRY(next(in, (*iterators)[0]));
    if (is_done(first) || iterators->size() == 1)
        return is_done(first) ? first : call(in, self->function, first);
    Tuple* items = KRAIT_TRY(new_tuple(in, iterators->size()));
    in.heap().write(items->items_[0], first);
    for (usize i = 1; i < iterators->size(); ++i) {
        const Value item = KRAIT_TRY(next(in, (*iterators)[i]));
        if (is_done(item)) return item;
        in.heap().write(items->items_[i], item);
    }
    return call(in, self->function, items->span());
}

void map_trace(Object* o, Marker& m) {
    const auto* self = static_cast<Map*>(o);
    m.value(self->function);
    m.object(self->iterators);
}

// --- filter --------------------------------------------------------------------------------------

Value filter_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value function, iterable;
    KRAIT_TRY((parse_args<"(function, iterable, /)">(in, "filter"_sym, args, function, iterable)));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    Filter* self = KRAIT_TRY(make_instance<Filter>(in, cls));
    self->function = function;
    self->iterator = iterator;
    return self;
}

Value filter_next(Interp& in, Value v) {
    const auto* self = as<Filter>(v);
    for (;;) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item)) return item;
        Value verdict = item;
        if (!is_none(self->function)) verdict = KRAIT_TRY(call(in, self->function, item));
        if (KRAIT_TRY(truth(in, verdict))) return item;
    }
}

void filter_trace(Object* o, Marker& m) {
    const auto* self = static_cast<Filter*>(o);
    m.value(self->function);
    m.value(self->iterator);
}

// --- reversed ------------------------------------------------------------------------------------

Value reversed_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value sequence;
    KRAIT_TRY((parse_args<"(sequence, /)">(in, "reversed"_sym, args, sequence)));
    const Type* type = type_of(sequence);
    const Value own = find_special(type, "__reversed__"_sym);
    if (!is_none(own)) {
        const Value made = KRAIT_TRY(call_special(in, sequence, "__reversed__"_sym));
        if (!is_done(made)) return made;
    }
    const bool indexed = !is_none(own) && has_special(type, "__getitem__"_sym) &&
                         has_special(type, "__len__"_sym) && !is<Dict>(sequence);
    if (!indexed) return raise(in, kTypeError, "'{}' object is not reversible", type);
    const isize size = KRAIT_TRY(length(in, sequence));
    Reversed* self = KRAIT_TRY(make_instance<Reversed>(in, cls));
    self->sequence = sequence;
    self->index = size - 1;
    return self;
}

Value reversed_next(Interp& in, Value v) {
    auto* self = as<Reversed>(v);
    if (!self->sequence || self->index < 0) return done();
    const Value item = get_item(in, self->sequence, KRAIT_TRY(new_int(in, self->index)));
    if (item) {
        --self->index;
        return item;
    }
    if (!is_instance(in.pending(), &kIndexError) && !is_instance(in.pending(), &kStopIteration))
        return {};
    in.set_pending({});
    self->sequence = {};
    return done();
}

isize reversed_hint(Reversed* self) { return self->sequence ? self->index + 1 : 0; }

void reversed_trace(Object* o, Marker& m) { m.value(static_cast<Reversed*>(o)->sequence); }

constexpr Row kReversedRows[] = {def<"__length_hint__(self, /)", reversed_hint>};

// --- types ---------------------------------------------------------------------------------------

constexpr Slots kEnumerateSlots = {.iter = iterator_self,
                                   .next = enumerate_next,
                                   .construct = enumerate_construct,
                                   .trace = enumerate_trace};
constexpr Slots kZipSlots = {
    .iter = iterator_self, .next = zip_next, .construct = zip_construct, .trace = zip_trace};
constexpr Slots kMapSlots = {
    .iter = iterator_self, .next = map_next, .construct = map_construct, .trace = map_trace};
constexpr Slots kFilterSlots = {.iter = iterator_self,
                                .next = filter_next,
                                .construct = filter_construct,
                                .trace = filter_trace};
constexpr Slots kReversedSlots = {.iter = iterator_self,
                                  .next = reversed_next,
                                  .construct = reversed_construct,
                                  .trace = reversed_trace};

}  // namespace

constinit const BuiltinType Enumerate::kType{
    {.name = "enumerate"_sym, .slots = &kEnumerateSlots, .size = sizeof(Enumerate)}};
constinit const BuiltinType Zip::kType{
    {.name = "zip"_sym, .slots = &kZipSlots, .size = sizeof(Zip)}};
constinit const BuiltinType Map::kType{
    {.name = "map"_sym, .slots = &kMapSlots, .size = sizeof(Map)}};
constinit const BuiltinType Filter::kType{
    {.name = "filter"_sym, .slots = &kFilterSlots, .size = sizeof(Filter)}};
constinit const BuiltinType Reversed::kType{{.name = "reversed"_sym,
                                             .slots = &kReversedSlots,
                                             .rows = kReversedRows,
                                             .size = sizeof(Reversed)}};

}  // namespace krait
