// Threads: flows of control, each with a C stack of its own, of which exactly one runs.
//
// The interpreter decides whose turn it is; a port only makes flows and hands over between them.
// That is all that Python's threads need: waiting is the interpreter's (it knows which threads wait
// for what, and still there is one wait, in hal::Waiter), so that no part of a board ever has two
// callers, and a run under virtual time is the same each time.
//
// Porting: a flow is a task of the operating system that stands on a semaphore of its own;
// `hand_over` posts the other's and waits for its own. A chip without one switches stacks. What a
// flow wrote before it handed over is seen by the next one. A port that has none answers nullptr in
// Board::threads(), and links no `_thread` module.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

// Names a flow. 0 is the board's own: the one that runs the program.
using FlowId = i32;

class Threads {
  public:
    // What a flow runs; it gets the argument, and ends by naming the flow that goes on after it.
    using Entry = FlowId (*)(void* argument);

    // Makes a flow with at least `stack_bytes` of C stack. It stands still until somebody hands
    // over to it. The id of a flow that has ended may be given again. NoMemory or Again: there can
    // be no more.
    virtual IoResult create(Entry entry, void* argument, usize stack_bytes) = 0;
    // Called by the flow `from`: `to` goes on, and `from` stands still until somebody hands over
    // to it.
    virtual void hand_over(FlowId from, FlowId to) = 0;
    // Posts EventKind::Slice that much later, once, while code runs. Under virtual time the board's
    // own clock says when.
    virtual void start_slice(u32 us) = 0;
    // What a flow gets if Python does not say, and the least that can run Python.
    virtual usize default_stack() const = 0;
    virtual usize least_stack() const = 0;

  protected:
    ~Threads() = default;
};

}  // namespace krait::hal
