// Threads: the threads of Python in one interpreter.
//
// One of them runs at a time; which one is decided here, and nowhere else. A thread goes on until
// it waits, until it ends, or until its slice is over and it reaches a safe point
// (EventKind::Slice). Then the next in the circle that is ready has its turn. As the board hands
// over within one call (hal/threads.hpp), the board and the interpreter never have two callers, and
// under virtual time each run is the same.
//
// Waiting. Everything that blocks in Python waits in the Scheduler, which asks a hal::Waiter. While
// there are several threads that is this class: the wait is noted in the thread, and others run.
// When all wait, the one that came last asks the board to wait for all of them: until the first of
// their deadlines, or until any of their entries is ready. While some run, the others' waits are
// looked after at the end of each slice. A wait may end early for no reason, as everywhere below
// the Scheduler; so after callbacks have run, all who wait look again.
//
// What interrupts the program (Ctrl-C) is raised in the main thread. Callbacks run in whichever
// thread comes to a safe point first, and like finalizers never inside one another.
//
// The end. When the program is over the other threads are unwound: each runs once more, its next
// safe point raises SystemExit, and nothing in Python catches that (ThreadState::is_killed).
#pragma once

#include "core/scheduler.hpp"

namespace krait {

struct Thread : Object {
    static const BuiltinType kType;
    enum class Phase : u8 { Ready, Running, Waiting, Ended };

    ThreadState state;  // while it does not run
    Thread* next;       // the circle, in order of starting; the last has none
    Value function;
    Tuple* args;
    Dict* keywords;  // may be null
    Dict* locals;    // what Python keeps for this thread; null until asked for
    u64 ident;       // never given again
    hal::FlowId flow;
    Phase phase;
    u16 heap_locks;
    usize stack_bytes;
    u32 reasons;  // for its next safe point

    // The wait.
    u64 deadline_us;
    hal::PollEntry* entries;
    usize entry_count;
    u32 ready;      // entries
    u32 rounds;     // of callbacks, when it began
    Value awaited;  // a lock or the like; empty: none
    u64 order;      // who came first to it
    bool in_vain;   // it was woken before, and came too late
    bool is_woken;
    bool is_given;  // what it waits for is already its own
};

class Threads final : public hal::Waiter, private RootSource {
  public:
    // Connects itself to interpreter and scheduler. Requires: the board has threads.
    explicit Threads(Interp& in);
    ~Threads();
    Threads(const Threads&) = delete;

    // Makes a thread that calls the function; it has its first turn when its turn comes.
    Result<Thread*> start(Value function, Tuple* args, Dict* keywords);
    // The running thread.
    Result<Thread*> current();
    // The main thread, from which `next` leads to all others; null before current() or start().
    const Thread* first() const { return first_; }
    bool is_main() const { return current_ == first_; }
    usize count() const { return count_; }
    // C stack of threads started from now on; 0: as the port likes it.
    usize stack_bytes() const { return stack_bytes_; }
    void set_stack_bytes(usize bytes) { stack_bytes_ = bytes; }
    // KeyboardInterrupt in the main thread.
    void interrupt_main();
    // Ends all but the running one, which is the main thread. What they hold is not released.
    void end_others();
    // Where exceptions go that ended a thread.
    using ErrorHook = void (*)(Interp&, Value exception, Value function);
    void set_error_hook(ErrorHook hook) { error_hook_ = hook; }

    // A place in the queue for an object, kept by who waits through several waits.
    struct Place {
        u64 order = 0;
        bool in_vain = false;
    };
    // Waits until wake() names the object, or the deadline; or returns early, for any reason or by
    // an exception. Either way was_given() says if the object is now this thread's.
    Status wait_for(Value object, u64 deadline_us, Place& place);
    bool was_given() const { return current_->is_given; }
    // Wakes the thread that has waited for the object longest. True: it had been woken before and
    // came too late, so this time it is given the object.
    bool wake(Value object);

    // hal::Waiter
    u32 wait_until(u64 deadline_us, std::span<hal::PollEntry> set) override;
    u32 poll(std::span<hal::PollEntry> set) override { return board_waiter_.poll(set); }
    void spend(u32 ns) override { board_waiter_.spend(ns); }
    void service() override { board_waiter_.service(); }

  private:
    static hal::FlowId run_flow(void* self);
    static Status serve_switch(Interp&, void* self);
    static Status serve_interrupt(Interp&, void* self);
    void trace_roots(Marker&) override;
    Status make_main();
    void run_current();
    Thread* leave();
    void forget(Thread* thread);
    bool may_switch() const;
    void take_turns();
    Thread* find_ready();
    Thread* next_turn();
    bool is_over(Thread* thread, u64& now);
    void look();
    void wait_together();
    std::span<hal::PollEntry> gather(u64& deadline_us);
    void spread(std::span<hal::PollEntry> all);
    std::span<hal::PollEntry> room_for(usize entries);
    void switch_to(Thread* next);
    void install(Thread* next);
    void park_below(Thread* self);

    Interp& in_;
    Scheduler& scheduler_;
    hal::Threads& flows_;
    hal::Waiter& board_waiter_;
    ErrorHook error_hook_ = nullptr;
    Thread* first_ = nullptr;  // the main thread
    Thread* current_ = nullptr;
    usize count_ = 1;
    usize stack_bytes_ = 0;
    u64 last_ident_ = 1, last_order_ = 0;
    ByteArray* room_ = nullptr;  // for the entries of several threads
};

}  // namespace krait
