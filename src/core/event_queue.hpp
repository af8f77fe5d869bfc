// EventQueue: a bounded queue from interrupts to the interpreter, without locks.
//
// Any number of producers (interrupts of different priorities, signal handlers) and one consumer.
// Each cell carries a sequence number that says whose turn it is, after Dmitry Vyukov's bounded
// queue: a producer claims a place by moving `tail_` and publishes it by the cell's number. A
// producer that is interrupted in between only delays what comes behind it.
#pragma once

#include <atomic>

#include "hal/events.hpp"

namespace krait {

struct Event {
    hal::EventId source;
    u32 argument;
};

template <u32 Size>
class EventQueue {
    static_assert((Size & (Size - 1)) == 0, "a power of two");

  public:
    EventQueue() {
        for (u32 i = 0; i < Size; ++i) cells_[i].turn.store(i, std::memory_order_relaxed);
    }

    // False when there is no room.
    bool push(const Event& event) {
        u32 at = tail_.load(std::memory_order_relaxed);
        for (;;) {
            Cell& cell = cells_[at % Size];
            auto lag = static_cast<i32>(cell.turn.load(std::memory_order_acquire) - at);
            if (lag < 0) return false;
            if (lag > 0) {
                at = tail_.load(std::memory_order_relaxed);
            } else if (tail_.compare_exchange_weak(at, at + 1, std::memory_order_relaxed)) {
                cell.event = event;
                cell.turn.store(at + 1, std::memory_order_release);
                return true;
            }
        }
    }

    // False when there is none.
    bool pop(Event& out) {
        Cell& cell = cells_[head_ % Size];
        if (cell.turn.load(std::memory_order_acquire) != head_ + 1) return false;
        out = cell.event;
        cell.turn.store(head_ + Size, std::memory_order_release);
        ++head_;
        return true;
    }

    bool is_empty() const {
        return cells_[head_ % Size].turn.load(std::memory_order_acquire) != head_ + 1;
    }

  private:
    struct Cell {
        std::atomic<u32> turn;
        Event event;
    };
    Cell cells_[Size];
    std::atomic<u32> tail_ = 0;
    u32 head_ = 0;
};

}  // namespace krait
