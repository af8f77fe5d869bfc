// The module _asyncio: the parts of the event loop (lib/asyncio) that must be quick and must not
// allocate: timers, and what sleep() gives.
//
// A Sleep tells the loop how long by what it yields, the number of milliseconds (None: go on in the
// next round). Each task owns one and uses it again and again, so that a task that only sleeps
// allocates nothing. A task that makes a second one before the first was awaited gets a new object.
#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/scheduler.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

// --- Timers --------------------------------------------------------------------------------------

constexpr usize kFirstTimers = 8;
// What the poller is told at most, so that the number is small everywhere; the loop asks again.
constexpr u64 kLongestWaitMs = 1u << 29;

struct Due {
    u64 at_ms;
    isize turn;
};

// Who is to be woken when: the soonest last, equal times in the order in which they came.
struct Timers : Object {
    static const BuiltinType kType;
    ValueArray* owners;
    ByteArray* dues;  // Due records, one an owner
    usize count;
    isize turn;  // of the timer that pop() gave last

    Due* due() const { return reinterpret_cast<Due*>(dues->data); }
};

u64 now_ms(Interp& in) { return in.scheduler()->now_us() / 1000; }

Status grow(Interp& in, Timers* self, usize capacity) {
    ByteArray* dues = KRAIT_TRY(new_byte_array(in, capacity * sizeof(Due)));
    ValueArray* owners = KRAIT_TRY(grow_value_array(in, self->owners, self->count, capacity));
    if (self->count) std::copy_n(self->due(), self->count, reinterpret_cast<Due*>(dues->data));
    in.heap().write(self->owners, owners);
    in.heap().write(self->dues, dues);
    return kOk;
}

Value timers_construct(Interp& in, const Type* cls, const CallArgs& args) {
    KRAIT_TRY((parse_args<"()">(in, "Timers"_sym, args)));
    Timers* timers = KRAIT_TRY(make_instance<Timers>(in, cls));
    KRAIT_TRY(grow(in, timers, kFirstTimers));
    return timers;
}

// Wakes `owner` so many milliseconds from now.
Status timers_push(Interp& in, Timers* self, i64 ms, Value owner, isize turn) {
    if (self->count == self->owners->capacity) KRAIT_TRY(grow(in, self, self->count * 2));
    const u64 at = now_ms(in) + static_cast<u64>(std::max<i64>(ms, 0));
    Due* const first = self->due();
    Due* const last = first + self->count;
    Due* const place =
        std::partition_point(first, last, [at](const Due& d) { return d.at_ms > at; });
    Value* const owner_place = self->owners->items + (place - first);
    const auto behind = static_cast<usize>(last - place);
    std::copy_backward(place, last, last + 1);
    self->owners->items[self->count] = {};
    in.heap().move(owner_place + 1, owner_place, behind);
    in.heap().write(*owner_place, owner);
    *place = {at, turn};
    ++self->count;
    return kOk;
}

void take_out(Interp& in, Timers* self, usize index) {
    const usize behind = self->count - index - 1;
    std::copy_n(self->due() + index + 1, behind, self->due() + index);
    Value* place = self->owners->items + index;
    in.heap().move(place, place + 1, behind);
    self->owners->items[--self->count] = {};
}

// Forgets the owner's timer, if it has one.
void timers_remove(Interp& in, Timers* self, Value owner) {
    for (usize i = self->count; i-- > 0;)
        if (self->owners->items[i] == owner) return take_out(in, self, i);
}

// Milliseconds until the next one; -1: there is none.
isize timers_next_ms(Interp& in, Timers* self) {
    if (!self->count) return -1;
    const u64 at = self->due()[self->count - 1].at_ms, now = now_ms(in);
    return at <= now ? 0 : static_cast<isize>(std::min(at - now, kLongestWaitMs));
}

// How many have come; pop() gives them one by one.
isize timers_due(Interp& in, Timers* self) {
    if (!self->count) return 0;
    const u64 now = now_ms(in);
    usize i = self->count;
    while (i > 0 && self->due()[i - 1].at_ms <= now) --i;
    return static_cast<isize>(self->count - i);
}

// Who comes next, with `turn`; None when there is nobody.
Value timers_pop(Interp& in, Timers* self) {
    if (!self->count) return none();
    const Value owner = self->owners->items[self->count - 1];
    self->turn = self->due()[self->count - 1].turn;
    take_out(in, self, self->count - 1);
    return owner;
}

void timers_clear(Timers* self) {
    std::fill_n(self->owners->items, self->count, Value());
    self->count = 0;
}

isize timers_turn(Timers* self) { return self->turn; }
Result<isize> timers_length(Interp&, Value self) {
    return static_cast<isize>(as<Timers>(self)->count);
}

