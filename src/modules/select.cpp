// The select module: waiting for any of several streams.
//
// Each object is asked in turn (core/stream.hpp); those that hardware makes ready name what to wait
// for, and the scheduler waits for all of it at once. Objects that only Python code makes ready
// (an `ioctl` method) are asked again whenever callbacks have run.
#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

// Flags of ipoll().
constexpr u8 kOneShot = 1;
// Ours: does not wait if callbacks have run since it last returned, and returns when they do. So
// whoever looks for work, finds none and then polls cannot miss what a callback adds in between.
constexpr u8 kUntilCallbacks = 2;
constexpr u64 kAskEveryUs = 10'000;
constexpr usize kFewEntries = 16;

// An object that is watched. What is of interest and what was found stand in ints.
struct Watched {
    Value object, interest, ready;
};
constexpr usize kWatchedValues = sizeof(Watched) / sizeof(Value);

// A set of watched objects; it is also the iterator that ipoll() gives, so that polling allocates
// nothing.
struct Poll : Object {
    static const BuiltinType kType;
    ValueArray* items;  // Watched records; null: none yet
    usize count;
    usize cursor;   // of the iteration
    u32 version;    // moves on when objects come or go
    u32 rounds;     // of callbacks, when ipoll() last returned (kUntilCallbacks)
    bool one_shot;  // an object that was ready is not watched any more
    bool until_callbacks;
    Tuple* pair;  // what the iteration gives, again and again

    Watched* begin() const { return items ? reinterpret_cast<Watched*>(items->items) : nullptr; }
    Watched* find(Value object) const {
        for (usize i = 0; i < count; ++i)
            if (begin()[i].object == object) return begin() + i;
        return nullptr;
    }
};

// --- asking and waiting --------------------------------------------------------------------------

// What there is to wait for in one round, and whose it is.
struct Round {
    std::span<hal::PollEntry> entries;
    std::span<u32> owners;  // places in the set
    usize used = 0;
    bool by_python = false;  // some objects can only be asked again
};

// Asks all objects what they know by themselves; how many are ready.
Result<isize> ask_all(Interp& in, Poll* poll, Round& round) {
    isize ready = 0;
    for (usize i = 0; i < poll->count; ++i) {
        Watched watched = poll->begin()[i];
        StreamPoll question{.interest = static_cast<u8>(watched.interest.as_int())};
        if (question.interest) KRAIT_TRY(poll_stream(in, watched.object, question));
        if (i >= poll->count) break;  // an ioctl() took some away
        poll->begin()[i].ready = Value::from_int(question.ready);
        ready += question.ready != 0;
        if (question.has_entry && !question.ready && round.used < round.entries.size()) {
            round.owners[round.used] = static_cast<u32>(i);
            round.entries[round.used++] = question.entry;
        } else if (question.interest && !question.has_entry) {
            round.by_python = true;
        }
    }
    return ready;
}

// Notes what the hardware has answered; how many objects became ready.
isize take_answers(Poll* poll, const Round& round) {
    isize ready = 0;
    for (usize i = 0; i < round.used; ++i) {
        Watched& watched = poll->begin()[round.owners[i]];
        const u8 bits =
            StreamPoll::ready_by(round.entries[i], static_cast<u8>(watched.interest.as_int()));
        watched.ready = Value::from_int(bits);
        ready += bits != 0;
    }
    return ready;
}

// Waits until an object is ready; how many are.
Result<isize> wait_in(Interp& in, Poll* poll, u64 deadline, Round round) {
    Scheduler& scheduler = *in.scheduler();
    for (;;) {
        const u32 rounds = scheduler.rounds(), version = poll->version;
        round.used = 0;
        round.by_python = false;
        isize ready = KRAIT_TRY(ask_all(in, poll, round));
        if (round.used > in.board()->waiter().most_entries())
            return raise_os_error(in, error::kEINVAL);
        const u64 now = scheduler.now_us();
        const bool changed = scheduler.rounds() != rounds;
        u64 until = round.by_python ? std::min(deadline, now + kAskEveryUs) : deadline;
        if (ready || changed) until = 0;
        (void)KRAIT_TRY(scheduler.wait_once(until, round.entries.first(round.used)));
        if (poll->version != version) continue;
        ready += take_answers(poll, round);
        if (ready || (now >= deadline && !changed)) return ready;
        if (poll->until_callbacks && scheduler.rounds() != rounds) return ready;
    }
}

