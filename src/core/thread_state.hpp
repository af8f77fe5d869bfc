// ThreadState: what belongs to one thread of Python.
//
// The interpreter holds the state of the thread that runs in itself, so that everybody reaches it
// without going through a pointer; a switch of threads copies it out and the next one in, as an
// operating system does with the registers of a processor. The states of all other threads (they
// are parked) stand in a list that the collector walks.
//
// Where a new piece of state belongs: if two threads that take turns at any safe point would
// confuse each other by sharing it (whatever is saved in a local and restored later), then here.
#pragma once

#include "core/value.hpp"

namespace krait {

struct Frame;
struct StackSegment;
class ReprGuard;
struct Str;

// The C stack of a thread that is parked: it left its registers on it, and `low` is below them.
struct ParkedStack {
    const Word* low = nullptr;
    const Word* high = nullptr;
    ParkedStack* next = nullptr;
};

struct ThreadState : ParkedStack {
    Value pending;     // the exception that is being raised; empty: none
    Value handled;     // the exception being handled (sys.exception()); empty: none
    Value stop_value;  // what the iterator that has just ended leaves
    // The stack of frames (vm/frame.hpp): the innermost frame, and the segments it lives on.
    Frame* frame = nullptr;
    StackSegment* segment = nullptr;
    StackSegment* spare = nullptr;
    // The C stack: what C++ may use, and where scans of it begin.
    Word stack_limit = 0;
    const void* stack_base = nullptr;
    // The C stack of who entered the innermost interpreter loop; null while C++ code has come
    // between that loop and what it called (Vm::prepare_collect).
    const void* loop_caller = nullptr;
    // The innermost container whose text is being made (objects/sequence.hpp).
    ReprGuard* repr_guard = nullptr;
    // The innermost module that is being imported (vm/import.cpp).
    struct ModuleLoad* loading = nullptr;
    const Str* awaited_module = nullptr;
    // While not 0, the thread is not switched away from, unless it waits (machine.disable_irq()).
    u32 holds = 0;
    // The thread is being ended: nothing catches what unwinds it.
    bool is_killed = false;
};

}  // namespace krait
