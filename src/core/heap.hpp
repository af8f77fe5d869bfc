// The heap: one region, pages of size classes, incremental mark, lazy sweep. Objects never move.
//
// Rules for code that uses it:
//  - Every cell starts with an Object header (a shape whose type says how to trace it). Variable
//    parts that live outside of an object are ValueArray or ByteArray cells.
//  - Fresh cells are zeroed (all Values empty). Stores into an object before it is reachable from
//    another object or root need nothing. Every later store of a reference goes through write().
//  - The C stack is scanned conservatively: a pointer or Value in a local keeps its cell alive,
//    interior pointers too. Pointers kept anywhere else outside of the heap are roots to be told.
//  - Any function that takes Interp& may allocate and so collect; nothing else does.
//
// The collector marks in slices that allocation pays for, then sweeps in slices (heap_pages.hpp).
// States: Idle -> Mark -> Sweep -> Idle. Marking is by Dijkstra's forward barrier: a reference that
// is stored into any object while marking runs is shaded, so no black object ever points to a white
// one. Fresh objects are white; that is why the first stores before an object can be reached need
// no barrier. When no gray object is left, roots and C stack are scanned; if that finds more work
// than a pause may hold, marking goes on in slices and the scan is repeated later, at most
// kFinalAttempts times. White cells that the C stack refers to may still be under construction, by
// stores without the barrier: they are kept as suspects and traced again by each later scan. (They
// must be found before anything else of unsure origin is shaded; so maybe_values() waits for that.)
//
// Long arrays (over kSplit values) are scanned in parts. So a bulk move of values within an array
// must be told (move(), shade_all()): a value might move from the part to be scanned into the part
// that is done. While marking, release() and a shrinking resize() leave a marked cell's memory to
// the sweep, since the mark stack may refer to it.
#pragma once

#include "core/heap_pages.hpp"
#include "core/object.hpp"
#include "core/thread_state.hpp"

namespace krait {

// The collector's visitor, given to slots.trace.
class Marker {
  public:
    // Shades what the value refers to; ints, floats, the empty value and read-only objects are
    // fine.
    void value(Value v);
    void object(const Object* o);  // null is fine
    // Shades a run of values; long runs of a cell are split over slices.
    void values(const Value* first, usize count);
    // For roots of which some may be stale, such as registers that are not cleared at calls: each
    // is shaded if it is a pointer to or into a cell that lives. Waits for the final scan. (Words
    // within an object that is traced each cycle do not get stale: they may go to values().)
    void maybe_values(const Value* first, usize count);
    // Shades the cell that the address lies in, if there is one that refers to nothing (bytes): for
    // objects that keep addresses of memory as numbers.
    void bytes_at(Word address);
    // True in the scan of the roots that may end a cycle: what it does not shade may be freed.
    // (Who clears dead registers here may give the live ones to values().)
    bool is_final() const;

  private:
    friend class Heap;
    explicit Marker(class Heap& heap) : heap_(heap) {}
    class Heap& heap_;
};

// Where the heap gets its memory and its roots from; given at start by the interpreter.
class HeapOwner {
  public:
    // Shades every root: registers, symbols held, module table, ... The C stack is the heap's task.
    virtual void trace_roots(Marker&) = 0;
    // Makes the bytes of the reservation in [from, from + bytes) usable; they may be so already in
    // part. False: cannot. Microcontrollers, whose whole region is usable, are never asked.
    virtual bool commit(void* from, usize bytes) = 0;
    // True if a Python finalizer (__del__) is to be run for this object, which was registered.
    virtual bool wants_python_finalizer(Object* o) = 0;
    // Called when all that is alive is marked and nothing is freed yet: tables that keep nothing
    // alive drop what is_marked() says is dead.
    virtual void drop_dead() = 0;

