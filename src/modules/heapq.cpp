// The module _heapq: binary heaps in lists. What else the module heapq has is in lib/heapq.py.
//
// Comparing items can run Python, which can change the list: items are found by place each time,
// and a list that changes its size is a RuntimeError. Items only ever change places, so that a
// comparison that raises leaves the items that there were.
#include "core/bind.hpp"
#include "core/collections.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

void swap(Interp& in, List* heap, usize a, usize b) {
    const Value item = heap->begin()[a];
    in.heap().write(heap->begin()[a], heap->begin()[b]);
    in.heap().write(heap->begin()[b], item);
}

// Whether the item at `a` belongs above the one at `b`.
Result<bool> is_above(Interp& in, List* heap, usize a, usize b) {
    const usize size = heap->size();
    const bool above =
        KRAIT_TRY(compare_bool(in, CompareOp::Lt, heap->begin()[a], heap->begin()[b]));
    if (heap->size() != size) return raise(in, kRuntimeError, "list changed size during iteration");
    return above;
}

// Moves the item at `at` towards the top, at most to `top`.
Status rise(Interp& in, List* heap, usize top, usize at) {
    while (at > top) {
        const usize parent = (at - 1) / 2;
        if (!KRAIT_TRY(is_above(in, heap, at, parent))) return kOk;
        swap(in, heap, at, parent);
        at = parent;
    }
    return kOk;
}

// Finds the place of the item at `top`, below which all is a heap: down to a leaf along the smaller
// children, then up. An item that was last before belongs near the leaves, so that is the shorter
// way.
Status settle(Interp& in, List* heap, usize top) {
    usize at = top;
    while (2 * at + 1 < heap->size()) {
        usize child = 2 * at + 1;
        if (child + 1 < heap->size() && !KRAIT_TRY(is_above(in, heap, child, child + 1))) ++child;
        swap(in, heap, at, child);
        at = child;
    }
    return rise(in, heap, top, at);
}

Raised raise_empty(Interp& in) { return raise(in, kIndexError, "index out of range"); }

Status heapq_push(Interp& in, List* heap, Value item) {
    KRAIT_TRY(list_append(in, heap, item));
    return rise(in, heap, 0, heap->size() - 1);
}

Value heapq_pop(Interp& in, List* heap) {
    if (heap->size() == 0) return raise_empty(in);
    const Value last = list_pop(in, heap, heap->size() - 1);
    if (heap->size() == 0) return last;
    const Value first = heap->begin()[0];
    in.heap().write(heap->begin()[0], last);
    KRAIT_TRY(settle(in, heap, 0));
    return first;
}

Value heapq_replace(Interp& in, List* heap, Value item) {
    if (heap->size() == 0) return raise_empty(in);
    const Value first = heap->begin()[0];
    in.heap().write(heap->begin()[0], item);
    KRAIT_TRY(settle(in, heap, 0));
    return first;
}

Value heapq_push_pop(Interp& in, List* heap, Value item) {
    if (heap->size() == 0) return item;
    const bool below = KRAIT_TRY(compare_bool(in, CompareOp::Lt, heap->begin()[0], item));
    if (!below) return item;
    return heapq_replace(in, heap, item);
}

Status heapq_heapify(Interp& in, List* heap) {
    for (usize at = heap->size() / 2; at-- > 0;) KRAIT_TRY(settle(in, heap, at));
    return kOk;
}

constexpr Row kRows[] = {
    def<"heappush(heap, item, /)", heapq_push>,
    def<"heappop(heap, /)", heapq_pop>,
    def<"heapreplace(heap, item, /)", heapq_replace>,
    def<"heappushpop(heap, item, /)", heapq_push_pop>,
    def<"heapify(heap, /)", heapq_heapify>,
};

}  // namespace

constinit const ModuleDef kHeapqModule{.name = "_heapq"_sym, .rows = kRows};

}  // namespace krait
