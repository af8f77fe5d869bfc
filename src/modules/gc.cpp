// The gc module: the collector as scripts see it.
#include "core/bind.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"
#include "vm/vm.hpp"

namespace krait {

namespace {

isize gc_collect(Interp& in, Value) {
    in.heap().collect(in.vm().prepare_collect("collect"_sym));
    in.run_finalizers();
    return 0;
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
    def<"pauses()", gc_pauses>,
};

}  // namespace

constinit const ModuleDef kGcModule{.name = "gc"_sym, .rows = kRows};

}  // namespace krait
