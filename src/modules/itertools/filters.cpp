// Iterators that leave items out: compress, dropwhile, filterfalse, islice, takewhile; and those
// that make one item of each: accumulate, starmap.
#include "modules/itertools/parts.hpp"

namespace krait::itertools {

namespace {

// dropwhile, filterfalse, starmap and takewhile; compress, whose function is the other iterator.
struct Filtered : Object {
    static const BuiltinType kDropWhile, kFilterFalse, kTakeWhile, kStarMap, kCompress;
    Value function, iterator;  // no iterator: at the end
    bool passed;               // dropwhile: an item was given
};

struct Accumulate : Object {
    static const BuiltinType kType;
    Value iterator, function, total, initial;
};

struct ISlice : Object {
    static const BuiltinType kType;
    static constexpr isize kEndless = -1;
    Value iterator;
    isize at, wanted, stop, step;
};

Filtered* filtered(Value v) { return static_cast<Filtered*>(v.object()); }

// --- by a function -------------------------------------------------------------------------------

Value new_filtered(Interp& in, const Type* cls, Value function, Value iterable) {
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<Filtered>(in, cls));
    self->function = function;
    self->iterator = iterator;
    return self;
}

Value filtered_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value function, iterable;
    KRAIT_TRY((parse_args<"(function, iterable, /)">(in, cls->name, args, function, iterable)));
    return new_filtered(in, cls, function, iterable);
}

Result<bool> accepts(Interp& in, Value function, Value item) {
    if (is_none(function)) return truth(in, item);
    return truth(in, KRAIT_TRY(call(in, function, item)));
}

Value drop_while_next(Interp& in, Value v) {
    Filtered* self = filtered(v);
    if (!self->iterator) return done();
    for (;;) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item) || self->passed) return item;
        if (KRAIT_TRY(truth(in, KRAIT_TRY(call(in, self->function, item))))) continue;
        self->passed = true;
        return item;
    }
}

Value take_while_next(Interp& in, Value v) {
    Filtered* self = filtered(v);
    if (!self->iterator) return done();
    const Value item = KRAIT_TRY(next(in, self->iterator));
    if (is_done(item)) return item;
    if (KRAIT_TRY(truth(in, KRAIT_TRY(call(in, self->function, item))))) return item;
    self->iterator = {};
    return done();
}

Value filter_false_next(Interp& in, Value v) {
    Filtered* self = filtered(v);
    for (;;) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item) || !KRAIT_TRY(accepts(in, self->function, item))) return item;
    }
}

Value star_map_next(Interp& in, Value v) {
    Filtered* self = filtered(v);
    const Value item = KRAIT_TRY(next(in, self->iterator));
    if (is_done(item)) return item;
    Tuple* args = is_exact<Tuple>(item) ? as<Tuple>(item) : KRAIT_TRY(tuple_from(in, item));
    return call(in, self->function, args->span());
}

Value compress_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value data, selectors;
    KRAIT_TRY((parse_args<"(data, selectors)">(in, "compress"_sym, args, data, selectors)));
    selectors = KRAIT_TRY(iterate(in, selectors));
    return new_filtered(in, cls, selectors, data);
}

Value compress_next(Interp& in, Value v) {
    Filtered* self = filtered(v);
    for (;;) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item)) return item;
        const Value selector = KRAIT_TRY(next(in, self->function));
        if (is_done(selector)) return selector;
        if (KRAIT_TRY(truth(in, selector))) return item;
    }
}

// --- accumulate ----------------------------------------------------------------------------------

Value accumulate_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable, function, initial;
    KRAIT_TRY((parse_args<"(iterable, func=None, *, initial=None)">(in, "accumulate"_sym, args,
                                                                    iterable, function, initial)));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<Accumulate>(in, cls));
    self->iterator = iterator;
    self->function = function;
    self->initial = initial;
    return self;
}

Value accumulate_next(Interp& in, Value v) {
    auto* self = as<Accumulate>(v);
    Value total = self->initial;
    if (is_none(total)) {
        const Value item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item)) return item;
        if (!self->total)
            total = item;
        else if (is_none(self->function))
            total = KRAIT_TRY(binary(in, BinaryOp::Add, self->total, item));
        else
            total = KRAIT_TRY(call(in, self->function, self->total, item));
    }
    self->initial = none();
    in.heap().write(self->total, total);
    return total;
}

// --- islice --------------------------------------------------------------------------------------

// A bound of islice: an int that is not negative; `fallback` for None.
Result<isize> slice_bound(Interp& in, Value v, isize fallback, const char* what) {
    if (is_none(v)) return fallback;
    const Result<isize> index = to_index(in, v);
    if (index && index.take() >= 0) return index;
    if (!index) static_cast<void>(in.take_pending());
    return raise(in, kValueError, "{} must be None or an integer: 0 <= x <= sys.maxsize.", what);
}