void timers_trace(Object* o, Marker& m) {
    m.object(static_cast<Timers*>(o)->owners);
    m.object(static_cast<Timers*>(o)->dues);
}

constexpr Row kTimersRows[] = {
    def<"push(self, ms, owner, turn, /)", timers_push>,
    def<"remove(self, owner, /)", timers_remove>,
    def<"next_ms(self, /)", timers_next_ms>,
    def<"due(self, /)", timers_due>,
    def<"pop(self, /)", timers_pop>,
    def<"clear(self, /)", timers_clear>,
    getter<"turn", timers_turn>,
};
constexpr Slots kTimersSlots{
    .length = timers_length, .construct = timers_construct, .trace = timers_trace};

// --- Sleep ---------------------------------------------------------------------------------------

enum class SleepState : u8 { Idle, Set, Begun };

struct Sleep : Object {
    static const BuiltinType kType;
    Value ms, result;
    SleepState state;
};

Value sleep_construct(Interp& in, const Type* cls, const CallArgs& args) {
    KRAIT_TRY((parse_args<"()">(in, "Sleep"_sym, args)));
    return KRAIT_TRY(make_instance<Sleep>(in, cls));
}

// A sleep of so many milliseconds: this object if it is free, else a new one.
Value sleep_start(Interp& in, Value self, Value ms, Value result) {
    if (!is_int(ms)) return raise(in, kTypeError, "int expected, not {}", TextArg::type_name(ms));
    Sleep* s = as_if<Sleep>(self);
    if (!s || s->state != SleepState::Idle) s = KRAIT_TRY(in.make<Sleep>());
    in.heap().write(s->ms, ms);
    in.heap().write(s->result, result);
    s->state = SleepState::Set;
    return s;
}

Value sleep_iter(Interp&, Value self) { return self; }

Value sleep_next(Interp& in, Value self) {
    auto* s = as<Sleep>(self);
    if (s->state == SleepState::Set) {
        s->state = SleepState::Begun;
        return KRAIT_TRY(compare_bool(in, CompareOp::Le, s->ms, Value::from_int(0))) ? none()
                                                                                     : s->ms;
    }
    const bool ends = s->state == SleepState::Begun;
    s->state = SleepState::Idle;
    if (!ends || is_none(s->result)) return done();
    return raise_args(in, kStopIteration, {&s->result, 1});
}

Value sleep_send(Interp& in, Value self, Value) {
    const Value v = KRAIT_TRY(sleep_next(in, self));
    return is_done(v) ? Value(raise_args(in, kStopIteration, {})) : v;
}

// The sleep is cancelled.
Value sleep_throw(Interp& in, Sleep* self, Value kind, Value value, Value) {
    self->state = SleepState::Idle;
    return raise_value(in, is_none(value) ? kind : value);
}

void sleep_close(Sleep* self) { self->state = SleepState::Idle; }
Sleep* sleep_await(Sleep* self) { return self; }

void sleep_trace(Object* o, Marker& m) {
    m.value(static_cast<Sleep*>(o)->ms);
    m.value(static_cast<Sleep*>(o)->result);
}

constexpr Row kSleepRows[] = {
    def<"__await__(self, /)", sleep_await>,
    def<"send(self, value, /)", sleep_send>,
    def<"throw(self, kind, value=None, traceback=None, /)", sleep_throw>,
    def<"close(self, /)", sleep_close>,
};
constexpr Slots kSleepSlots{
    .iter = sleep_iter, .next = sleep_next, .construct = sleep_construct, .trace = sleep_trace};

// The loop looks again at what waits; from any thread. Allocates nothing, so that a handler that
// runs with the heap locked may call it.
void wake(Interp& in) { in.scheduler()->wake_all(); }

constexpr Row kRows[] = {
    constant<"Timers">(&Timers::kType),
    constant<"Sleep">(&Sleep::kType),
    def<"sleep(own, ms, result=None, /)", sleep_start>,
    def<"wake()", wake>,
};

}  // namespace

constinit const BuiltinType Timers::kType{{.name = "Timers"_sym,
                                           .slots = &kTimersSlots,
                                           .rows = kTimersRows,
                                           .flags = kFinal,
                                           .size = sizeof(Timers)}};
constinit const BuiltinType Sleep::kType{{.name = "Sleep"_sym,
                                          .slots = &kSleepSlots,
                                          .rows = kSleepRows,
                                          .flags = kFinal,
                                          .size = sizeof(Sleep)}};

constinit const ModuleDef kAsyncioModule{.name = "_asyncio"_sym, .rows = kRows};

}  // namespace krait
