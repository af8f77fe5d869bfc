// What functools.lru_cache() wraps a function into: calls are answered from a dict whose order is
// that of use. The function runs between a miss and the storing of its result, and may call the
// wrapper again; so nothing of the dict is kept over that call.
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "modules/functools/functools.hpp"

namespace krait {

namespace {

// The only argument itself if it is an int or a str, else a tuple: the positional arguments, a
// mark, names and values of the others, and for a typed cache their types.
Value key_of(Interp& in, const LruCache* self, const CallArgs& args) {
    if (args.total() == 1 && args.positional == 1 && !self->typed) {
        const Type* type = type_of(args.values[0]);
        if (type == &IntType::kType || type == &Str::kType) return args.values[0];
    }
    const usize size =
        args.positional + (args.named ? 1 + 2 * args.named : 0) + (self->typed ? args.total() : 0);
    Tuple* key = KRAIT_TRY(new_tuple(in, size));
    Value* out = std::copy_n(args.values, args.positional, key->items_);
    if (args.named) *out++ = Value(&LruCache::kType);
    for (u32 i = 0; i < args.named; ++i) {
        *out++ = args.names[i];
        *out++ = args.values[args.positional + i];
    }
    if (self->typed)
        for (u32 i = 0; i < args.total(); ++i) *out++ = Value(type_of(args.values[i]));
    return key;
}

// The result that is kept for the key, which is then the last one used; done() if there is none.
Value recall(Interp& in, LruCache* self, Value key, u32 hash) {
    const isize place = KRAIT_TRY(table_find(in, self->results, key, hash));
    if (place == Table::kMissing) return done();
    const Value result = self->results->value_at(place);
    if (self->max_size != LruCache::kUnbounded)
        KRAIT_TRY(table_move_to_end(in, self->results, place));
    ++self->hits;
    return result;
}

Status remember(Interp& in, LruCache* self, Value key, u32 hash, Value result) {
    // The function may have been called with the same arguments meanwhile.
    if (KRAIT_TRY(table_find(in, self->results, key, hash)) != Table::kMissing) return kOk;
    Dict* results = self->results;
    while (self->max_size != LruCache::kUnbounded &&
           results->size() >= static_cast<usize>(self->max_size)) {
        usize position = 0, oldest;
        if (!table_next(results, position, oldest)) break;
        table_remove(results, oldest);
    }
    return table_insert(in, results, key, hash, result);
}

Value lru_call(Interp& in, Value v, const CallArgs& args) {
    if (!in.check_stack()) return {};
    auto* self = as<LruCache>(v);
    if (self->max_size == 0) {
        ++self->misses;
        return call(in, self->function, args);
    }
    const Value key = KRAIT_TRY(key_of(in, self, args));
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const Value known = KRAIT_TRY(recall(in, self, key, hash));
    if (!is_done(known)) return known;
    ++self->misses;
    const Value result = KRAIT_TRY(call(in, self->function, args));
    KRAIT_TRY(remember(in, self, key, hash, result));
    return result;
}

Value lru_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value function, max_size, info;
    bool typed;
    KRAIT_TRY((parse_args<"(user_function, maxsize, typed, cache_info_type, /)">(
        in, "_lru_cache_wrapper"_sym, args, function, max_size, typed, info)));
    if (!is_callable(function)) return raise(in, kTypeError, "the first argument must be callable");
    isize most = LruCache::kUnbounded;
    if (!is_none(max_size)) most = std::max<isize>(0, KRAIT_TRY(to_index(in, max_size)));
    Dict* results = KRAIT_TRY(new_dict(in));
    auto* self = KRAIT_TRY(make_instance<LruCache>(in, cls));
    self->function = function;
    self->info = info;
    self->results = results;
    self->max_size = most;
    self->typed = typed;
    return self;
}

Value lru_bind(Interp& in, Value self, Value instance, const Type*) {
    if (!instance || is_none(instance)) return self;
    return KRAIT_TRY(new_bound_method(in, self, instance));
}

void lru_trace(Object* o, Marker& m) {
    auto* self = static_cast<LruCache*>(o);
    m.value(self->function);
    m.value(self->info);
    m.object(self->results);
    m.object(self->attributes);
}

Value lru_cache_info(Interp& in, LruCache* self) {
    const Value max_size =
        self->max_size == LruCache::kUnbounded ? none() : KRAIT_TRY(new_int(in, self->max_size));
    const Value values[] = {KRAIT_TRY(new_int(in, self->hits)),
                            KRAIT_TRY(new_int(in, self->misses)), max_size,
                            KRAIT_TRY(new_int(in, static_cast<i64>(self->results->size())))};
    return call(in, self->info, std::span<const Value>(values));
}

void lru_cache_clear(Interp& in, LruCache* self) {
    self->hits = self->misses = 0;
    dict_clear(in, self->results);
}

// A function is not copied.
LruCache* lru_copy(LruCache* self) { return self; }
LruCache* lru_deepcopy(LruCache* self, Value) { return self; }

constexpr Slots kLruSlots = {
    .call = lru_call,
    .descr_get = lru_bind,
    .construct = lru_construct,
    .trace = lru_trace,
};

constexpr Row kLruRows[] = {
    constant<"__module__">("functools"_sym),          def<"cache_info(self, /)", lru_cache_info>,
    def<"cache_clear(self, /)", lru_cache_clear>,     def<"__copy__(self, /)", lru_copy>,
    def<"__deepcopy__(self, memo, /)", lru_deepcopy>,
};

}  // namespace

constinit const BuiltinType LruCache::kType{{.name = "_lru_cache_wrapper"_sym,
                                             .slots = &kLruSlots,
                                             .rows = kLruRows,
                                             .flags = kHasDict | kMethodLike,
                                             .size = sizeof(LruCache)}};

}  // namespace krait
