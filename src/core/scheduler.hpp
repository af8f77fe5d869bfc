// Scheduler: where hardware, callbacks and waiting meet. There is one an interpreter.
//
// Upward from the hardware: drivers post events (hal/events.hpp). An event waits in one of two
// bounded queues until the VM reaches a safe point: hard ones are handled there at once, with the
// heap locked; soft ones after them, one by one, never inside one another. Functions given to
// micropython.schedule() wait in a third queue, behind the soft events. Events of timers, buses,
// alarm and radio that are still waiting are not queued twice.
//
// Downward: whatever blocks in Python waits here, and only here. A wait serves what arrives
// meanwhile, so callbacks, Ctrl-C and resets work during every sleep and every read. When nothing
// is ready there is one wait in the HAL until the next deadline: that is where a chip sleeps and
// where virtual time jumps.
//
// A reset and the end of the run unwind the script: no handler catches that SystemExit, and the
// request stays up, so that every thread meets it at its next safe point.
#pragma once

#include "core/event_queue.hpp"
#include "core/interp.hpp"
#include "hal/board.hpp"

namespace krait {

class Scheduler final : public hal::EventSink, private RootSource {
  public:
    // Connects itself to the interpreter. Requires: the interpreter has a board.
    explicit Scheduler(Interp& in);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;

    // What serves events of a kind; modules say so when they are first used.
    using Handler = Status (*)(Interp&, hal::EventId source, u32 argument);
    void set_handler(hal::EventKind kind, Handler handler) {
        handlers_[static_cast<usize>(kind)] = handler;
    }
    // Where exceptions of callbacks go, which nobody can catch.
    using ErrorHook = void (*)(Interp&, Value exception);
    void set_error_hook(ErrorHook hook) { error_hook_ = hook; }

    // micropython.schedule(): calls function(argument) soon. RuntimeError when the queue is full.
    Status schedule(Value function, Value argument);
    // Calls a callback; what it raises is reported, not raised, unless it ends the run.
    Status run_callback(Value function, Value argument);

    // Sleeps until the deadline (hal::Clock::ticks_us; hal::kForever: none), or until an entry is
    // ready, and serves events meanwhile. The number of ready entries. What ends the wait early is
    // an exception: Ctrl-C, a reset.
    Result<isize> wait_until(u64 deadline_us, std::span<hal::PollEntry> set = {});
    // The same, but returns (0) after any event was served too: for those whose condition callbacks
    // can change.
    Result<isize> wait_once(u64 deadline_us, std::span<hal::PollEntry> set = {});

    // Who waits: the board, or what lets other threads run meanwhile (core/threads.hpp).
    void set_waiter(hal::Waiter& waiter) { waiter_ = &waiter; }
    hal::Clock& clock() { return board_.clock(); }
    u64 now_us() { return board_.clock().ticks_us(); }
    // The deadline that lies so far from now.
    u64 deadline_in(u64 us);

    // Under virtual time: each safe point costs `ns` of the board's time.
    void charge_safe_points(u32 ns);
    // Counts rounds of callbacks, so that who asks objects one after the other sees that one of
    // them may have changed meanwhile.
    u32 rounds() const { return rounds_; }
    // Events that found a queue full.
    u32 dropped() const { return dropped_.load(std::memory_order_relaxed); }
    // Ends the run so that the port starts the interpreter anew (machine.soft_reset()).
    void begin_soft_reset() {
        soft_reset_ = stopping_ = true;
        in_.request(kReasonStop);
    }
    bool is_soft_reset() const { return soft_reset_; }
    // Those who wait look again, as if a callback had run: for what another thread of Python or a
    // callback has changed. Allocates nothing.
    void wake_all() { ++rounds_; }
    // While a handler runs with the heap locked, everything else stands still.
    bool is_in_hard() const { return in_hard_; }
    // True once the run is to end: nothing more may be started.
    bool is_stopping() const { return stopping_.load(std::memory_order_relaxed); }

    // hal::EventSink
    void post(hal::EventId source, u32 argument) override;
    bool has_pending() const override;
    void request_service() override;

  private:
    static constexpr usize kHardQueue = 16, kSoftQueue = 64, kScheduled = 16;
    static constexpr u32 kChargeEvery = 16;  // safe points

    struct Scheduled {
        Value function, argument;
    };

    static Status serve_callbacks(Interp&, void* self);
    static Status serve_stop(Interp&, void* self);
    static Status serve_charge(Interp&, void* self);
    Status serve();
    Status serve_hard();
    Status serve_soft();
    Status dispatch(const Event& event);
    Status report();
    bool merge(hal::EventId source);
    void trace_roots(Marker&) override;

    Interp& in_;
    hal::Board& board_;
    hal::Waiter* waiter_;
    Handler handlers_[static_cast<usize>(hal::EventKind::Count)] = {};
    ErrorHook error_hook_ = nullptr;
    EventQueue<kHardQueue> hard_;
    EventQueue<kSoftQueue> soft_;
    // Units with an event that waits, for the kinds whose events merge; by kind.
    std::atomic<u32> waiting_[static_cast<usize>(hal::EventKind::Count)] = {};
    std::atomic<u32> dropped_ = 0;
    std::atomic<bool> service_ = false;
    std::atomic<bool> stopping_ = false;
    bool soft_reset_ = false;
    Scheduled scheduled_[kScheduled];
    u32 scheduled_first_ = 0, scheduled_count_ = 0;
    bool in_hard_ = false, in_soft_ = false;
    u32 charge_ns_ = 0, charged_ = 0;
    u32 rounds_ = 0;
};

}  // namespace krait