  protected:
    ~HeapOwner() = default;
};

// A run of Values outside of its owner: list items, table entries, spilled attributes.
struct ValueArray : Object {
    static const BuiltinType kType;
    usize capacity;
    Value items[];
};

// A run of bytes outside of its owner.
struct ByteArray : Object {
    static const BuiltinType kType;
    usize capacity;
    u8 data[];
};

// A weak reference held by the heap's list until its target dies; `target` is then null.
struct WeakCell : Object {
    static const BuiltinType kType;
    Object* target;  // not traced
    WeakCell* next;  // the heap's list; not traced
    Value callback;  // called with the owner when the target dies; may be empty
    Value owner;
};

struct HeapStats {
    usize total, used, free, largest_free;  // bytes
    usize live;                             // what survived the last collection; 0: there was none
    usize peak;                             // the most in use that a cycle's start or end has seen
    u64 allocated;                          // since the start
    u64 collections, slices;
    u32 pause_max_us, pause_last_us;
    // Slices that took < 8, 16, 32, ... us; the last bucket holds the rest.
    static constexpr int kBuckets = 16;
    u32 pauses[kBuckets];
};

// Switches of the stress tests.
struct HeapStress {
    bool collect_always = false;  // a full collection at each allocation
    bool slice_always = false;    // a slice at each allocation: cycle after cycle
    bool verify = false;          // the whole heap is checked after each step
    i64 fail_after = -1;          // the n-th allocation from now (0: the next) fails once; -1: none
    bool fail_forever = false;    // and all later ones too
    u32 mark_stack_limit = 0;     // a smaller mark stack; 0: as it is
    u32 slice_units = 0;          // smaller or larger slices; 0: as they are
};

// The pages of this build (CORE 5): 1 KB of 16-byte granules on 64 bits; on 32 bits 512 bytes, or
// 256 bytes where a port has less than about 64 KB of heap, of 8-byte granules.
#ifndef KRAIT_HEAP_PAGE
#define KRAIT_HEAP_PAGE (sizeof(void*) == 8 ? 1024 : 512)
#endif
using HeapGeometry = PageGeometry<2 * sizeof(void*), KRAIT_HEAP_PAGE / (2 * sizeof(void*))>;

class Heap {
  public:
    // Makes a heap in [region, region + reserved), of which the first `size` bytes are usable now
    // and all others can be had through owner.commit(). `now_us` times pauses and may be null.
    // Requires: region is aligned to 16 bytes, to 64 KB if size < reserved; size >= 2 KB.
    Heap(void* region, usize size, usize reserved, HeapOwner& owner, u32 (*now_us)());
    ~Heap();  // runs the native finalizers of all objects that have one
    Heap(const Heap&) = delete;

    // A zeroed cell of `bytes` with its header set; null when memory is exhausted after a full
    // collection (which is tried even if automatic collection is off). Prefer Interp::make(),
    // which raises MemoryError.
    Object* allocate(const Shape* shape, usize bytes);
    // The same for a small cell, if all is at hand; null: allocate() is to see to it. With a
    // constant size this is some 15 instructions.
    [[gnu::always_inline]] Object* allocate_quickly(const Shape* shape, usize bytes) {
        if (bytes > Pages::kMaxSmall) return nullptr;
        const unsigned cls =
            HeapGeometry::kTables
                .class_of[(bytes + HeapGeometry::kGranule - 1) >> HeapGeometry::kGranuleShift];
        const usize size = HeapGeometry::size_of(cls) * Pages::kGranule;
        if (credit_ < static_cast<isize>(size)) [[unlikely]]
            return nullptr;
        void* cell = pages_.take(cls);
        if (!cell) [[unlikely]]
            return nullptr;
        credit_ -= static_cast<isize>(size);
        clear_cell(cell, size);
        auto* object = static_cast<Object*>(cell);
        object->shape = shape;
        return object;
    }
    // Frees a cell at once. Requires: nothing refers to it, it is not registered. For buffers
    // outgrown by their owner.
    void release(Object* cell);
    // Bytes of the cell that `o` lives in (at least what was asked for).
    usize cell_size(const Object* o) const;
    // Tries to resize in place (shrink, or grow into the cell's slack or free pages behind). What
    // lies behind the bytes kept is zero.
    bool resize(Object* cell, usize bytes);

    // The write barrier: stores a reference into an object of the heap.
    void write(Value& slot, Value v) {
        if (marking_) [[unlikely]]
            shade(v);
        slot = v;
    }
    template <class T, class U>
    void write(T*& slot, U* target) {
        if (marking_) [[unlikely]]
            shade(Value(target));
        slot = target;
    }
    // Moves values within one array, as memmove does.
    void move(Value* to, const Value* from, usize count) {
        if (marking_) [[unlikely]]
            before_move(to, from, count);
        __builtin_memmove(to, from, count * sizeof(Value));
    }
    // After other bulk stores of references into an object (copy, sort, reverse).
    void shade_all(const Value* first, usize count) {
        if (marking_) [[unlikely]]
            shade_run(first, count);
    }
    bool is_marking() const { return marking_; }
    // Where that stands, for machine code that does what write() does inline.
    const bool* marking_flag() const { return &marking_; }

    // A full cycle, now. `stack`: where the scan of the C stack begins; null: here.
    void collect(const void* stack = nullptr);
    void enable(bool on);  // automatic collection
    bool is_enabled() const { return enabled_; }
    void set_threshold(isize bytes);  // allocate this much before a cycle starts; -1: automatic
    isize threshold() const { return threshold_; }
    HeapStats stats() const;
    // The switches; having asked for them makes allocation slower from then on.
    HeapStress& stress();
    void verify() const;  // traps if an invariant is broken

