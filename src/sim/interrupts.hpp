// The line between the simulated hardware and the interpreter: where events are posted, masked, and
// where the end of a run is noted.
//
// A run ends by a reset (watchdog, `machine.reset()`, deep sleep) or by the owner's stop. Both are
// kept here until the port acts on them, whether or not an interpreter is attached to hear of it.
//
// `interrupt` and `stop` may be called from a signal handler, `request_service` and `end_slice`
// from any thread; all else belongs to the board, of which one thread runs at a time.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "hal/events.hpp"
#include "hal/power.hpp"

namespace krait::sim {

enum class RunEnd : u8 { None, Restart, Stop };

class Interrupts {
  public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    void set_sink(hal::EventSink* sink);
    void post(hal::EventId source, u32 argument);
    // Something that a waiting interpreter must look at.
    bool has_pending() const;

    u32 mask();
    void restore(u32 state);

    // Restart wins over nothing, Stop over all.
    void end_run(RunEnd end);
    RunEnd run_end() const { return end_.load(std::memory_order_acquire); }
    // The restart is being carried out.
    void clear_restart();

    // Ctrl-C; from the board's thread or a signal handler, or from another thread.
    void interrupt();
    void interrupt_from_thread();
    // Whether there was one since the last call.
    bool take_interrupted() { return interrupted_.exchange(false); }
    void stop() { end_run(RunEnd::Stop); }
    // Asks the interpreter to let the hardware act; from the pacer's thread.
    void request_service();
    // A slice of a thread of Python is over; from any thread.
    void end_slice();
    // Becomes readable when interrupt, stop or another thread wants a wait to end.
    i32 wake_descriptor() const { return wake_; }
    void drain_wake();

  private:
    struct Held {
        hal::EventId source;
        u32 argument;
    };
    void wake();

    std::mutex sink_life_;  // keeps a sink from going while the pacer uses it
    std::atomic<hal::EventSink*> sink_ = nullptr;
    std::atomic<bool> interrupted_ = false;
    std::atomic<RunEnd> end_ = RunEnd::None;
    u32 masked_ = 0;
    std::vector<Held> held_;
    i32 wake_ = -1;
};

}  // namespace krait::sim