Result<isize> slice_step(Interp& in, Value v) {
    if (is_none(v)) return 1;
    const Result<isize> index = to_index(in, v);
    if (index && index.take() >= 1) return index;
    if (!index) static_cast<void>(in.take_pending());
    return raise(in, kValueError, "Step for islice() must be a positive integer or None.");
}

Value islice_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "islice() takes no keyword arguments");
    Value iterable, first, second, step;
    KRAIT_TRY((parse_args<"(iterable, start, stop=..., step=None, /)">(
        in, "islice"_sym, args, iterable, first, second, step)));
    const bool bounded = bool(second);
    const isize stop = KRAIT_TRY(
        slice_bound(in, bounded ? second : first, ISlice::kEndless, "Stop argument for islice()"));
    isize start = 0;
    if (bounded) start = KRAIT_TRY(slice_bound(in, first, 0, "Indices for islice()"));
    const isize by = KRAIT_TRY(slice_step(in, step));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<ISlice>(in, cls));
    self->iterator = iterator;
    self->wanted = start;
    self->stop = stop;
    self->step = by;
    return self;
}

Value islice_next(Interp& in, Value v) {
    auto* self = as<ISlice>(v);
    Value item;
    do {
        const bool ended = self->stop >= 0 && self->at >= self->stop;
        // What stands before the first wanted item is read even if that is behind the stop.
        if (!self->iterator || (ended && self->at >= self->wanted)) {
            self->iterator = {};
            return done();
        }
        item = KRAIT_TRY(next(in, self->iterator));
        if (is_done(item)) {
            self->iterator = {};
            return item;
        }
    } while (self->at++ < self->wanted);
    isize following;
    if (__builtin_add_overflow(self->wanted, self->step, &following) ||
        (self->stop >= 0 && following > self->stop))
        following = self->stop >= 0 ? self->stop : std::numeric_limits<isize>::max();
    self->wanted = following;
    return item;
}

// --- types ---------------------------------------------------------------------------------------

template <Value (*Next)(Interp&, Value)>
constexpr Slots kFilteredSlots = {
    .iter = iterator_self,
    .next = Next,
    .construct = filtered_construct,
    .trace = trace_fields<Filtered, &Filtered::function, &Filtered::iterator>};
constexpr Slots kCompressSlots = {
    .iter = iterator_self,
    .next = compress_next,
    .construct = compress_construct,
    .trace = trace_fields<Filtered, &Filtered::function, &Filtered::iterator>};
constexpr Slots kAccumulateSlots = {
    .iter = iterator_self,
    .next = accumulate_next,
    .construct = accumulate_construct,
    .trace = trace_fields<Accumulate, &Accumulate::iterator, &Accumulate::function,
                          &Accumulate::total, &Accumulate::initial>};
constexpr Slots kISliceSlots = {.iter = iterator_self,
                                .next = islice_next,
                                .construct = islice_construct,
                                .trace = trace_fields<ISlice, &ISlice::iterator>};

constexpr Row kRows[] = {
    constant<"accumulate">(&Accumulate::kType),   constant<"compress">(&Filtered::kCompress),
    constant<"dropwhile">(&Filtered::kDropWhile), constant<"filterfalse">(&Filtered::kFilterFalse),
    constant<"islice">(&ISlice::kType),           constant<"starmap">(&Filtered::kStarMap),
    constant<"takewhile">(&Filtered::kTakeWhile),
};

}  // namespace

constinit const BuiltinType Filtered::kDropWhile{{.name = "dropwhile"_sym,
                                                  .slots = &kFilteredSlots<drop_while_next>,
                                                  .rows = kIteratorRows,
                                                  .size = sizeof(Filtered)}};
constinit const BuiltinType Filtered::kFilterFalse{{.name = "filterfalse"_sym,
                                                    .slots = &kFilteredSlots<filter_false_next>,
                                                    .rows = kIteratorRows,
                                                    .size = sizeof(Filtered)}};
constinit const BuiltinType Filtered::kTakeWhile{{.name = "takewhile"_sym,
                                                  .slots = &kFilteredSlots<take_while_next>,
                                                  .rows = kIteratorRows,
                                                  .size = sizeof(Filtered)}};
constinit const BuiltinType Filtered::kStarMap{{.name = "starmap"_sym,
                                                .slots = &kFilteredSlots<star_map_next>,
                                                .rows = kIteratorRows,
                                                .size = sizeof(Filtered)}};
constinit const BuiltinType Filtered::kCompress{{.name = "compress"_sym,
                                                 .slots = &kCompressSlots,
                                                 .rows = kIteratorRows,
                                                 .size = sizeof(Filtered)}};
constinit const BuiltinType Accumulate::kType{{.name = "accumulate"_sym,
                                               .slots = &kAccumulateSlots,
                                               .rows = kIteratorRows,
                                               .size = sizeof(Accumulate)}};
constinit const BuiltinType ISlice::kType{
    {.name = "islice"_sym, .slots = &kISliceSlots, .rows = kIteratorRows, .size = sizeof(ISlice)}};

constinit const std::span<const Row> kFilterRows{kRows};

}  // namespace krait::itertools