    // While locked, every allocation fails at once and nothing is collected (hard interrupts).
    void lock();
    void unlock();
    bool is_locked() const { return locks_ > 0; }
    // Makes another object of a cell that nobody else refers to, without allocating: for what is
    // put by for the time when the heap is locked. Its bytes are zeroed.
    Object* reuse(Object* cell, const Shape* shape);
    // Every live object, internal ones too. `visit` must not allocate.
    void for_each(void (*visit)(Object*, void*), void* context);

    // The C stack is scanned from where the collector stands up to `base` (the outermost frame of
    // the interpreter's entry); set by Interp at each entry from outside. Null: no scan.
    void set_stack_base(const void* base) { stack_base_ = static_cast<const Word*>(base); }

    // The C stacks of threads that do not run now are scanned too.
    ParkedStack* parked_stacks() const { return parked_stacks_; }
    void set_parked_stacks(ParkedStack* first) { parked_stacks_ = first; }
    // How often the heap is locked, for a thread that takes that with it.
    u16 locks() const { return locks_; }
    void set_locks(u16 locks);

    // Registers an object whose type has kHasFinalizer. False: out of memory. When it dies, its
    // slots.finalize is called and it is freed; one that wants a Python finalizer is kept for that
    // once, and its slots.finalize follows at its second death.
    bool register_finalizer(Object* o);
    // At the end of a program: the finalizers in Python of all that lives wait to be run, too.
    void retire_all();
    // Python-level finalizers and weakref callbacks that wait to be run; taken one by one at safe
    // points: the object whose __del__ to call, or the WeakCell whose callback. Empty: none.
    Value take_pending_finalizer();
    bool has_pending() const { return has_pending_; }
    // True if `p` points to or into a cell that has not been freed; says that it is alive only
    // right after collect().
    bool contains(const void* p) const { return bool(pages_.find(p)); }
    // The object whose cell that is; null: it is none.
    Object* find_object(const void* p) const {
        const Cell cell = pages_.find(p);
        return cell ? static_cast<Object*>(pages_.address(cell)) : nullptr;
    }
    // Whether `o`, a cell of this heap, survives the running cycle. Only within drop_dead().
    bool is_marked(const Object* o) const { return pages_.is_marked(pages_.locate(o)); }
    WeakCell* weak_list() const { return weak_cells_; }
    void add_weak(WeakCell* cell);

  private:
    // Zeroes a cell; small ones without a call.
    [[gnu::always_inline]] static void clear_cell(void* cell, usize bytes) {
        constexpr usize kGranule = HeapGeometry::kGranule;
        if (bytes > 4 * kGranule) {
            __builtin_memset(cell, 0, bytes);
            return;
        }
        u8* at = static_cast<u8*>(cell);
        __builtin_memset(at, 0, kGranule);
        if (bytes > kGranule) __builtin_memset(at + kGranule, 0, kGranule);
        if (bytes > 2 * kGranule) __builtin_memset(at + 2 * kGranule, 0, kGranule);
        if (bytes > 3 * kGranule) __builtin_memset(at + 3 * kGranule, 0, kGranule);
    }

    friend class Marker;
    using Pages = PageSpace<HeapGeometry>;
    using Cell = Pages::Cell;
    enum class Phase : u8 { Idle, Mark, Sweep };
    enum class Scan : u8 { None, Roots, Final };  // what trace_roots is being called for
    // An object to be traced (count 0) or values of an array to be shaded.
    struct Gray {
        const void* at;
        usize count;
    };
    static constexpr usize kSplit = 64;
    static constexpr int kFinalAttempts = 8;
    // A slice's work, in objects or so; the final scan may add twice that to the pause.
    static constexpr isize kSliceUnits = kIs64 ? 500 : 250;
    static constexpr u32 kSuspects = kIs64 ? 256 : 32;

    // Memory (heap.cpp).
    bool commit_range(const void* from, const void* to);
    bool extend(usize pages);
    bool grow_for(usize bytes);
    Object* place(const Shape* shape, usize bytes);
    Object* allocate_slowly(const Shape* shape, usize bytes);
    Object* allocate_hard(const Shape* shape, usize bytes);
    bool is_failure_due();
    bool is_gated() const { return locks_ > 0 || is_stressed_; }

    // Pacing (heap_cycle.cpp).
    void set_credit(isize credit);
    void arm(isize credit);
    void spend_credit(usize bytes);
    void slice();
    isize slice_budget() const { return stress_.slice_units ? stress_.slice_units : slice_units_; }
    void start_cycle();
    void plan_slices();
    void finish_marking();
    void final_scan();
    void note_pause(u32 us);
    usize automatic_threshold() const;

