// The module _functools: what functools has in C++; the rest is in lib/functools.py.
#include "core/bind.hpp"
#include "modules/functools/functools.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

// --- cmp_to_key ----------------------------------------------------------------------------------

Value new_key(Interp& in, Value compare, Value object) {
    auto* key = KRAIT_TRY(in.make<CompareKey>());
    key->compare = compare;
    key->object = object;
    return key;
}

Value key_call(Interp& in, Value self, const CallArgs& args) {
    Value object;
    KRAIT_TRY((parse_args<"(obj)">(in, "K"_sym, args, object)));
    return new_key(in, as<CompareKey>(self)->compare, object);
}

Value key_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!in.check_stack()) return {};
    auto *a = as<CompareKey>(lhs), *b = as_if<CompareKey>(rhs);
    if (!b) return raise(in, kTypeError, "other argument must be K instance");
    if (!a->object || !b->object) return raise(in, kAttributeError, "object");
    const Value order = KRAIT_TRY(call(in, a->compare, a->object, b->object));
    return compare(in, op, order, Value::from_int(0));
}

Value key_object(CompareKey* self) { return self->object ? self->object : none(); }
Status key_set_object(Interp& in, CompareKey* self, Value object) {
    in.heap().write(self->object, object);
    return kOk;
}

void key_trace(Object* o, Marker& m) {
    m.value(static_cast<CompareKey*>(o)->compare);
    m.value(static_cast<CompareKey*>(o)->object);
}

constexpr Slots kKeySlots = {.call = key_call, .compare = key_compare, .trace = key_trace};
constexpr Row kKeyRows[] = {
    constant<"__module__">("functools"_sym),
    getter<"obj", key_object, key_set_object>,
};

Value functools_cmp_to_key(Interp& in, Value compare) { return new_key(in, compare, {}); }

// --- reduce --------------------------------------------------------------------------------------

Value functools_reduce(Interp& in, Value function, Value iterable, Value initial) {
    const Value it = KRAIT_TRY(iterate(in, iterable));
    Value total = initial;
    if (!total) {
        total = KRAIT_TRY(next(in, it));
        if (is_done(total))
            return raise(in, kTypeError, "reduce() of empty iterable with no initial value");
    }
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return total;
        total = KRAIT_TRY(call(in, function, total, item));
    }
}

constexpr Row kRows[] = {
    def<"cmp_to_key(mycmp)", functools_cmp_to_key>,
    def<"reduce(function, iterable, initial=..., /)", functools_reduce>,
    constant<"_lru_cache_wrapper">(&LruCache::kType),
    constant<"partial">(&Partial::kType),
};

}  // namespace

constinit const BuiltinType CompareKey::kType{{.name = "KeyWrapper"_sym,
                                               .slots = &kKeySlots,
                                               .rows = kKeyRows,
                                               .flags = kFinal | kAbstractBase | kUnhashable,
                                               .size = sizeof(CompareKey)}};

constinit const ModuleDef kFunctoolsModule{.name = "_functools"_sym, .rows = kRows};

}  // namespace krait
