#include "core/scheduler.hpp"

namespace krait {

using hal::EventKind;

namespace {

// Events of these kinds only say "look again", so one that waits stands for all.
bool merges(EventKind kind) {
    return kind == EventKind::Timer || kind == EventKind::I2s || kind == EventKind::Rtc ||
           kind == EventKind::Wlan || kind == EventKind::Uart;
}

}  // namespace

Scheduler::Scheduler(Interp& in) : in_(in), board_(*in.board()), waiter_(&in.board()->waiter()) {
    in.set_scheduler(this);
    in.add_roots(*this);
    in.set_handler(kReasonCallback, serve_callbacks, this);
    in.set_handler(kReasonStop, serve_stop, this);
    in.set_handler(kReasonTimer, serve_charge, this);
}

Scheduler::~Scheduler() {
    in_.remove_roots(*this);
    in_.set_scheduler(nullptr);
}

void Scheduler::trace_roots(Marker& m) {
    for (u32 i = 0; i < scheduled_count_; ++i) {
        const Scheduled& s = scheduled_[(scheduled_first_ + i) % kScheduled];
        m.value(s.function);
        m.value(s.argument);
    }
}

// --- from the hardware ---

// True if the event is already waiting.
bool Scheduler::merge(hal::EventId source) {
    if (!merges(source.kind) || source.unit >= 32) return false;
    const u32 bit = u32{1} << source.unit;
    return waiting_[static_cast<usize>(source.kind)].fetch_or(bit) & bit;
}

void Scheduler::post(hal::EventId source, u32 argument) {
    if (source.kind == EventKind::KeyboardInterrupt) return in_.request(kReasonInterrupt);
    if (source.kind == EventKind::Reset || source.kind == EventKind::Stop) {
        stopping_ = true;
        return in_.request(kReasonStop);
    }
    if (source.kind == EventKind::Slice) return in_.request(kReasonSwitch);
    if (merge(source)) return;
    const Event event{source, argument};
    if (!(source.is_hard ? hard_.push(event) : soft_.push(event))) {
        dropped_.fetch_add(1, std::memory_order_relaxed);
        if (merges(source.kind) && source.unit < 32)
            waiting_[static_cast<usize>(source.kind)].fetch_and(~(u32{1} << source.unit));
        return;
    }
    in_.request(kReasonCallback);
}

void Scheduler::request_service() {
    service_ = true;
    in_.request(kReasonCallback);
}

// What is held back because a callback of its sort runs does not count: a wait inside of that
// callback would never rest.
bool Scheduler::has_pending() const {
    if (in_.safe_point().load() & (kReasonInterrupt | kReasonStop | kReasonFinalizer)) return true;
    if (service_) return true;
    if (!in_hard_ && !hard_.is_empty()) return true;
    return !in_hard_ && !in_soft_ && (!soft_.is_empty() || scheduled_count_ > 0);
}

// --- at safe points ---

Status Scheduler::serve_callbacks(Interp&, void* self) {
    return static_cast<Scheduler*>(self)->serve();
}

Status Scheduler::serve_stop(Interp& in, void*) {
    in.request(kReasonStop);
    in.thread().is_killed = true;
    return raise_args(in, kSystemExit, {});
}

Status Scheduler::serve_charge(Interp& in, void* context) {
    auto* self = static_cast<Scheduler*>(context);
    in.request(kReasonTimer);
    if (++self->charged_ < kChargeEvery) return kOk;
    self->charged_ = 0;
    self->board_.waiter().spend(self->charge_ns_ * kChargeEvery);
    return kOk;
}

void Scheduler::charge_safe_points(u32 ns) {
    charge_ns_ = ns;
    in_.request(kReasonTimer);
}

Status Scheduler::serve() {
    ++rounds_;
    if (service_.exchange(false)) board_.waiter().service();
    KRAIT_TRY(serve_hard());
    return serve_soft();
}

Status Scheduler::serve_hard() {
    if (in_hard_) return kOk;
    Event event;
    while (hard_.pop(event)) {
        in_hard_ = true;
        in_.heap().lock();
        Status ok = dispatch(event);
        in_.unlock_heap();
        in_hard_ = false;
        if (!ok) KRAIT_TRY(report());
    }
    return kOk;
}

// Serves what waits now; what its callbacks add is for the next safe point.
Status Scheduler::serve_soft() {
    if (in_soft_ || in_hard_) return kOk;
    in_soft_ = true;
    Status ok = kOk;
    Event event;
    for (u32 n = 0; ok && n < kSoftQueue && soft_.pop(event); ++n)
        if (!dispatch(event)) ok = report();
    for (u32 n = scheduled_count_; ok && n > 0; --n) {
        Scheduled next = scheduled_[scheduled_first_];
        scheduled_[scheduled_first_] = {};
        scheduled_first_ = (scheduled_first_ + 1) % kScheduled;
        --scheduled_count_;
        ok = run_callback(next.function, next.argument);
    }
    in_soft_ = false;
    if (!soft_.is_empty() || scheduled_count_ > 0) in_.request(kReasonCallback);
    return ok;
}

Status Scheduler::dispatch(const Event& event) {
    const auto kind = static_cast<usize>(event.source.kind);
    if (merges(event.source.kind) && event.source.unit < 32)
        waiting_[kind].fetch_and(~(u32{1} << event.source.unit));
    return handlers_[kind] ? handlers_[kind](in_, event.source, event.argument) : Status(kOk);
}

Status Scheduler::run_callback(Value function, Value argument) {
    const Value handled = in_.handled();
    in_.set_handled({});
    const Value result = call(in_, function, argument);
    in_.set_handled(handled);
    return result ? Status(kOk) : report();
}

// The pending exception of a callback: told and dropped, unless it ends the run.
Status Scheduler::report() {
    const Value e = in_.pending();
    if (!is_instance(e, &kException)) return {};
    (void)in_.take_pending();
    if (error_hook_) error_hook_(in_, e);
    return kOk;
}

Status Scheduler::schedule(Value function, Value argument) {
    if (scheduled_count_ == kScheduled) return raise(in_, kRuntimeError, "schedule queue full");
    Scheduled& place = scheduled_[(scheduled_first_ + scheduled_count_) % kScheduled];
    place = {function, argument};
    ++scheduled_count_;
    if (!in_soft_) in_.request(kReasonCallback);
    return kOk;
}

// --- waiting ---

u64 Scheduler::deadline_in(u64 us) {
    const u64 now = now_us();
    return us >= hal::kForever - now ? hal::kForever : now + us;
}

Result<isize> Scheduler::wait_once(u64 deadline_us, std::span<hal::PollEntry> set) {
    const u32 ready = waiter_->wait_until(deadline_us, set);
    if (in_.safe_point().load()) KRAIT_TRY(in_.serve_safe_point());
    return static_cast<isize>(ready);
}

Result<isize> Scheduler::wait_until(u64 deadline_us, std::span<hal::PollEntry> set) {
    if (in_.safe_point().load()) KRAIT_TRY(in_.serve_safe_point());
    for (;;) {
        const isize ready = KRAIT_TRY(wait_once(deadline_us, set));
        if (ready > 0 || (deadline_us != hal::kForever && now_us() >= deadline_us)) return ready;
    }
}

}  // namespace krait
