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
#pragma once

#include "core/object.hpp"

namespace krait {

// The collector's visitor, given to slots.trace.
class Marker {
  public:
    // Shades what the value refers to; ints, floats, the empty value and read-only objects are
    // fine.
    void value(Value v);
    void object(const Object* o);  // null is fine
    // Shades a run of values; long runs are split over slices.
    void values(const Value* first, usize count);

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
    // Called when the region is full even after a collection: returns how many more bytes at the
    // region's end are usable now (0: none). Hosts commit reserved memory, microcontrollers say 0.
    virtual usize grow(usize wanted) = 0;
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

// A weak reference held by the heap's list until its target dies; `target` is then empty.
struct WeakCell : Object {
    static const BuiltinType kType;
    Object* target;  // not traced
    WeakCell* next;  // the heap's list; not traced
    Value callback;  // called with the owner when the target dies; may be empty
    Value owner;
};

struct HeapStats {
    usize total, used, free, largest_free;  // bytes
    u64 collections, slices;
    u32 pause_max_us, pause_last_us;
    // Slices that took < 8, 16, 32, ... us; the last bucket holds the rest.
    static constexpr int kBuckets = 16;
    u32 pauses[kBuckets];
};

// Switches of the stress tests.
struct HeapStress {
    bool collect_always = false;  // a full collection at each allocation
    bool verify = false;          // the whole heap is checked after each step
    i64 fail_after = -1;          // the n-th allocation from now fails (once), -1: none
    bool fail_forever = false;    // and all later ones too
};

class Heap {
  public:
    // Makes a heap in [region, region + size); `reserved` bytes from region on may be had later
    // through owner.grow(). `now_us` times pauses and may be null.
    Heap(void* region, usize size, usize reserved, HeapOwner& owner, u32 (*now_us)());
    ~Heap();  // runs the native finalizers of all objects that have one
    Heap(const Heap&) = delete;

    // A zeroed cell of `bytes` with its header set; null when memory is exhausted after a full
    // collection. Prefer make() below, which raises MemoryError.
    Object* allocate(const Shape* shape, usize bytes);
    // Frees a cell at once. Requires: nothing refers to it. For buffers outgrown by their owner.
    void release(Object* cell);
    // Bytes of the cell that `o` lives in (at least what was asked for).
    usize cell_size(const Object* o) const;
    // Tries to resize in place (shrink, or grow into the cell's slack or free pages behind).
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
    // For bulk moves of references into an object (memmove of items within it needs nothing).
    void shade_all(const Value* first, usize count) {
        if (marking_) [[unlikely]]
            shade_run(first, count);
    }
    bool is_marking() const { return marking_; }

    void collect();        // a full cycle, now
    void enable(bool on);  // automatic collection
    bool is_enabled() const;
    void set_threshold(isize bytes);  // allocate this much before a cycle starts; -1: automatic
    isize threshold() const;
    HeapStats stats() const;
    HeapStress& stress();
    void verify() const;  // traps if an invariant is broken

    // The lowest and highest address of the C stack that has to be scanned start at `base` (the
    // outermost frame of the interpreter's entry); set by Interp at each entry from outside.
    void set_stack_base(const void* base);

    // Registers an object whose type has kHasFinalizer. False: out of memory.
    bool register_finalizer(Object* o);
    // Python-level finalizers (__del__) and weakref callbacks that wait to be run; taken one by one
    // at safe points. Empty: none.
    Value take_pending_finalizer();
    bool has_pending() const { return has_pending_; }
    // True if `o` is alive (marked or allocated since) — only meaningful right after collect().
    bool contains(const void* p) const;
    // Whether `o`, a cell of this heap, survives the running cycle. Only within drop_dead().
    bool is_marked(const Object* o) const;
    WeakCell* weak_list() const;
    void add_weak(WeakCell* cell);

  private:
    friend class Marker;
    void shade(Value v);
    void shade_run(const Value* first, usize count);

    bool marking_ = false;
    bool has_pending_ = false;
    // … the rest is the heap's own business.
};

}  // namespace krait
