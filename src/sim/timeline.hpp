// The time of a virtual board, and what is going to happen in it.
//
// One queue of actions ordered by (time, order of asking); actions at the same time run in the
// order in which they were asked for, so a run is a function of its inputs. Times are nanoseconds
// since the simulation began; they go on through resets of the board.
//
// Two modes, one interface:
// - Real: time is the host's monotonic clock. Actions run late by however long the board was not
// looking;
//   while one runs, now() is the time it was due, so that a DMA or a timer never drifts.
// - Virtual: time moves only when something moves it: each access to hardware costs a little
// (`touch`),
//   executed bytecode is charged (`spend`), and an idle board jumps to its next action
//   (`advance_to`).
//
// Actions are the board's hardware. They run on the board's own thread, inside touch, spend,
// catch_up and advance_to, never inside one another.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <utility>

#include "base/types.hpp"

namespace krait::sim {

enum class TimeMode : u8 { Real, Virtual };

inline constexpr u64 kNever = ~u64{0};
inline constexpr u64 kNsPerUs = 1'000;
inline constexpr u64 kNsPerMs = 1'000'000;
inline constexpr u64 kNsPerSecond = 1'000'000'000;

class Timeline {
  public:
    using Action = std::function<void()>;
    // Names an action asked for; sequence 0 names none.
    struct Ticket {
        u64 time = 0;
        u64 sequence = 0;
    };

    // The price of looking at hardware once under virtual time.
    static constexpr u64 kAccessCost = kNsPerUs;

    explicit Timeline(TimeMode mode);

    TimeMode mode() const { return mode_; }
    u64 now() const;
    // Real mode: the host's clock; callable from any thread.
    u64 host_now() const;

    // An action in the past runs at the next occasion.
    Ticket at(u64 time, Action action);
    // Forgets the action if it has not run; clears the ticket.
    void cancel(Ticket& ticket);
    // When the next action is due; kNever when there is none.
    u64 next_due() const { return queue_.empty() ? kNever : queue_.begin()->first.first; }

    // The same, for another thread to read.
    u64 published_due() const { return published_due_.load(std::memory_order_relaxed); }

    // The CPU looks at hardware: virtual time moves by kAccessCost, actions that became due run.
    void touch() { spend(kAccessCost); }
    // The CPU has worked for that long. Real time passes by itself, so there it only catches up.
    void spend(u64 ns);
    // Runs what is due by now.
    void catch_up();
    // Virtual: moves to `time`, running what is due on the way. Real: catches up.
    void advance_to(u64 time);

  private:
    using Key = std::pair<u64, u64>;
    u64 clock() const { return mode_ == TimeMode::Real ? host_now() : now_; }
    void run_until(u64 time);
    void publish() { published_due_.store(next_due(), std::memory_order_relaxed); }

    TimeMode mode_;
    u64 origin_ = 0;  // real: the host's clock at the beginning
    u64 now_ = 0;     // virtual: the time; in either mode, while an action runs, when it was due
    bool acting_ = false;
    u64 next_sequence_ = 1;
    std::atomic<u64> published_due_ = kNever;
    std::map<Key, Action> queue_;
};

}  // namespace krait::sim
