// Iterators over several iterables (chain, zip_longest) and of several items at once (batched,
// groupby, pairwise).
#include "modules/itertools/parts.hpp"
#include "objects/generic.hpp"

namespace krait::itertools {

namespace {

struct Chain : Object {
    static const BuiltinType kType;
    Value outer, inner;  // no outer: at the end; inner: of the iterable being read
};

struct ZipLongest : Object {
    static const BuiltinType kType;
    Tuple* iterators;  // empty: one that has ended
    Value fill;
    usize active;
};

struct Batched : Object {
    static const BuiltinType kType;
    Value iterator;
    isize size;
};

struct Pairwise : Object {
    static const BuiltinType kType;
    Value iterator, previous;
};

struct GroupBy : Object {
    static const BuiltinType kType;
    Value iterator, function;
    Value target;     // the key of the group given last
    Value key, item;  // read last; no item: given out
    Object* group;    // the group given last, which alone may read on
};

struct Group : Object {
    static const BuiltinType kType;
    GroupBy* parent;
    Value key;
};

// --- chain ---------------------------------------------------------------------------------------

Value new_chain(Interp& in, const Type* cls, Value iterables) {
    const Value outer = KRAIT_TRY(iterate(in, iterables));
    auto* self = KRAIT_TRY(make_instance<Chain>(in, cls));
    self->outer = outer;
    return self;
}

Value chain_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "chain() takes no keyword arguments");
    Tuple* iterables = KRAIT_TRY(new_tuple(in, {args.values, args.positional}));
    return new_chain(in, cls, iterables);
}

Value chain_from_iterable(Interp& in, const Type* cls, Value iterable) {
    return new_chain(in, cls, iterable);
}

Value chain_next(Interp& in, Value v) {
    auto* self = as<Chain>(v);
    while (self->outer) {
        if (!self->inner) {
            const Value iterable = KRAIT_TRY(next(in, self->outer));
            if (is_done(iterable)) break;
            const Value inner = KRAIT_TRY(iterate(in, iterable));
            in.heap().write(self->inner, inner);
        }
        const Value item = KRAIT_TRY(next(in, self->inner));
        if (!is_done(item)) return item;
        self->inner = {};
    }
    self->outer = {};
    return done();
}

// --- zip_longest ---------------------------------------------------------------------------------

Value zip_longest_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value fill = none();
    for (u32 i = 0; i < args.named; ++i) {
        if (args.names[i] != Value("fillvalue"_sym))
            return raise(in, kTypeError, "zip_longest() got an unexpected keyword argument");
        fill = args.values[args.positional + i];
    }
    Tuple* iterators = KRAIT_TRY(new_tuple(in, args.positional));
    for (u32 i = 0; i < args.positional; ++i)
        in.heap().write(iterators->items_[i], KRAIT_TRY(iterate(in, args.values[i])));
    auto* self = KRAIT_TRY(make_instance<ZipLongest>(in, cls));
    self->iterators = iterators;
    self->fill = fill;
    self->active = args.positional;
    return self;
}

Value zip_longest_next(Interp& in, Value v) {
    auto* self = as<ZipLongest>(v);
    if (self->active == 0) return done();
    Tuple* items = KRAIT_TRY(new_tuple(in, self->iterators->size()));
    for (usize i = 0; i < items->size(); ++i) {
        Value item = self->fill;
        if (const Value iterator = (*self->iterators)[i]) {
            item = next(in, iterator);
            if (!item) {
                self->active = 0;
                return {};
            }
            if (is_done(item)) {
                if (self->active) --self->active;
                if (self->active == 0) return item;
                self->iterators->items_[i] = {};
                item = self->fill;
            }
        }
        in.heap().write(items->items_[i], item);
    }
    return items;
}

// --- batched and pairwise ------------------------------------------------------------------------

Value batched_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    isize size;
    KRAIT_TRY((parse_args<"(iterable, n)">(in, "batched"_sym, args, iterable, size)));
    if (size < 1) return raise(in, kValueError, "n must be at least one");
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<Batched>(in, cls));
    self->iterator = iterator;
    self->size = size;
    return self;
}

Value batched_next(Interp& in, Value v) {
    auto* self = as<Batched>(v);
    if (!self->iterator) return done();
    List* items = KRAIT_TRY(new_list(in));
    for (isize i = 0; i < self->size; ++i) {
        const Value item = self->iterator ? KRAIT_TRY(next(in, self->iterator)) : done();
        if (is_done(item)) {
            self->iterator = {};
            break;
        }
        KRAIT_TRY(list_append(in, items, item));
    }
    if (items->size() == 0) return done();
    return KRAIT_TRY(new_tuple(in, items->span()));
}

Value pairwise_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    KRAIT_TRY((parse_args<"(iterable, /)">(in, "pairwise"_sym, args, iterable)));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<Pairwise>(in, cls));
    self->iterator = iterator;
    return self;
}

// The next item; at the end the iterator is dropped.
Value pairwise_read(Interp& in, Pairwise* self) {
    if (!self->iterator) return done();
    const Value item = KRAIT_TRY(next(in, self->iterator));
    if (is_done(item)) self->iterator = self->previous = {};
    return item;
}

Value pairwise_next(Interp& in, Value v) {
    auto* self = as<Pairwise>(v);
    if (!self->previous) {
        const Value first = KRAIT_TRY(pairwise_read(in, self));
        if (is_done(first)) return first;
        in.heap().write(self->previous, first);
    }
    const Value previous = self->previous;
    const Value item = KRAIT_TRY(pairwise_read(in, self));
    if (is_done(item)) return item;
    in.heap().write(self->previous, item);
    const Value pair[] = {previous, item};
    return KRAIT_TRY(new_tuple(in, pair));
}

