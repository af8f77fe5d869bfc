// Who waits for a lock stands in the queue of core/threads.hpp. A lock that is released is free for
// whoever comes first, so that a thread which takes the same lock again and again is not switched
// away from each time; but who was woken and found it taken again is given it at the next release.
#include "modules/thread/lock.hpp"

#include "core/bind.hpp"

namespace krait {

namespace {

constexpr Float kLongestSeconds = Float(4294967.0);

Result<Threads*> need_threads(Interp& in) {
    if (in.threads()) return in.threads();
    return raise(in, kRuntimeError, "there are no threads");
}

// Until when acquire(blocking, timeout) waits; 0: not at all.
Status deadline_of(Interp& in, bool blocking, Value timeout, u64& out) {
    Float seconds = 0;
    KRAIT_TRY(to_float(in, timeout, seconds));
    if (!blocking && seconds != -1)
        return raise(in, kValueError, "can't specify a timeout for a non-blocking call");
    if (seconds < 0 && seconds != -1)
        return raise(in, kValueError, "timeout value must be a non-negative number");
    if (seconds > kLongestSeconds) return raise(in, kOverflowError, "timeout value is too large");
    out = !blocking || seconds == 0 ? 0
          : seconds < 0             ? hal::kForever
                                    : in.scheduler()->deadline_in(static_cast<u64>(seconds * 1e6));
    return kOk;
}

void unlock(Interp& in, Lock* lock) { lock->is_locked = in.threads() && in.threads()->wake(lock); }

// True: it is ours now.
Result<bool> lock_until(Interp& in, Lock* lock, u64 deadline) {
    Threads* threads = KRAIT_TRY(need_threads(in));
    for (Threads::Place place;;) {
        if (!lock->is_locked) return lock->is_locked = true;
        if (deadline == 0 || (deadline != hal::kForever && in.scheduler()->now_us() >= deadline))
            return false;
        const bool is_ok = bool(threads->wait_for(lock, deadline, place));
        if (threads->was_given()) {
            if (is_ok) return true;
            unlock(in, lock);
        } else if (!is_ok && !lock->is_locked) {
            unlock(in, lock);  // it may be us who was woken for it
        }
        if (!is_ok) return {};
    }
}

Result<bool> lock_acquire(Interp& in, Lock* self, bool blocking, Value timeout) {
    u64 deadline = 0;
    KRAIT_TRY(deadline_of(in, blocking, timeout, deadline));
    return lock_until(in, self, deadline);
}

Status lock_release(Interp& in, Lock* self) {
    if (!self->is_locked) return raise(in, kRuntimeError, "release unlocked lock");
    unlock(in, self);
    return kOk;
}

bool lock_locked(Lock* self) { return self->is_locked; }
Result<bool> lock_enter(Interp& in, Lock* self) { return lock_until(in, self, hal::kForever); }
Status lock_exit(Interp& in, Lock* self, Args) { return lock_release(in, self); }

Value lock_repr(Interp& in, Value self) {
    return format_str(in, "<{} _thread.lock object at {}>",
                      as<Lock>(self)->is_locked ? "locked" : "unlocked",
                      TextArg::address(self.object()))
        .take();
}

Value lock_construct(Interp& in, const Type*, const CallArgs& args) {
    KRAIT_TRY((parse_args<"()">(in, "lock"_sym, args)));
    return KRAIT_TRY(in.make<Lock>());
}
Status nothing_to_init(Interp&, Value, const CallArgs&) { return kOk; }

// --- RLock ---------------------------------------------------------------------------------------

Result<bool> rlock_until(Interp& in, RLock* lock, u64 deadline) {
    const Thread* thread = KRAIT_TRY(KRAIT_TRY(need_threads(in))->current());
    if (lock->owner == thread->ident) return ++lock->depth > 0;
    if (!KRAIT_TRY(lock_until(in, lock, deadline))) return false;
    lock->owner = thread->ident;
    lock->depth = 1;
    return true;
}

Result<bool> rlock_acquire(Interp& in, RLock* self, bool blocking, Value timeout) {
    u64 deadline = 0;
    KRAIT_TRY(deadline_of(in, blocking, timeout, deadline));
    return rlock_until(in, self, deadline);
}

Result<bool> rlock_is_owned(Interp& in, RLock* self) {
    return self->owner == KRAIT_TRY(KRAIT_TRY(need_threads(in))->current())->ident;
}

void give_up(Interp& in, RLock* lock) {
    lock->owner = 0;
    lock->depth = 0;
    unlock(in, lock);
}

Status rlock_release(Interp& in, RLock* self) {
    if (!KRAIT_TRY(rlock_is_owned(in, self)))
        return raise(in, kRuntimeError, "cannot release un-acquired lock");
    if (--self->depth == 0) give_up(in, self);
    return kOk;
}

Result<bool> rlock_enter(Interp& in, RLock* self) { return rlock_until(in, self, hal::kForever); }
Status rlock_exit(Interp& in, RLock* self, Args) { return rlock_release(in, self); }

// For Condition: lets go of all levels, and takes as many again.
Value rlock_release_save(Interp& in, RLock* self) {
    if (!KRAIT_TRY(rlock_is_owned(in, self)))
        return raise(in, kRuntimeError, "cannot release un-acquired lock");
    const Value depth = Value::from_int(static_cast<isize>(self->depth));
    give_up(in, self);
    return depth;
}

Status rlock_acquire_restore(Interp& in, RLock* self, isize depth) {
    (void)KRAIT_TRY(rlock_until(in, self, hal::kForever));
    self->depth = static_cast<usize>(depth);
    return kOk;
}

Value rlock_repr(Interp& in, Value self) {
    const auto* lock = as<RLock>(self);
    return format_str(in, "<{} _thread.RLock object owner={} count={} at {}>",
                      lock->owner ? "locked" : "unlocked", lock->owner, lock->depth,
                      TextArg::address(self.object()))
        .take();
}

Value rlock_construct(Interp& in, const Type*, const CallArgs& args) {
    KRAIT_TRY((parse_args<"()">(in, "RLock"_sym, args)));
    return KRAIT_TRY(in.make<RLock>());
}

constexpr Row kLockRows[] = {
    def<"acquire(self, blocking=True, timeout=-1)", lock_acquire>,
    def<"release(self, /)", lock_release>,
    def<"locked(self, /)", lock_locked>,
    def<"__enter__(self, /)", lock_enter>,
    def<"__exit__(self, /, *args)", lock_exit>,
};
constexpr Row kRLockRows[] = {
    def<"acquire(self, blocking=True, timeout=-1)", rlock_acquire>,
    def<"release(self, /)", rlock_release>,
    def<"_is_owned(self, /)", rlock_is_owned>,
    def<"_release_save(self, /)", rlock_release_save>,
    def<"_acquire_restore(self, state, /)", rlock_acquire_restore>,
    def<"__enter__(self, /)", rlock_enter>,
    def<"__exit__(self, /, *args)", rlock_exit>,
};
constinit const Slots kLockSlots{
    .repr = lock_repr, .construct = lock_construct, .init = nothing_to_init};
constinit const Slots kRLockSlots{
    .repr = rlock_repr, .construct = rlock_construct, .init = nothing_to_init};

}  // namespace

constinit const BuiltinType Lock::kType{{.name = "lock"_sym,
                                         .slots = &kLockSlots,
                                         .rows = kLockRows,
                                         .flags = kFinal,
                                         .size = sizeof(Lock)}};
constinit const BuiltinType RLock::kType{{.name = "RLock"_sym,
                                          .slots = &kRLockSlots,
                                          .rows = kRLockRows,
                                          .flags = kFinal,
                                          .size = sizeof(RLock)}};

}  // namespace krait
