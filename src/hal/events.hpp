// How hardware reaches the interpreter, and the one place where the system waits.
//
// Upward: a driver's interrupt routine calls `EventSink::post`. The interpreter implements the sink
// with a bounded queue and the atomic word that the VM tests at its safe points; handlers written
// in Python run there, not in the interrupt.
//
// Downward: everything that blocks in Python (`time.sleep_ms`, a blocking `I2S.readinto` or `recv`,
// asyncio with nothing to do) is a loop above `Waiter::wait_until`: wait, serve the posted events,
// look whether the condition holds, wait again. So there is exactly one wait. A chip sleeps in it
// (WFI), a host polls its descriptors in it, and virtual time jumps in it.
//
// Porting `wait_until` on a chip:
//     mask interrupts
//     while (no entry ready && !sink->has_pending() && now < deadline) { arm the wake-up alarm;
//     WFI; unmask; mask; } unmask
// WFI wakes on a masked pending interrupt, so nothing posted between the test and the sleep is
// missed.
#pragma once

#include <span>

#include "base/types.hpp"

namespace krait::hal {

enum class EventKind : u8 {
    KeyboardInterrupt,  // the console's interrupt character
    Pin,                // unit: pin; argument: the PinTrigger that happened
    Timer,  // unit: timer; argument: periods elapsed since the last post (1, or more if late)
    I2s,    // unit: bus; a DMA descriptor is done
    Rtc,    // the alarm
    Wlan,   // unit: WlanInterface; the state changed
    Uart,   // unit: UART; Uart::take_irq_flags says what happened
    Reset,  // the board is about to restart: unwind at once, nothing may catch it; see
            // hal/power.hpp
    Stop,   // the owner ends the run (a time limit, a closed window): as Reset, but for good
    Slice,  // another thread's turn (hal/threads.hpp)
    Count,
};

struct EventId {
    EventKind kind;
    u8 unit = 0;
    bool is_hard =
        false;  // the Python handler was asked for with hard=True: run it at the first safe point
};

class EventSink {
  public:
    // Callable from an interrupt or a signal handler: no lock, no allocation. A sink may merge a
    // Timer, I2s, Rtc, Wlan or Uart event with one of the same id that is still pending; pin edges
    // stay separate while there is room. What finds the queue full is dropped and counted by the
    // sink. Reset and Stop are never lost.
    virtual void post(EventId source, u32 argument) = 0;
    // Whether a posted event has not been served yet.
    virtual bool has_pending() const = 0;
    // Asks the interpreter to call `Waiter::service` at its next safe point. Callable from an
    // interrupt or from another thread. Only boards without real interrupts use it (the virtual
    // board under real time).
    virtual void request_service() = 0;

  protected:
    ~EventSink() = default;
};

enum class PollKind : u8 {
    Socket,   // handle: of NetStack
    Resolve,  // handle: a query of NetStack
    I2s,      // handle: bus
    Console,  // handle: 0
    File,     // handle: what the operating system calls the open file; only hosts have it
};

// Bits of interest and of readiness, as `select.poll` has them.
enum PollBits : u8 {
    kPollIn = 1,
    kPollOut = 4,
    kPollError = 8,     // reported whether asked for or not
    kPollHangUp = 16,   // likewise
    kPollInvalid = 32,  // likewise: there is no such thing, or it is closed
};

struct PollEntry {
    PollKind kind;
    u8 interest;
    u8 ready;  // written by wait_until and poll
    i32 handle;
};

inline constexpr u64 kForever = ~u64{0};

class Waiter {
  public:
    // Sleeps until `deadline_us` (of Clock::ticks_us; kForever: none), or an entry is ready, or the
    // sink has something pending, whichever is first; returns the number of ready entries. A
    // deadline in the past asks: it looks once and returns. It may also return early for no reason.
    virtual u32 wait_until(u64 deadline_us, std::span<PollEntry> set) = 0;
    // Looks at the entries without waiting.
    virtual u32 poll(std::span<PollEntry> set) = 0;

    // How many entries a set may have.
    virtual usize most_entries() const { return ~usize{0}; }

    // The VM tells that it has executed about `ns` worth of code since it last told, from its safe
    // points. On a chip time passes by itself and this does nothing. A virtual board advances its
    // clock by that much and lets the hardware act up to the new moment, so that busy loops meet
    // their interrupts.
    virtual void spend(u32 ns) = 0;
    // Lets the hardware act up to now; the answer to EventSink::request_service. Does nothing on a
    // chip.
    virtual void service() = 0;

  protected:
    ~Waiter() = default;
};

}  // namespace krait::hal
