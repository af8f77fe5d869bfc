// The gc module: the collector as scripts see it.
#include <algorithm>

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"
#include "objects/set.hpp"
#include "vm/vm.hpp"

namespace krait {

namespace {

// Calls what stands in gc.callbacks; what one raises is reported, and the others follow.
Status tell_callbacks(Interp& in, const Str* phase) {
    const Value state = in.module_state(kGcModule);
    List* callbacks = state ? as<List>(state) : nullptr;
    for (usize i = 0; callbacks && i < callbacks->size(); ++i) {
        Dict* info = KRAIT_TRY(new_dict(in, 3));
        KRAIT_TRY(dict_set(in, info, "generation"_sym, Value::from_int(2)));
        KRAIT_TRY(dict_set(in, info, "collected"_sym, Value::from_int(0)));
        KRAIT_TRY(dict_set(in, info, "uncollectable"_sym, Value::from_int(0)));
        const Value callback = callbacks->begin()[i];
        if (!call(in, callback, Value(phase), info)) in.report_unraisable(callback);
    }
    return kOk;
}

Result<isize> gc_collect(Interp& in, Value) {
    KRAIT_TRY(tell_callbacks(in, "start"_sym));
    in.heap().collect(in.vm().prepare_collect("collect"_sym));
    in.run_finalizers();
    KRAIT_TRY(tell_callbacks(in, "stop"_sym));
    return 0;
}

// Containers, functions and what classes make: what Python code may ask about.
bool is_tracked(const Object* o) {
    const Type* type = o->type();
    if (type->has(kHeapType)) return true;
    for (const Type* known :
         {static_cast<const Type*>(&List::kType), static_cast<const Type*>(&Dict::kType),
          static_cast<const Type*>(&Tuple::kType), static_cast<const Type*>(&Set::kType),
          static_cast<const Type*>(&FrozenSet::kType), static_cast<const Type*>(&Function::kType),
          static_cast<const Type*>(&Module::kType), static_cast<const Type*>(&Cell::kType),
          static_cast<const Type*>(&BoundMethod::kType),
          static_cast<const Type*>(&Generator::kType), static_cast<const Type*>(&Coroutine::kType),
          static_cast<const Type*>(&Type::kType)})
        if (type == known) return true;
    return false;
}
bool gc_is_tracked(Value v) { return v.is_object() && is_tracked(v.object()); }

// Whether the words of a cell say that it refers to the object.
bool has_word(const Heap& heap, const Object* cell, Word wanted) {
    const Word* words = reinterpret_cast<const Word*>(cell);
    const usize count = heap.cell_size(cell) / sizeof(Word);
    return std::find(words, words + count, wanted) != words + count;
}

// The same for an object and the array of values that it may have.
bool refers_to(const Heap& heap, const Object* o, Word wanted) {
    if (has_word(heap, o, wanted)) return true;
    const Word* words = reinterpret_cast<const Word*>(o);
    for (usize i = 1; i < heap.cell_size(o) / sizeof(Word); ++i) {
        const Object* part = heap.find_object(reinterpret_cast<const void*>(words[i]));
        if (part && reinterpret_cast<Word>(part) == words[i] && is<ValueArray>(Value(part)) &&
            has_word(heap, part, wanted))
            return true;
    }
    return false;
}

// What is asked of all objects that live; filled without allocating, for no object may die
// meanwhile.
struct Search {
    Interp& in;
    Args targets;  // none: all objects are wanted
    List* found;   // null: they are only counted
    usize count;

