#include "sim/interrupts.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

namespace krait::sim {

using hal::EventKind;

Interrupts::Interrupts() : wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Interrupts::~Interrupts() { ::close(wake_); }

void Interrupts::set_sink(hal::EventSink* sink) {
    {
        std::lock_guard lock(sink_life_);
        sink_ = sink;
    }
    if (sink == nullptr) {
        held_.clear();
        masked_ = 0;
    } else if (run_end() != RunEnd::None) {
        end_run(run_end());
    }
}

void Interrupts::post(hal::EventId source, u32 argument) {
    if (masked_ != 0) {
        held_.push_back({source, argument});
        return;
    }
    if (hal::EventSink* sink = sink_) sink->post(source, argument);
}

bool Interrupts::has_pending() const {
    if (run_end() != RunEnd::None) return true;
    const hal::EventSink* sink = sink_;
    return sink != nullptr && sink->has_pending();
}

u32 Interrupts::mask() { return masked_++; }

void Interrupts::restore(u32 state) {
    masked_ = state;
    if (masked_ != 0) return;
    std::vector<Held> held;
    held.swap(held_);
    for (const Held& event : held) post(event.source, event.argument);
}

void Interrupts::end_run(RunEnd end) {
    RunEnd before = end_.load();
    while (before < end && !end_.compare_exchange_weak(before, end)) {
    }
    if (hal::EventSink* sink = sink_) {
        sink->post({end == RunEnd::Stop ? EventKind::Stop : EventKind::Reset}, 0);
    }
    wake();
}

void Interrupts::clear_restart() {
    RunEnd restart = RunEnd::Restart;
    end_.compare_exchange_strong(restart, RunEnd::None);
}

void Interrupts::interrupt() {
    interrupted_ = true;
    if (hal::EventSink* sink = sink_) sink->post({EventKind::KeyboardInterrupt}, 0);
    wake();
}

void Interrupts::interrupt_from_thread() {
    std::lock_guard lock(sink_life_);
    interrupt();
}

void Interrupts::request_service() {
    std::lock_guard lock(sink_life_);
    if (hal::EventSink* sink = sink_) sink->request_service();
}

void Interrupts::end_slice() {
    std::lock_guard lock(sink_life_);
    if (hal::EventSink* sink = sink_) sink->post({EventKind::Slice}, 0);
}

void Interrupts::wake() {
    u64 one = 1;
    if (::write(wake_, &one, sizeof one) < 0) return;  // already readable, which is enough
}

void Interrupts::drain_wake() {
    u64 count = 0;
    if (::read(wake_, &count, sizeof count) < 0) return;  // nothing there
}

}  // namespace krait::sim