    // Marking (heap_mark.cpp).
    void shade(Value v);
    void shade_run(const Value* first, usize count);
    void before_move(Value* to, const Value* from, usize count);
    void visit(const Object* o) {
        if (pages_.is_inside(o)) visit_cell(o);
    }
    void visit_cell(const Object* o);
    void visit_values(const Value* first, usize count);
    Object* find_white(Word word) const;
    void push(const void* at, usize count);
    void trace(Object* o);
    bool drain(isize units);  // true when nothing is gray
    bool rescan_next();
    void scan_roots(Scan scan);
    void scan_stack();
    void scan_stack_words();
    void scan_words(const Word* from, const Word* to);
    void forget_marks();

    // Death (heap_death.cpp).
    void settle_deaths();
    void hand_out(bool all);
    void resurrect_finalizable();
    void finalize_dead();
    void clear_weak();
    bool is_dead(const Object* o) const {
        return pages_.is_inside(o) && !pages_.is_marked(pages_.locate(o));
    }
    void trace_own_roots();
    Object** finalizers() const { return reinterpret_cast<Object**>(finalizer_table_->data); }
    Object* registered_object(usize i) const;
    bool grow_finalizer_table();
    void update_pending() { has_pending_ = pending_count_ > 0 || pending_weak_ != nullptr; }

    // Checks (heap_verify.cpp).
    void check_object(Cell cell) const;
    void check_child(const Object* child) const;
    bool is_gray(Cell cell) const;

    bool marking_ = false;
    bool has_pending_ = false;
    bool enabled_ = true;
    bool is_stressed_ = false;
    Phase phase_ = Phase::Idle;
    Scan scan_ = Scan::None;
    bool suspects_overflow_ = false;
    u8 attempts_ = 0;  // final scans of this cycle so far
    u16 locks_ = 0;

    isize credit_ = 0;       // bytes that may be allocated before the next step
    isize held_credit_ = 0;  // set aside while every allocation takes the slow path
    isize armed_ = 0;        // what credit_ was last set to
    u64 spent_ = 0;          // bytes allocated before that
    usize peak_ = 0;
    Pages pages_;

    HeapOwner& owner_;
    u32 (*now_us_)();
    u8* region_;
    usize usable_;          // bytes of the region that were usable at start
    usize reserved_pages_;  // pages that there is room for
    u8* first_page_ = nullptr;
    Pages::Page* records_ = nullptr;
    Pages::Bits* free_words_ = nullptr;

    Gray* gray_ = nullptr;
    u32 gray_count_ = 0, gray_capacity_ = 0, gray_room_ = 0;
    Object** suspects_ = nullptr;
    u32 suspect_count_ = 0;
    isize units_ = 0;  // left of the running slice
    // Pages with objects that found no room on the mark stack, and where their rescan stands.
    usize overflow_low_ = Pages::kNoPage, overflow_high_ = 0, rescan_page_ = Pages::kNoPage;
    unsigned rescan_slot_ = 0;
    const Word* stack_base_ = nullptr;
    const void* stack_from_ = nullptr;  // where a scan of the C stack begins; null: where it stands
    ParkedStack* parked_stacks_ = nullptr;

    isize threshold_ = -1;
    usize live_ = 0;           // bytes marked in this cycle
    usize lived_ = 0;          // and in the last one that was completed
    usize step_bytes_ = 0;     // a slice each time that so much was allocated
    isize slice_units_ = 0;    // and its work
    usize cycle_units_ = 0;    // work of the last cycle
    usize growth_target_ = 0;  // bytes that the heap has or may have without collecting first

    // Registered objects stand at the front of the table, pending ones at its back.
    ByteArray* finalizer_table_ = nullptr;
    usize finalizer_capacity_ = 0, registered_count_ = 0, pending_count_ = 0;
    WeakCell* weak_cells_ = nullptr;
    WeakCell* pending_weak_ = nullptr;

    void (Heap::*verify_)() const = nullptr;   // set by stress(): who does not ask does not link it
    mutable const Object* checked_ = nullptr;  // whose children are being verified
    HeapStress stress_;
    u64 collections_ = 0, slices_ = 0;
    u32 pause_max_us_ = 0, pause_last_us_ = 0;
    u32 pauses_[HeapStats::kBuckets] = {};
};

inline void Marker::value(Value v) {
    if (v.is_object()) heap_.visit(v.object());
}
inline void Marker::object(const Object* o) { heap_.visit(o); }
inline void Marker::values(const Value* first, usize count) { heap_.visit_values(first, count); }
inline bool Marker::is_final() const { return heap_.scan_ == Heap::Scan::Final; }

}  // namespace krait
