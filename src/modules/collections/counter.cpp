// The type collections.Counter: a dict of counts.
//
// A count is any number: the arithmetic goes through the operators of what is there.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/collections/dicts.hpp"
#include "objects/dict.hpp"
#include "objects/iteration.hpp"

namespace krait {

namespace {

constexpr Value kZero = Value::from_int(0), kOne = Value::from_int(1);

Value count_of(Interp& in, Dict* counter, Value key) {
    const Value count = KRAIT_TRY(dict_get(in, counter, key));
    return is_done(count) ? kZero : count;
}

Result<bool> is_positive(Interp& in, Value count) {
    return compare_bool(in, CompareOp::Lt, kZero, count);
}

Status change_count(Interp& in, Dict* counter, Value key, BinaryOp op, Value amount) {
    const Value count = KRAIT_TRY(count_of(in, counter, key));
    return dict_set(in, counter, key, KRAIT_TRY(binary(in, op, count, amount)));
}

// counter[key] op= source[key] for a mapping, counter[item] op= 1 for any other iterable.
Status change_counts(Interp& in, Dict* counter, BinaryOp op, Value source) {
    const bool mapping = is<Dict>(source);
    const bool copies = mapping && op == BinaryOp::Add && counter->used == 0;
    const Value keys = mapping ? KRAIT_TRY(list_from(in, source)) : source;
    const Value it = KRAIT_TRY(iterate(in, keys));
    for (;;) {
        const Value key = KRAIT_TRY(next(in, it));
        if (is_done(key)) return kOk;
        const Value amount = mapping ? KRAIT_TRY(get_item(in, source, key)) : kOne;
        if (copies)
            KRAIT_TRY(dict_set(in, counter, key, amount));
        else
            KRAIT_TRY(change_count(in, counter, key, op, amount));
    }
}

Status change_from_call(Interp& in, Dict* counter, BinaryOp op, Args positional, Kwargs keywords) {
    if (positional.size() > 1)
        return raise(in, kTypeError, "Counter takes at most 1 positional argument ({} given)",
                     positional.size());
    if (!positional.empty() && !is_none(positional[0]))
        KRAIT_TRY(change_counts(in, counter, op, positional[0]));
    usize position = 0;
    Str* name;
    Value count;
    while (keywords.next(position, name, count))
        KRAIT_TRY(change_count(in, counter, name, op, count));
    return kOk;
}

Result<List*> pairs_by_count(Interp& in, Dict* counter) {
    List* pairs = KRAIT_TRY(new_list(in));
    const Value items = KRAIT_TRY(new_dict_view(in, counter, DictPart::Items));
    KRAIT_TRY(extend(in, pairs, items));
    return pairs;
}

// --- operators -----------------------------------------------------------------------------------

// What `op` makes of the two counts of a key.
Value combine(Interp& in, BinaryOp op, Value a, Value b) {
    if (op == BinaryOp::Add || op == BinaryOp::Sub) return binary(in, op, a, b);
    const bool less = KRAIT_TRY(compare_bool(in, CompareOp::Lt, a, b));
    return less == (op == BinaryOp::Or) ? b : a;
}

Status keep_if_positive(Interp& in, Dict* into, Value key, Value count) {
    return KRAIT_TRY(is_positive(in, count)) ? dict_set(in, into, key, count) : Status(kOk);
}

// The positive ones of the combined counts.
Result<Dict*> combined(Interp& in, BinaryOp op, Dict* a, Dict* b) {
    Dict* result = KRAIT_TRY(in.make<Counter>());
    usize position = 0, place;
    while (table_next(a, position, place)) {
        const Value key = a->key_at(place), mine = a->value_at(place);
        const Value other = KRAIT_TRY(count_of(in, b, key));
        KRAIT_TRY(keep_if_positive(in, result, key, KRAIT_TRY(combine(in, op, mine, other))));
    }
    position = 0;
    while (table_next(b, position, place)) {
        const Value key = b->key_at(place), other = b->value_at(place);
        if (!is_done(KRAIT_TRY(dict_get(in, a, key)))) continue;
        KRAIT_TRY(keep_if_positive(in, result, key, KRAIT_TRY(combine(in, op, kZero, other))));
    }
    return result;
}

bool is_counter_operator(BinaryOp op) {
    return op == BinaryOp::Add || op == BinaryOp::Sub || op == BinaryOp::And || op == BinaryOp::Or;
}

Value counter_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (!is_counter_operator(op)) return not_implemented();
    if (!is<Counter>(lhs) || !is<Counter>(rhs)) {
        const auto plain = Dict::kType.slots->binary;
        return plain(in, op, lhs, rhs);
    }
    return KRAIT_TRY(combined(in, op, as<Dict>(lhs), as<Dict>(rhs)));
}

Value counter_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    if (!is_counter_operator(op) || !is<Counter>(rhs)) return not_implemented();
    Dict* result = KRAIT_TRY(combined(in, op, as<Dict>(self), as<Dict>(rhs)));
    dict_clear(in, as<Dict>(self));
    KRAIT_TRY(dict_update(in, as<Dict>(self), result));
    return self;
}

