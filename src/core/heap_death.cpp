// What happens when objects die: finalizers and weak references. Runs in one step when marking is
// complete; its length depends on the number of registered objects and weak cells.
//
// Objects registered stand in a table that is itself a cell of the heap: [registered ... pending].
// An object whose Python finalizer has been handed out, and which has a native one too, stays
// registered with a tag (the lowest bit): at its next death only the native one is run.
#include <algorithm>
#include <cstring>

#include "core/heap.hpp"

namespace krait {

namespace {

constexpr Word kPythonDone = 1;

auto native_finalizer(const Object* o) { return find_slot<&Slots::finalize>(o->type()); }

bool is_tagged(const Object* entry) { return reinterpret_cast<Word>(entry) & kPythonDone; }
Object* tagged(Object* o) {
    return reinterpret_cast<Object*>(reinterpret_cast<Word>(o) | kPythonDone);
}
Object* untagged(Object* entry) {
    return reinterpret_cast<Object*>(reinterpret_cast<Word>(entry) & ~kPythonDone);
}

}  // namespace

Object* Heap::registered_object(usize i) const { return untagged(finalizers()[i]); }

bool Heap::register_finalizer(Object* o) {
    if (registered_count_ + pending_count_ == finalizer_capacity_ && !grow_finalizer_table())
        return false;
    finalizers()[registered_count_++] = o;
    return true;
}

bool Heap::grow_finalizer_table() {
    const usize capacity = std::max(finalizer_capacity_ * 2, usize{6});
    Object* cell =
        allocate(ByteArray::kType.shape(), sizeof(ByteArray) + capacity * sizeof(Object*));
    if (!cell) return false;
    ByteArray* table = static_cast<ByteArray*>(cell);
    table->capacity = capacity * sizeof(Object*);
    if (finalizer_table_) {  // its counts may have changed in allocate()
        Object** entries = reinterpret_cast<Object**>(table->data);
        std::memcpy(entries, finalizers(), registered_count_ * sizeof(Object*));
        std::memcpy(entries + capacity - pending_count_,
                    finalizers() + finalizer_capacity_ - pending_count_,
                    pending_count_ * sizeof(Object*));
        release(finalizer_table_);
    }
    finalizer_table_ = table;
    finalizer_capacity_ = capacity;
    return true;
}

Value Heap::take_pending_finalizer() {
    Value taken;
    if (pending_count_ > 0) {
        Object* o = finalizers()[finalizer_capacity_ - pending_count_--];
        if (native_finalizer(o)) finalizers()[registered_count_++] = tagged(o);
        taken = Value(o);
    } else if (pending_weak_) {
        taken = Value(pending_weak_);
        pending_weak_ = pending_weak_->next;
    }
    update_pending();
    return taken;
}

void Heap::add_weak(WeakCell* cell) {
    cell->next = weak_cells_;
    weak_cells_ = cell;
}

void Heap::trace_own_roots() {
    visit(finalizer_table_);
    for (usize i = 0; i < pending_count_; ++i) visit(finalizers()[finalizer_capacity_ - 1 - i]);
    for (WeakCell* cell = pending_weak_; cell; cell = cell->next) visit(cell);
}

void Heap::settle_deaths() {
    resurrect_finalizable();
    finalize_dead();
    clear_weak();
    owner_.drop_dead();
    update_pending();
}

// Objects registered become pending: those that died, or all that want it.
void Heap::hand_out(bool all) {
    for (usize i = registered_count_; i-- > 0;) {
        Object* o = finalizers()[i];
        if (is_tagged(o) || !(all || is_dead(o)) || !owner_.wants_python_finalizer(o)) continue;
        finalizers()[i] = finalizers()[--registered_count_];
        finalizers()[finalizer_capacity_ - ++pending_count_] = o;
    }
}

void Heap::retire_all() {
    hand_out(true);
    update_pending();
}

// All of them are found before any is shaded, so that one does not hide the others it refers to.
void Heap::resurrect_finalizable() {
    const usize before = pending_count_;
    hand_out(false);
    if (pending_count_ == before) return;
    trace_own_roots();
    drain(std::numeric_limits<isize>::max());
}

void Heap::finalize_dead() {
    usize kept = 0;
    for (usize i = 0; i < registered_count_; ++i) {
        Object* o = registered_object(i);
        if (!is_dead(o))
            finalizers()[kept++] = finalizers()[i];
        else if (auto finalize = native_finalizer(o))
            finalize(o);
    }
    registered_count_ = kept;
}

// Dead cells leave the list; cells of dead targets too, to wait for their callback if they have
// one. Callbacks are called in the order of the list, the newest first.
void Heap::clear_weak() {
    WeakCell** waiting = &pending_weak_;
    while (*waiting) waiting = &(*waiting)->next;
    WeakCell** link = &weak_cells_;
    while (WeakCell* cell = *link) {
        const bool is_target_dead = !cell->target || is_dead(cell->target);
        if (!is_dead(cell) && !is_target_dead) {
            link = &cell->next;
            continue;
        }
        *link = cell->next;
        if (is_dead(cell)) continue;
        const bool has_callback = cell->target && cell->callback;
        cell->target = nullptr;
        cell->next = nullptr;
        if (!has_callback) continue;
        *waiting = cell;
        waiting = &cell->next;
    }
}

}  // namespace krait