Result<isize> wait_for(Interp& in, Poll* poll, u64 deadline) {
    hal::PollEntry few[kFewEntries];
    u32 few_owners[kFewEntries];
    if (poll->count <= kFewEntries) return wait_in(in, poll, deadline, {few, few_owners});
    const usize count = poll->count;
    const usize bytes = count * (sizeof(hal::PollEntry) + sizeof(u32));
    ByteArray* cell = KRAIT_TRY(new_byte_array(in, bytes));
    auto* entries = reinterpret_cast<hal::PollEntry*>(cell->data);
    auto* owners = reinterpret_cast<u32*>(entries + count);
    return wait_in(in, poll, deadline, {{entries, count}, {owners, count}});
}

Result<isize> wait_ms(Interp& in, Poll* poll, Value timeout) {
    if (is_none(timeout)) return wait_for(in, poll, hal::kForever);
    Float ms = 0;
    if (timeout.is_int())
        ms = static_cast<Float>(timeout.as_int());
    else
        KRAIT_TRY(to_float(in, timeout, ms));
    if (ms < 0) return wait_for(in, poll, hal::kForever);
    const Float us = std::min(ms * 1000, Float(1e17));
    return wait_for(in, poll, in.scheduler()->deadline_in(static_cast<u64>(us)));
}

// --- poll objects --------------------------------------------------------------------------------

Status watch(Interp& in, Poll* poll, Value object, isize events) {
    if (Watched* there = poll->find(object)) {
        there->interest = Value::from_int(events & 0xff);
        return kOk;
    }
    if (!poll->pair) {
        Tuple* pair = KRAIT_TRY(new_tuple(in, 2));
        pair->items_[0] = pair->items_[1] = none();
        in.heap().write(poll->pair, pair);
    }
    const usize needed = (poll->count + 1) * kWatchedValues;
    if (!poll->items || poll->items->capacity < needed) {
        const usize capacity = std::max<usize>(needed * 2, 4 * kWatchedValues);
        ValueArray* grown =
            KRAIT_TRY(grow_value_array(in, poll->items, needed - kWatchedValues, capacity));
        in.heap().write(poll->items, grown);
    }
    Watched& place = poll->begin()[poll->count];
    in.heap().write(place.object, object);
    place.interest = Value::from_int(events & 0xff);
    place.ready = Value::from_int(0);
    ++poll->count;
    ++poll->version;
    return kOk;
}

// A stream, the number of an open file, or an object with ioctl() or fileno().
Status check_pollable(Interp& in, Value object) {
    if (stream_of(object)) return kOk;
    if (is_int(object)) {
        if (KRAIT_TRY(to_index(in, object)) >= 0) return kOk;
        return raise(in, kValueError, "file descriptor cannot be a negative integer");
    }
    for (const Str* name : {"ioctl"_sym, "fileno"_sym})
        if (!is_done(KRAIT_TRY(find_attr(in, object, name)))) return kOk;
    return raise_os_error(in, error::kEINVAL);
}

Status poll_register(Interp& in, Poll* self, Value object, isize events) {
    KRAIT_TRY(check_pollable(in, object));
    return watch(in, self, object, events);
}

Status poll_modify(Interp& in, Poll* self, Value object, isize events) {
    Watched* there = self->find(object);
    if (!there) return raise_os_error(in, error::kENOENT);
    there->interest = Value::from_int(events & 0xff);
    return kOk;
}

void poll_unregister(Interp& in, Poll* self, Value object) {
    Watched* there = self->find(object);
    if (!there) return;
    const auto index = static_cast<usize>(there - self->begin());
    const usize behind = (self->count - index - 1) * kWatchedValues;
    Value* place = self->items->items + index * kWatchedValues;
    in.heap().move(place, place + kWatchedValues, behind);
    --self->count;
    ++self->version;
    self->begin()[self->count] = {};
    if (self->cursor > index) --self->cursor;
}

Value poll_poll(Interp& in, Poll* self, Value timeout) {
    self->until_callbacks = false;
    (void)KRAIT_TRY(wait_ms(in, self, timeout));
    self->cursor = self->count;  // this is not for iterating
    List* list = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < self->count; ++i) {
        const Watched& watched = self->begin()[i];
        if (watched.ready.as_int() == 0) continue;
        const Value pair[] = {watched.object, watched.ready};
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, pair))));
    }
    return list;
}

Value poll_ipoll(Interp& in, Poll* self, Value timeout, isize flags) {
    self->until_callbacks = flags & kUntilCallbacks;
    Scheduler& scheduler = *in.scheduler();
    const bool is_late = self->until_callbacks && self->rounds != scheduler.rounds();
    (void)KRAIT_TRY(wait_ms(in, self, is_late ? Value::from_int(0) : timeout));
    self->rounds = scheduler.rounds();
    self->cursor = 0;
    self->one_shot = flags & kOneShot;
    return self;
}