// --- groupby -------------------------------------------------------------------------------------

Value groupby_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable, function;
    KRAIT_TRY((parse_args<"(iterable, key=None)">(in, "groupby"_sym, args, iterable, function)));
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    auto* self = KRAIT_TRY(make_instance<GroupBy>(in, cls));
    self->iterator = iterator;
    self->function = function;
    return self;
}

// Reads an item and its key. False at the end.
Result<bool> groupby_read(Interp& in, GroupBy* self) {
    const Value item = KRAIT_TRY(next(in, self->iterator));
    if (is_done(item)) return false;
    Value key = item;
    if (!is_none(self->function)) key = KRAIT_TRY(call(in, self->function, item));
    in.heap().write(self->item, item);
    in.heap().write(self->key, key);
    return true;
}

Value groupby_next(Interp& in, Value v) {
    auto* self = as<GroupBy>(v);
    self->group = nullptr;
    while (!self->key || (self->target && KRAIT_TRY(equal(in, self->target, self->key))))
        if (!KRAIT_TRY(groupby_read(in, self))) return done();
    auto* group = KRAIT_TRY(in.make<Group>());
    group->parent = self;
    group->key = self->key;
    in.heap().write(self->target, self->key);
    in.heap().write(self->group, static_cast<Object*>(group));
    const Value pair[] = {self->key, Value(group)};
    return KRAIT_TRY(new_tuple(in, pair));
}

Value group_next(Interp& in, Value v) {
    auto* self = as<Group>(v);
    GroupBy* parent = self->parent;
    if (parent->group != self) return done();
    if (!parent->item && !KRAIT_TRY(groupby_read(in, parent))) return done();
    if (!KRAIT_TRY(equal(in, self->key, parent->key))) return done();
    const Value item = parent->item;
    parent->item = {};
    return item ? item : done();  // comparing the keys may have given it to somebody else
}

// --- types ---------------------------------------------------------------------------------------

constexpr Slots kChainSlots = {.iter = iterator_self,
                               .next = chain_next,
                               .construct = chain_construct,
                               .trace = trace_fields<Chain, &Chain::outer, &Chain::inner>};
constexpr Slots kZipLongestSlots = {
    .iter = iterator_self,
    .next = zip_longest_next,
    .construct = zip_longest_construct,
    .trace = trace_fields<ZipLongest, &ZipLongest::iterators, &ZipLongest::fill>};
constexpr Slots kBatchedSlots = {.iter = iterator_self,
                                 .next = batched_next,
                                 .construct = batched_construct,
                                 .trace = trace_fields<Batched, &Batched::iterator>};
constexpr Slots kPairwiseSlots = {
    .iter = iterator_self,
    .next = pairwise_next,
    .construct = pairwise_construct,
    .trace = trace_fields<Pairwise, &Pairwise::iterator, &Pairwise::previous>};
constexpr Slots kGroupBySlots = {
    .iter = iterator_self,
    .next = groupby_next,
    .construct = groupby_construct,
    .trace = trace_fields<GroupBy, &GroupBy::iterator, &GroupBy::function, &GroupBy::target,
                          &GroupBy::key, &GroupBy::item, &GroupBy::group>};
constexpr Slots kGroupSlots = {.iter = iterator_self,
                               .next = group_next,
                               .trace = trace_fields<Group, &Group::parent, &Group::key>};

constexpr Row kChainRows[] = {
    kModuleRow,
    def_class<"from_iterable(cls, iterable, /)", chain_from_iterable>,
    kClassGetItem,
};

constexpr Row kRows[] = {
    constant<"batched">(&Batched::kType),        constant<"chain">(&Chain::kType),
    constant<"groupby">(&GroupBy::kType),        constant<"pairwise">(&Pairwise::kType),
    constant<"zip_longest">(&ZipLongest::kType),
};

}  // namespace

constinit const BuiltinType Chain::kType{
    {.name = "chain"_sym, .slots = &kChainSlots, .rows = kChainRows, .size = sizeof(Chain)}};
constinit const BuiltinType ZipLongest::kType{{.name = "zip_longest"_sym,
                                               .slots = &kZipLongestSlots,
                                               .rows = kIteratorRows,
                                               .size = sizeof(ZipLongest)}};
constinit const BuiltinType Batched::kType{{.name = "batched"_sym,
                                            .slots = &kBatchedSlots,
                                            .rows = kIteratorRows,
                                            .size = sizeof(Batched)}};
constinit const BuiltinType Pairwise::kType{{.name = "pairwise"_sym,
                                             .slots = &kPairwiseSlots,
                                             .rows = kIteratorRows,
                                             .size = sizeof(Pairwise)}};
constinit const BuiltinType GroupBy::kType{{.name = "groupby"_sym,
                                            .slots = &kGroupBySlots,
                                            .rows = kIteratorRows,
                                            .size = sizeof(GroupBy)}};
constinit const BuiltinType Group::kType{{.name = "_grouper"_sym,
                                          .slots = &kGroupSlots,
                                          .rows = kIteratorRows,
                                          .flags = kFinal | kAbstractBase,
                                          .size = sizeof(Group)}};

constinit const std::span<const Row> kGroupRows{kRows};

}  // namespace krait::itertools