    bool wants(const Object* o) const {
        if (!is_tracked(o) || o == found) return false;
        if (targets.empty()) return true;
        for (Value target : targets)
            if (target.is_object() && refers_to(in.heap(), o, target.bits())) return true;
        return false;
    }
    static void visit(Object* o, void* context) {
        auto* self = static_cast<Search*>(context);
        if (!self->wants(o)) return;
        if (self->found && self->found->size() < self->count)
            (void)list_append(self->in, self->found, o);
        if (!self->found) ++self->count;
    }
};

Value find_objects(Interp& in, Args targets) {
    Search search{in, targets, nullptr, 0};
    in.heap().collect();
    in.heap().for_each(Search::visit, &search);
    List* found = KRAIT_TRY(new_list(in, search.count));
    in.heap().collect();  // what for_each() visits lives only right after
    search.found = found;
    in.heap().for_each(Search::visit, &search);
    return found;
}

Value gc_get_objects(Interp& in, Value) { return find_objects(in, {}); }
Value gc_get_referrers(Interp& in, Args objects) {
    if (objects.empty()) return KRAIT_TRY(new_list(in));
    return find_objects(in, objects);
}

Status gc_init(Interp& in, Module* module) {
    List* callbacks = KRAIT_TRY(new_list(in));
    KRAIT_TRY(in.set_module_state(kGcModule, callbacks));
    return set_attr(in, module, "callbacks"_sym, callbacks);
}
void gc_enable(Interp& in) { in.heap().enable(true); }
void gc_disable(Interp& in) { in.heap().enable(false); }
bool gc_isenabled(Interp& in) { return in.heap().is_enabled(); }
isize gc_mem_alloc(Interp& in) { return static_cast<isize>(in.heap().stats().used); }
isize gc_mem_free(Interp& in) { return static_cast<isize>(in.heap().stats().free); }

Value gc_threshold(Interp& in, Value amount) {
    if (!amount) return Value::from_int(in.heap().threshold());
    const isize bytes = KRAIT_TRY(to_index(in, amount));
    // In whole granules of the heap, as MicroPython counts.
    constexpr isize kGranule = 2 * sizeof(void*);
    in.heap().set_threshold(bytes < 0 ? -1 : bytes / kGranule * kGranule);
    return none();
}

// How the collector has interrupted the program: {'max_us', 'last_us', 'collections', 'slices',
// 'histogram'}, where histogram[i] counts pauses of less than 8 << i microseconds that are not
// counted before; the last place counts all longer ones.
Value gc_pauses(Interp& in) {
    const HeapStats stats = in.heap().stats();
    List* histogram = KRAIT_TRY(new_list(in, HeapStats::kBuckets));
    for (u32 count : stats.pauses) KRAIT_TRY(list_append(in, histogram, new_int(in, count)));
    Dict* out = KRAIT_TRY(new_dict(in, 5));
    KRAIT_TRY(dict_set(in, out, "max_us"_sym, new_int(in, stats.pause_max_us)));
    KRAIT_TRY(dict_set(in, out, "last_us"_sym, new_int(in, stats.pause_last_us)));
    KRAIT_TRY(
        dict_set(in, out, "collections"_sym, new_int(in, static_cast<i64>(stats.collections))));
    KRAIT_TRY(dict_set(in, out, "slices"_sym, new_int(in, static_cast<i64>(stats.slices))));
    KRAIT_TRY(dict_set(in, out, "histogram"_sym, histogram));
    return out;
}

// One generation only: [{'collections', 'collected', 'uncollectable'}].
Value gc_get_stats(Interp& in) {
    Dict* stats = KRAIT_TRY(new_dict(in, 3));
    const auto count = static_cast<i64>(in.heap().stats().collections);
    KRAIT_TRY(dict_set(in, stats, "collections"_sym, new_int(in, count)));
    KRAIT_TRY(dict_set(in, stats, "collected"_sym, Value::from_int(0)));
    KRAIT_TRY(dict_set(in, stats, "uncollectable"_sym, Value::from_int(0)));
    const Value one[] = {stats};
    return KRAIT_TRY(new_list(in, one));
}

constexpr Row kRows[] = {
    def<"collect(generation=2)", gc_collect>,
    def<"enable()", gc_enable>,
    def<"disable()", gc_disable>,
    def<"isenabled()", gc_isenabled>,
    def<"mem_alloc()", gc_mem_alloc>,
    def<"mem_free()", gc_mem_free>,
    def<"threshold(amount=..., /)", gc_threshold>,
    def<"get_stats()", gc_get_stats>,
    def<"get_objects(generation=None)", gc_get_objects>,
    def<"get_referrers(*objs)", gc_get_referrers>,
    def<"is_tracked(obj, /)", gc_is_tracked>,
    def<"pauses()", gc_pauses>,
};

}  // namespace

constinit const ModuleDef kGcModule{.name = "gc"_sym, .rows = kRows, .init = gc_init};

}  // namespace krait
