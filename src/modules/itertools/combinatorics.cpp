// combinations, combinations_with_replacement, permutations and product: each keeps a pool of items
// and the indices of the tuple given last, and steps from there to the next.
#include "core/arrays.hpp"
#include "modules/itertools/parts.hpp"

namespace krait::itertools {

namespace {

struct Selection : Object {
    static const BuiltinType kCombinations, kReplacement, kPermutations, kProduct;
    Tuple* pool;         // product: of tuples, one a place
    ByteArray* indices;  // u32 each: of the places; permutations: of the pool, then the cycles
    u32 places;
    enum State : u8 { Fresh, Running, Ended } state;

    u32* index() const { return reinterpret_cast<u32*>(indices->data); }
    u32 size() const { return static_cast<u32>(pool->size()); }
    Tuple* pool_of(u32 place) const { return static_cast<Tuple*>((*pool)[place].object()); }
};

constexpr usize kMost = std::numeric_limits<i32>::max() / sizeof(u32);

Value new_selection(Interp& in, const Type* cls, Tuple* pool, usize places, usize indices) {
    if (places > kMost || indices > kMost) return raise_memory_error(in);
    ByteArray* array = KRAIT_TRY(new_byte_array(in, indices * sizeof(u32)));
    auto* self = KRAIT_TRY(make_instance<Selection>(in, cls));
    self->pool = pool;
    self->indices = array;
    self->places = static_cast<u32>(places);
    return self;
}

Selection* selection(Value v) { return static_cast<Selection*>(v.object()); }

Value end(Selection* self) {
    self->state = Selection::Ended;
    return done();
}

// The items that the indices name.
Value selected(Interp& in, Selection* self) {
    self->state = Selection::Running;
    Tuple* items = KRAIT_TRY(new_tuple(in, self->places));
    for (u32 i = 0; i < self->places; ++i) items->items_[i] = (*self->pool)[self->index()[i]];
    return items;
}

// --- combinations --------------------------------------------------------------------------------

Value combinations_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    isize r;
    KRAIT_TRY((parse_args<"(iterable, r)">(in, cls->name, args, iterable, r)));
    Tuple* pool = KRAIT_TRY(tuple_from(in, iterable));
    if (r < 0) return raise(in, kValueError, "r must be non-negative");
    const bool with_replacement = cls->layout == &Selection::kReplacement;
    const bool none_at_all =
        with_replacement ? pool->size() == 0 && r > 0 : static_cast<usize>(r) > pool->size();
    const usize places = none_at_all ? 0 : static_cast<usize>(r);
    const Value made = KRAIT_TRY(new_selection(in, cls, pool, places, places));
    Selection* self = selection(made);
    if (none_at_all) self->state = Selection::Ended;
    for (u32 i = 0; !with_replacement && i < self->places; ++i) self->index()[i] = i;
    return made;
}

// The last place that can still move on, and those behind it follow.
Value combinations_next(Interp& in, Value v) {
    Selection* self = selection(v);
    if (self->state == Selection::Ended) return done();
    if (self->state == Selection::Fresh) return selected(in, self);
    u32* index = self->index();
    const u32 r = self->places;
    u32 i = r;
    while (i > 0 && index[i - 1] == self->size() - r + i - 1) --i;
    if (i == 0) return end(self);
    ++index[i - 1];
    for (; i < r; ++i) index[i] = index[i - 1] + 1;
    return selected(in, self);
}

Value replacement_next(Interp& in, Value v) {
    Selection* self = selection(v);
    if (self->state == Selection::Ended) return done();
    if (self->state == Selection::Fresh) return selected(in, self);
    u32* index = self->index();
    u32 i = self->places;
    while (i > 0 && index[i - 1] == self->size() - 1) --i;
    if (i == 0) return end(self);
    const u32 following = index[i - 1] + 1;
    for (--i; i < self->places; ++i) index[i] = following;
    return selected(in, self);
}

// --- permutations --------------------------------------------------------------------------------

// Behind the pool's indices stands for each place how many choices it has left.
Value permutations_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable, count;
    KRAIT_TRY((parse_args<"(iterable, r=None)">(in, "permutations"_sym, args, iterable, count)));
    Tuple* pool = KRAIT_TRY(tuple_from(in, iterable));
    const usize n = pool->size();
    isize r = static_cast<isize>(n);
    if (!is_none(count)) {
        if (!is_int(count)) return raise(in, kTypeError, "Expected int as r");
        r = KRAIT_TRY(to_index(in, count));
    }
    if (r < 0) return raise(in, kValueError, "r must be non-negative");
    const usize places = static_cast<usize>(r) > n ? 0 : r;
    const Value made = KRAIT_TRY(new_selection(in, cls, pool, places, n + places));
    Selection* self = selection(made);
    if (static_cast<usize>(r) > n) self->state = Selection::Ended;
    for (u32 i = 0; i < n; ++i) self->index()[i] = i;
    for (u32 i = 0; i < places; ++i) self->index()[n + i] = static_cast<u32>(n) - i;
    return made;
}