Value poll_iter(Interp&, Value self) { return self; }

Value poll_next(Interp& in, Value value) {
    Poll* self = as<Poll>(value);
    if (!self->pair) return done();  // nothing was ever registered
    while (self->cursor < self->count) {
        Watched& watched = self->begin()[self->cursor++];
        if (watched.ready.as_int() == 0) continue;
        in.heap().write(self->pair->items_[0], watched.object);
        self->pair->items_[1] = watched.ready;
        watched.ready = Value::from_int(0);
        if (self->one_shot) watched.interest = Value::from_int(0);
        return self->pair;
    }
    return done();
}

void poll_trace(Object* o, Marker& m) {
    auto* self = static_cast<Poll*>(o);
    m.object(self->items);
    m.object(self->pair);
}

constexpr Row kPollRows[] = {
    def<"register(self, obj, eventmask=5, /)", poll_register>,
    def<"modify(self, obj, eventmask, /)", poll_modify>,
    def<"unregister(self, obj, /)", poll_unregister>,
    def<"poll(self, timeout=-1, /)", poll_poll>,
    def<"ipoll(self, timeout=-1, flags=0, /)", poll_ipoll>,
};
constexpr Slots kPollSlots{.iter = poll_iter, .next = poll_next, .trace = poll_trace};

}  // namespace

constinit const BuiltinType Poll::kType{{.name = "poll"_sym,
                                         .slots = &kPollSlots,
                                         .rows = kPollRows,
                                         .flags = kFinal | kAbstractBase,
                                         .size = sizeof(Poll)}};

namespace {

// --- the module ----------------------------------------------------------------------------------

Result<Poll*> select_poll(Interp& in) { return in.make<Poll>(); }

Status watch_all(Interp& in, Poll* poll, Value objects, u8 interest) {
    List* list = KRAIT_TRY(list_from(in, objects));
    for (usize i = 0; i < list->size(); ++i) {
        const Value object = list->begin()[i];
        Watched* there = poll->find(object);
        const isize before = there ? there->interest.as_int() : 0;
        KRAIT_TRY(poll_register(in, poll, object, before | interest));
    }
    return kOk;
}

// The objects of the list that are ready in one of the ways in `bits`.
Result<List*> ready_of(Interp& in, Poll* poll, Value objects, u8 bits) {
    List* list = KRAIT_TRY(list_from(in, objects));
    List* out = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < list->size(); ++i) {
        const Watched* watched = poll->find(list->begin()[i]);
        if (watched && (watched->ready.as_int() & bits))
            KRAIT_TRY(list_append(in, out, list->begin()[i]));
    }
    return out;
}

Value select_select(Interp& in, Value readers, Value writers, Value others, Value timeout) {
    Poll* poll = KRAIT_TRY(select_poll(in));
    KRAIT_TRY(watch_all(in, poll, readers, hal::kPollIn));
    KRAIT_TRY(watch_all(in, poll, writers, hal::kPollOut));
    KRAIT_TRY(watch_all(in, poll, others, hal::kPollError));
    u64 deadline = hal::kForever;
    if (!is_none(timeout)) {
        Float s = 0;
        KRAIT_TRY(to_float(in, timeout, s));
        if (s >= 0)
            deadline =
                in.scheduler()->deadline_in(static_cast<u64>(std::min(s, Float(1e9)) * Float(1e6)));
    }
    (void)KRAIT_TRY(wait_for(in, poll, deadline));
    constexpr u8 kBroken = hal::kPollError | hal::kPollHangUp | hal::kPollInvalid;
    const Value parts[] = {KRAIT_TRY(ready_of(in, poll, readers, hal::kPollIn | kBroken)),
                           KRAIT_TRY(ready_of(in, poll, writers, hal::kPollOut | kBroken)),
                           KRAIT_TRY(ready_of(in, poll, others, hal::kPollError))};
    return KRAIT_TRY(new_tuple(in, parts));
}

constexpr Row kRows[] = {
    def<"poll()", select_poll>,
    def<"select(rlist, wlist, xlist, timeout=None, /)", select_select>,
    constant<"POLLIN">(hal::kPollIn),
    constant<"POLLOUT">(hal::kPollOut),
    constant<"POLLERR">(hal::kPollError),
    constant<"POLLHUP">(hal::kPollHangUp),
    constant<"POLLNVAL">(hal::kPollInvalid),
};

}  // namespace

constinit const ModuleDef kSelectModule{.name = "select"_sym, .rows = kRows};

}  // namespace krait
