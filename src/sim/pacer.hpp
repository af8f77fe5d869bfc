// Real time only: the heartbeat that makes busy Python code notice simulated hardware.
//
// A chip's timer interrupts a loop such as `while True: pass`. Here the hardware acts on the
// board's own thread, which is busy then; so a small thread looks once a millisecond whether an
// action is overdue and, if so, asks the interpreter to call in at its next safe point. It reads
// two atomics and makes that request, nothing else. While the board waits it soon sleeps. A plain
// script on the host never has it.
#pragma once

#include <atomic>
#include <thread>

#include "sim/interrupts.hpp"
#include "sim/timeline.hpp"

namespace krait::sim {

class Pacer {
  public:
    Pacer(const Timeline& time, Interrupts& interrupts) : time_(time), interrupts_(interrupts) {}
    ~Pacer();
    Pacer(const Pacer&) = delete;
    Pacer& operator=(const Pacer&) = delete;

    void start();
    // The board's thread waits, and looks after the hardware itself meanwhile.
    void rest() { resting_.store(true, std::memory_order_relaxed); }
    // The board's thread goes on executing.
    void resume();

  private:
    void beat();

    const Timeline& time_;
    Interrupts& interrupts_;
    std::atomic<bool> resting_ = false;
    std::atomic<bool> quit_ = false;
    std::thread thread_;
};

}  // namespace krait::sim