Value counter_unary(Interp& in, UnaryOp op, Value self) {
    if (op != UnaryOp::Pos && op != UnaryOp::Neg)
        return raise(in, kTypeError, "bad operand type for unary ~: 'Counter'");
    Dict* nothing = KRAIT_TRY(new_dict(in));
    if (op == UnaryOp::Pos) return KRAIT_TRY(combined(in, BinaryOp::Add, as<Dict>(self), nothing));
    return KRAIT_TRY(combined(in, BinaryOp::Sub, nothing, as<Dict>(self)));
}

// Whether `op` holds for the counts of all keys of `keys`.
Result<bool> holds_for(Interp& in, CompareOp op, Dict* keys, Dict* a, Dict* b) {
    usize position = 0, place;
    while (table_next(keys, position, place)) {
        const Value key = keys->key_at(place);
        const Value left = KRAIT_TRY(count_of(in, a, key));
        const Value right = KRAIT_TRY(count_of(in, b, key));
        if (!KRAIT_TRY(compare_bool(in, op, left, right))) return false;
    }
    return true;
}

Result<bool> holds(Interp& in, CompareOp op, Dict* a, Dict* b) {
    return KRAIT_TRY(holds_for(in, op, a, a, b)) && KRAIT_TRY(holds_for(in, op, b, a, b));
}

Value counter_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!in.check_stack()) return {};
    if (!is<Counter>(rhs)) {
        const auto plain = Dict::kType.slots->compare;
        return plain(in, op, lhs, rhs);
    }
    Dict *a = as<Dict>(lhs), *b = as<Dict>(rhs);
    switch (op) {
        case CompareOp::Ne: return from_bool(!KRAIT_TRY(holds(in, CompareOp::Eq, a, b)));
        case CompareOp::Lt:
        case CompareOp::Gt: {
            const CompareOp weak = op == CompareOp::Lt ? CompareOp::Le : CompareOp::Ge;
            return from_bool(KRAIT_TRY(holds(in, weak, a, b)) &&
                             !KRAIT_TRY(holds(in, CompareOp::Eq, a, b)));
        }
        default: return from_bool(KRAIT_TRY(holds(in, op, a, b)));
    }
}

// --- methods -------------------------------------------------------------------------------------

Status method_update(Interp& in, Counter* self, Args positional, Kwargs keywords) {
    return change_from_call(in, self, BinaryOp::Add, positional, keywords);
}

Status method_subtract(Interp& in, Counter* self, Args positional, Kwargs keywords) {
    return change_from_call(in, self, BinaryOp::Sub, positional, keywords);
}

Value pair_count(Interp&, Tuple* pair) { return pair->size() == 2 ? (*pair)[1] : none(); }
constexpr Row kPairCount = def<"count(pair, /)", pair_count>;

Value method_most_common(Interp& in, Counter* self, Value limit) {
    List* pairs =
        KRAIT_TRY(sorted(in, KRAIT_TRY(pairs_by_count(in, self)), kPairCount.value, true));
    if (!is_none(limit)) {
        const isize wanted = std::max<isize>(KRAIT_TRY(to_index(in, limit)), 0);
        if (static_cast<usize>(wanted) < pairs->size()) list_truncate(pairs, wanted);
    }
    return pairs;
}

