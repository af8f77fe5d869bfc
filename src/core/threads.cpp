#include "core/threads.hpp"

#include <algorithm>

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/collections.hpp"

namespace krait {

using Phase = Thread::Phase;

namespace {

constexpr u32 kSliceUs = 5000;
// While the entries of all who wait cannot be put together.
constexpr u64 kLookEveryUs = 5000;
// Of a flow's stack, what lies above its first frame, and what the system may need below.
constexpr usize kFlowOverhead = 32 * 1024;

void thread_trace(Object* o, Marker& m) {
    auto* self = static_cast<Thread*>(o);
    m.object(self->next);
    m.value(self->function);
    m.object(self->args);
    m.object(self->keywords);
    m.object(self->locals);
    m.value(self->awaited);
}
constexpr Slots kThreadSlots{.trace = thread_trace};

// function(*args, **keywords)
Value call_with(Interp& in, Value function, const Tuple* args, Dict* keywords) {
    const u32 positional = static_cast<u32>(args->size());
    if (!keywords) return call(in, function, {args->items_, positional, 0, nullptr});
    const usize named = keywords->size();
    Tuple* values = KRAIT_TRY(new_tuple(in, positional + named));
    Tuple* names = KRAIT_TRY(new_tuple(in, named));
    std::copy_n(args->items_, positional, values->items_);
    usize position = 0, i = 0;
    for (Value key, value; dict_next(keywords, position, key, value); ++i) {
        if (!is<Str>(key)) return raise(in, kTypeError, "keywords must be strings");
        names->items_[i] = KRAIT_TRY(intern(in, as<Str>(key)));
        values->items_[positional + i] = value;
    }
    return call(in, function, {values->items_, positional, static_cast<u32>(named), names->items_});
}

}  // namespace

constinit const BuiltinType Thread::kType{{.name = "thread"_sym,
                                           .slots = &kThreadSlots,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(Thread)}};

Threads::Threads(Interp& in)
    : in_(in),
      scheduler_(*in.scheduler()),
      flows_(*in.board()->threads()),
      board_waiter_(in.board()->waiter()) {
    in.set_threads(this);
    in.add_roots(*this);
    in.set_handler(kReasonSwitch, serve_switch, this);
    in.set_handler(kReasonInterrupt, serve_interrupt, this);
    scheduler_.set_waiter(*this);
}

Threads::~Threads() {
    end_others();
    scheduler_.set_waiter(board_waiter_);
    in_.set_handler(kReasonSwitch, nullptr, nullptr);
    in_.remove_roots(*this);
    in_.set_threads(nullptr);
}

void Threads::trace_roots(Marker& m) {
    m.object(first_);
    m.object(current_);
    m.object(room_);
}

// --- starting and ending -------------------------------------------------------------------------

Status Threads::make_main() {
    if (first_) return kOk;
    Thread* main = KRAIT_TRY(in_.make<Thread>());
    main->ident = last_ident_;
    main->phase = Phase::Running;
    first_ = current_ = main;
    return kOk;
}

Result<Thread*> Threads::current() {
    KRAIT_TRY(make_main());
    return current_;
}

Result<Thread*> Threads::start(Value function, Tuple* args, Dict* keywords) {
    KRAIT_TRY(make_main());
    Thread* thread = KRAIT_TRY(in_.make<Thread>());
    thread->function = function;
    thread->args = args;
    thread->keywords = keywords;
    thread->stack_bytes =
        std::max(stack_bytes_ ? stack_bytes_ : flows_.default_stack(), flows_.least_stack());
    const hal::IoResult flow = flows_.create(run_flow, this, thread->stack_bytes);
    if (!flow.is_ok()) return raise_os_error(in_, static_cast<int>(flow.error()));
    thread->flow = flow.count();
    thread->ident = ++last_ident_;
    thread->phase = Phase::Ready;
    Thread* last = first_;
    while (last->next) last = last->next;
    in_.heap().write(last->next, thread);
    thread->state.next = in_.heap().parked_stacks();
    in_.heap().set_parked_stacks(&thread->state);
    if (++count_ == 2) flows_.start_slice(kSliceUs);
    return thread;
}

// The whole life of a thread, on its own C stack.
hal::FlowId Threads::run_flow(void* context) {
    auto& self = *static_cast<Threads*>(context);
    const usize bytes = self.current_->stack_bytes;
    self.in_.set_c_stack(__builtin_frame_address(0), bytes - kFlowOverhead);
    if (!self.in_.thread().is_killed) self.run_current();
    return self.leave()->flow;
}

[[gnu::noinline]] void Threads::run_current() {
    const Value function = current_->function;
    if (call_with(in_, function, current_->args, current_->keywords)) return;
    const Value e = in_.take_pending();
    if (!is_instance(e, &kSystemExit) && error_hook_) error_hook_(in_, e, function);
    (void)in_.take_pending();
}

// The running thread is over: who goes on.
[[gnu::noinline]] Thread* Threads::leave() {
    Thread* self = current_;
    self->phase = Phase::Ended;
    forget(self);
    Thread* next = next_turn();
    install(next);
    return next;
}

void Threads::forget(Thread* thread) {
    Thread* before = first_;
    while (before->next != thread) before = before->next;
    in_.heap().write(before->next, thread->next);
    --count_;
}

void Threads::end_others() {
    if (!first_) return;
    while (first_->next) {
        for (Thread* t = first_->next; t; t = t->next) {
            t->state.is_killed = true;
            t->reasons |= kReasonSwitch;
            t->phase = Phase::Ready;
        }
        first_->phase = Phase::Ready;
        switch_to(first_->next);
        first_->phase = Phase::Running;
    }
}

void Threads::interrupt_main() {
    if (!first_ || is_main()) return in_.request(kReasonInterrupt);
    first_->reasons |= kReasonInterrupt;
    if (first_->phase == Phase::Waiting) first_->phase = Phase::Ready;
}

// --- safe points ---------------------------------------------------------------------------------

Status Threads::serve_switch(Interp& in, void* context) {
    auto* self = static_cast<Threads*>(context);
    if (in.thread().is_killed) {
        in.request(kReasonSwitch);
        return raise_args(in, kSystemExit, {});
    }
    if (self->count_ > 1) self->take_turns();
    return kOk;
}

Status Threads::serve_interrupt(Interp& in, void* context) {
    auto* self = static_cast<Threads*>(context);
    if (!self->first_ || self->is_main()) return raise_args(in, kKeyboardInterrupt, {});
    self->interrupt_main();
    if (self->may_switch()) self->take_turns();
    return kOk;
}

// Not from within a hard handler, as the heap is locked for all; nor when the thread forbids it.
bool Threads::may_switch() const { return !in_.thread().holds && !scheduler_.is_in_hard(); }

// The slice is over: all who are ready have a turn before this thread has its next.
void Threads::take_turns() {
    flows_.start_slice(kSliceUs);
    if (!may_switch()) return;
    Thread* self = current_;
    self->phase = Phase::Ready;
    look();
    if (Thread* next = find_ready(); next != self) switch_to(next);
    self->phase = Phase::Running;
}

// --- whose turn it is ----------------------------------------------------------------------------

// The first thread behind the running one that is ready, that one itself last; null: none.
Thread* Threads::find_ready() {
    Thread* t = current_;
    for (usize n = count_ + 1; n > 0; --n) {
        t = t->next ? t->next : first_;
        if (t->phase == Phase::Ready) return t;
    }
    return nullptr;
}

Thread* Threads::next_turn() {
    Thread* next = find_ready();
    while (!next) {
        look();
        next = find_ready();
        if (next) break;
        wait_together();
        next = find_ready();
    }
    return next;
}

// `now` is asked for when it is first needed; 0: not yet.
bool Threads::is_over(Thread* t, u64& now) {
    if (t->entry_count) t->ready = board_waiter_.poll({t->entries, t->entry_count});
    if (t->is_woken || t->ready || t->rounds != scheduler_.rounds() || scheduler_.is_stopping())
        return true;
    if (t->deadline_us == hal::kForever) return false;
    if (!now) now = scheduler_.now_us();
    return t->deadline_us <= now;
}

// Finds the waits that are over.
void Threads::look() {
    u64 now = 0;
    for (Thread* t = first_; t; t = t->next)
        if (t->phase == Phase::Waiting && is_over(t, now)) t->phase = Phase::Ready;
}

// --- switching -----------------------------------------------------------------------------------

// Notes where this C stack ends; below the registers that the caller has spilled.
[[gnu::noinline]] void Threads::park_below(Thread* self) {
    ThreadState& state = self->state;
    state.low = reinterpret_cast<const Word*>(__builtin_frame_address(0));
    state.high = static_cast<const Word*>(state.stack_base);
    state.next = in_.heap().parked_stacks();
    in_.heap().set_parked_stacks(&state);
}

// Makes `next` the thread that runs, but for its C stack.
void Threads::install(Thread* next) {
    ParkedStack** link = nullptr;
    ParkedStack* first = in_.heap().parked_stacks();
    for (ParkedStack* s = first; s != &next->state; s = s->next) link = &s->next;
    if (link)
        *link = next->state.next;
    else
        in_.heap().set_parked_stacks(next->state.next);
    in_.thread() = next->state;
    in_.heap().set_stack_base(next->state.stack_base);
    in_.heap().set_locks(next->heap_locks);
    current_ = next;
    if (next->reasons) in_.safe_point().fetch_or(next->reasons);
    next->reasons = 0;
}

[[gnu::noinline]] void Threads::switch_to(Thread* next) {
    __builtin_unwind_init();
    Thread* self = current_;
    self->state = in_.thread();
    self->heap_locks = in_.heap().locks();
    park_below(self);
    install(next);
    flows_.hand_over(self->flow, next->flow);
    asm volatile("" ::: "memory");  // the call above must not replace this frame
}

// --- waiting -------------------------------------------------------------------------------------

u32 Threads::wait_until(u64 deadline_us, std::span<hal::PollEntry> set) {
    // A deadline of 0 only asks.
    if (count_ == 1 || deadline_us == 0 || scheduler_.is_in_hard())
        return board_waiter_.wait_until(deadline_us, set);
    if (in_.thread().is_killed) return 0;
    Thread* self = current_;
    self->deadline_us = deadline_us;
    self->entries = set.data();
    self->entry_count = set.size();
    self->ready = 0;
    self->rounds = scheduler_.rounds();
    self->phase = Phase::Waiting;
    if (scheduler_.has_pending()) self->phase = Phase::Ready;
    if (Thread* next = next_turn(); next != self) switch_to(next);
    self->phase = Phase::Running;
    return self->ready;
}

// All wait: so does the board, for all of them.
void Threads::wait_together() {
    u64 deadline = hal::kForever;
    const std::span<hal::PollEntry> all = gather(deadline);
    if (board_waiter_.wait_until(deadline, all)) spread(all);
    if (!scheduler_.has_pending()) return;
    // Somebody has to serve what happened: Ctrl-C is the main thread's.
    const bool is_interrupt = in_.safe_point().load() & kReasonInterrupt;
    Thread* server = is_interrupt || current_->phase == Phase::Ended ? first_ : current_;
    server->phase = Phase::Ready;
}

// The entries of all who wait, and the first of their deadlines.
std::span<hal::PollEntry> Threads::gather(u64& deadline_us) {
    usize count = 0;
    std::span<hal::PollEntry> one;
    for (const Thread* t = first_; t; t = t->next) {
        deadline_us = std::min(deadline_us, t->deadline_us);
        count += t->entry_count;
        if (t->entry_count) one = {t->entries, t->entry_count};
    }
    if (count == one.size()) return one;
    const std::span<hal::PollEntry> all = room_for(count);
    if (all.empty()) {
        deadline_us = std::min(deadline_us, scheduler_.deadline_in(kLookEveryUs));
        return {};
    }
    hal::PollEntry* at = all.data();
    for (const Thread* t = first_; t; t = t->next) at = std::copy_n(t->entries, t->entry_count, at);
    return all;
}

// Gives the answers back.
void Threads::spread(std::span<hal::PollEntry> all) {
    usize at = 0;
    for (Thread* t = first_; t; t = t->next) {
        for (usize i = 0; i < t->entry_count; ++i) {
            if (t->entries != all.data()) t->entries[i].ready = all[at + i].ready;
            t->ready += t->entries[i].ready != 0;
        }
        at += t->entry_count;
        if (t->ready) t->phase = Phase::Ready;
    }
}

// Empty when there is no memory for it.
std::span<hal::PollEntry> Threads::room_for(usize entries) {
    const usize bytes = entries * sizeof(hal::PollEntry);
    if (!room_ || room_->capacity < bytes) {
        auto made = new_byte_array(in_, 2 * bytes);
        if (!made) return (void)in_.take_pending(), std::span<hal::PollEntry>();
        room_ = made.take();
    }
    return {reinterpret_cast<hal::PollEntry*>(room_->data), entries};
}

// --- waiting for objects -------------------------------------------------------------------------

Status Threads::wait_for(Value object, u64 deadline_us, Place& place) {
    KRAIT_TRY(make_main());
    Thread* self = current_;
    if (!place.order) place.order = ++last_order_;
    self->order = place.order;
    self->in_vain = place.in_vain;
    self->is_woken = self->is_given = false;
    in_.heap().write(self->awaited, object);
    const bool is_ok = bool(scheduler_.wait_once(deadline_us));
    self->awaited = Value();
    place.in_vain |= self->is_woken;
    self->is_woken = false;  // or its next wait would be over at once
    return is_ok ? Status(kOk) : Status();
}

bool Threads::wake(Value object) {
    Thread* found = nullptr;
    for (Thread* t = first_; t; t = t->next)
        if (t->awaited == object && !t->is_woken && (!found || t->order < found->order)) found = t;
    if (!found) return false;
    found->is_woken = true;
    found->is_given = found->in_vain;
    if (found->phase == Phase::Waiting) found->phase = Phase::Ready;
    return found->is_given;
}

}  // namespace krait