Value permutations_next(Interp& in, Value v) {
    Selection* self = selection(v);
    if (self->state == Selection::Ended) return done();
    if (self->state == Selection::Fresh) return selected(in, self);
    const u32 n = self->size();
    u32 *index = self->index(), *left = index + n;
    for (u32 i = self->places; i-- > 0;) {
        if (--left[i] > 0) {
            std::swap(index[i], index[n - left[i]]);
            return selected(in, self);
        }
        std::rotate(index + i, index + i + 1, index + n);
        left[i] = n - i;
    }
    return end(self);
}

// --- product -------------------------------------------------------------------------------------

Value product_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize repeat = 1;
    for (u32 i = 0; i < args.named; ++i) {
        if (args.names[i] != Value("repeat"_sym))
            return raise(in, kTypeError, "'{}' is an invalid keyword argument for product()",
                         as<Str>(args.names[i]));
        repeat = KRAIT_TRY(to_index(in, args.values[args.positional + i]));
    }
    if (repeat < 0) return raise(in, kValueError, "repeat argument cannot be negative");
    const usize given = args.positional;
    if (given && static_cast<usize>(repeat) > kMost / given)
        return raise(in, kOverflowError, "repeat argument too large");
    const usize places = given * static_cast<usize>(repeat);
    Tuple* pools = KRAIT_TRY(new_tuple(in, places));
    bool none_at_all = false;
    for (usize i = 0; i < (places ? given : 0); ++i) {
        Tuple* pool = KRAIT_TRY(tuple_from(in, args.values[i]));
        none_at_all |= pool->size() == 0;
        for (usize place = i; place < places; place += given)
            in.heap().write(pools->items_[place], Value(pool));
    }
    const Value made = KRAIT_TRY(new_selection(in, cls, pools, places, places));
    if (none_at_all) selection(made)->state = Selection::Ended;
    return made;
}

Value product_next(Interp& in, Value v) {
    Selection* self = selection(v);
    if (self->state == Selection::Ended) return done();
    u32* index = self->index();
    if (self->state == Selection::Running) {
        u32 i = self->places;
        while (i > 0 && ++index[i - 1] == self->pool_of(i - 1)->size()) index[--i] = 0;
        if (i == 0) return end(self);
    }
    self->state = Selection::Running;
    Tuple* items = KRAIT_TRY(new_tuple(in, self->places));
    for (u32 i = 0; i < self->places; ++i) items->items_[i] = (*self->pool_of(i))[index[i]];
    return items;
}

// --- types ---------------------------------------------------------------------------------------

template <Value (*Construct)(Interp&, const Type*, const CallArgs&), Value (*Next)(Interp&, Value)>
constexpr Slots kSlots = {.iter = iterator_self,
                          .next = Next,
                          .construct = Construct,
                          .trace = trace_fields<Selection, &Selection::pool, &Selection::indices>};

constexpr Row kRows[] = {
    constant<"combinations">(&Selection::kCombinations),
    constant<"combinations_with_replacement">(&Selection::kReplacement),
    constant<"permutations">(&Selection::kPermutations),
    constant<"product">(&Selection::kProduct),
};

}  // namespace

constinit const BuiltinType Selection::kCombinations{
    {.name = "combinations"_sym,
     .slots = &kSlots<combinations_construct, combinations_next>,
     .rows = kIteratorRows,
     .size = sizeof(Selection)}};
constinit const BuiltinType Selection::kReplacement{
    {.name = "combinations_with_replacement"_sym,
     .slots = &kSlots<combinations_construct, replacement_next>,
     .rows = kIteratorRows,
     .size = sizeof(Selection)}};
constinit const BuiltinType Selection::kPermutations{
    {.name = "permutations"_sym,
     .slots = &kSlots<permutations_construct, permutations_next>,
     .rows = kIteratorRows,
     .size = sizeof(Selection)}};
constinit const BuiltinType Selection::kProduct{{.name = "product"_sym,
                                                 .slots = &kSlots<product_construct, product_next>,
                                                 .rows = kIteratorRows,
                                                 .size = sizeof(Selection)}};

constinit const std::span<const Row> kCombinatoricRows{kRows};

}  // namespace krait::itertools