Value method_elements(Interp& in, Counter* self) {
    List* elements = KRAIT_TRY(new_list(in));
    usize position = 0, place;
    while (table_next(self, position, place)) {
        const Value key = self->key_at(place);
        isize count = KRAIT_TRY(to_index(in, self->value_at(place)));
        while (count-- > 0) KRAIT_TRY(list_append(in, elements, key));
    }
    return iterate(in, elements);
}

Value method_total(Interp& in, Counter* self) {
    Value total = kZero;
    usize position = 0, place;
    while (table_next(self, position, place))
        total = KRAIT_TRY(binary(in, BinaryOp::Add, total, self->value_at(place)));
    return total;
}

Value method_copy(Interp& in, Counter* self) {
    const Value args[] = {self};
    return KRAIT_TRY(new_same_class(in, self, args));
}

Value method_missing(Counter*, Value) { return kZero; }

Value method_fromkeys(Interp& in, const Type*, Args, Kwargs) {
    return raise(in, kNotImplementedError,
                 "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
}

// Deleting a key that is missing is no error.
Status method_delitem(Interp& in, Counter* self, Value key) {
    KRAIT_TRY(dict_remove(in, self, key));
    return kOk;
}

constexpr Row kRows[] = {
    def<"update(self, /, *args, **kwargs)", method_update>,
    def<"subtract(self, /, *args, **kwargs)", method_subtract>,
    def<"most_common(self, n=None)", method_most_common>,
    def<"elements(self)", method_elements>,
    def<"total(self)", method_total>,
    def<"copy(self)", method_copy>,
    def<"__copy__(self)", method_copy>,
    def<"__missing__(self, key)", method_missing>,
    def<"__delitem__(self, key)", method_delitem>,
    def_class<"fromkeys(cls, /, *args, **kwargs)", method_fromkeys>,
};

// --- slots ---------------------------------------------------------------------------------------

Value counter_repr(Interp& in, Value self) {
    auto* counter = as<Counter>(self);
    if (counter->used == 0) return named_repr(in, self, {});
    Value pairs = method_most_common(in, counter, none());
    if (!pairs) {  // counts that cannot be compared keep their order
        if (!is_instance(in.pending(), &kTypeError)) return {};
        in.set_pending({});
        pairs = KRAIT_TRY(pairs_by_count(in, counter));
    }
    Dict* shown = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(dict_update_from(in, shown, pairs));
    return named_repr(in, self, shown);
}

Status counter_set_item(Interp& in, Value self, Value key, Value value) {
    return value ? dict_set(in, as<Dict>(self), key, value)
                 : method_delitem(in, as<Counter>(self), key);
}

Status counter_init(Interp& in, Value self, const CallArgs& args) {
    if (args.positional > 1)
        return raise(in, kTypeError, "Counter takes at most 1 positional argument ({} given)",
                     args.positional);
    Dict* counter = as<Dict>(self);
    if (args.positional && !is_none(args.values[0]))
        KRAIT_TRY(change_counts(in, counter, BinaryOp::Add, args.values[0]));
    for (u32 i = 0; i < args.named; ++i)
        KRAIT_TRY(change_count(in, counter, args.names[i], BinaryOp::Add,
                               args.values[args.positional + i]));
    return kOk;
}

constexpr Slots kSlots = {
    .repr = counter_repr,
    .set_item = counter_set_item,
    .binary = counter_binary,
    .inplace = counter_inplace,
    .unary = counter_unary,
    .compare = counter_compare,
    .init = counter_init,
    .trace = table_trace,
};

}  // namespace

constinit const BuiltinType Counter::kType{{.name = "Counter"_sym,
                                            .base = &Dict::kType,
                                            .slots = &kSlots,
                                            .rows = kRows,
                                            .flags = kUnhashable | kMappingPattern,
                                            .size = sizeof(Counter)}};

}  // namespace krait
