#include "core/stream.hpp"

#include "core/byte_buffer.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"

namespace krait {

namespace {

constexpr usize kFirstChunk = 256, kLongestChunk = 1 << 20;
// How often objects are asked that only their own code can answer for.
constexpr u64 kAskEveryUs = 1000;

u64 deadline_of(Interp& in, const StreamOps* ops, Value self) {
    const u64 us = ops->timeout_us ? ops->timeout_us(self) : hal::kForever;
    return us == 0 ? 0 : in.scheduler()->deadline_in(us);
}

bool never_waits(const StreamOps* ops, Value self) {
    return ops->timeout_us && ops->timeout_us(self) == 0;
}

// Runs `step` until it does not say kStreamAgain.
template <class Step>
Result<isize> waiting(Interp& in, Value self, const StreamOps* ops, u8 interest, Step step) {
    const u64 deadline = deadline_of(in, ops, self);
    for (;;) {
        const isize n = KRAIT_TRY(step());
        if (n != kStreamAgain || never_waits(ops, self)) return n;
        if (!KRAIT_TRY(wait_stream(in, self, interest, deadline)))
            return raise_os_error(in, error::kETIMEDOUT);
    }
}

Status ask_file(Interp& in, Value number, StreamPoll& question) {
    const isize handle = KRAIT_TRY(to_index(in, number));
    if (handle < 0 || handle > std::numeric_limits<i32>::max())
        return raise(in, kValueError, "file descriptor cannot be {}", handle);
    question.has_entry = true;
    question.entry = {hal::PollKind::File, question.interest, 0, static_cast<i32>(handle)};
    return kOk;
}

// ioctl(3, interest): the ready bits.
Status ask_python(Interp& in, Value v, StreamPoll& question) {
    if (is_int(v)) return ask_file(in, v, question);
    const Value method = KRAIT_TRY(find_attr(in, v, "ioctl"_sym));
    if (is_done(method)) {
        const Value fileno = KRAIT_TRY(find_attr(in, v, "fileno"_sym));
        if (is_done(fileno)) return raise_os_error(in, error::kEINVAL);
        return ask_file(in, KRAIT_TRY(call(in, fileno)), question);
    }
    const Value answer = KRAIT_TRY(
        call(in, method, Value::from_int(kIoctlPoll), Value::from_int(question.interest)));
    const isize bits = KRAIT_TRY(to_index(in, answer));
    if (bits < 0) return raise_os_error(in, static_cast<int>(-bits));
    question.ready = static_cast<u8>(bits);
    return kOk;
}

}  // namespace

const StreamOps* stream_of(Value v) { return find_slot<&Slots::stream>(type_of(v)); }

Result<const StreamOps*> need_stream(Interp& in, Value v) {
    if (const StreamOps* ops = stream_of(v)) return ops;
    return raise(in, kTypeError, "stream expected, not '{}'", TextArg::type_name(v));
}

Status poll_stream(Interp& in, Value v, StreamPoll& question) {
    const StreamOps* ops = stream_of(v);
    question.ready = 0;
    question.has_entry = false;
    return ops && ops->poll ? ops->poll(in, v, question) : ask_python(in, v, question);
}

Result<bool> wait_stream(Interp& in, Value v, u8 interest, u64 deadline_us) {
    Scheduler& scheduler = *in.scheduler();
    for (;;) {
        StreamPoll question{.interest = interest};
        KRAIT_TRY(poll_stream(in, v, question));
        if (question.ready) return true;
        const u64 now = scheduler.now_us();
        if (now >= deadline_us && !question.has_entry) return false;
        const u64 until =
            question.has_entry ? deadline_us : std::min(deadline_us, now + kAskEveryUs);
        const usize entries = question.has_entry ? 1 : 0;
        (void)KRAIT_TRY(scheduler.wait_once(until, {&question.entry, entries}));
        if (entries && question.ready_by_entry()) return true;
        if (now >= deadline_us) return false;
    }
}

Result<isize> stream_read_some(Interp& in, Value self, MutableBytes into) {
    const StreamOps* ops = KRAIT_TRY(need_stream(in, self));
    if (!ops->read) return raise_os_error(in, error::kEINVAL);
    if (into.empty()) return 0;
    return waiting(in, self, ops, hal::kPollIn, [&] { return ops->read(in, self, into); });
}

Result<isize> stream_write_some(Interp& in, Value self, Bytes data) {
    const StreamOps* ops = KRAIT_TRY(need_stream(in, self));
    if (!ops->write) return raise_os_error(in, error::kEINVAL);
    return waiting(in, self, ops, hal::kPollOut, [&] { return ops->write(in, self, data); });
}

Result<isize> stream_read_all(Interp& in, Value self, MutableBytes into) {
    usize done = 0;
    while (done < into.size()) {
        const isize n = KRAIT_TRY(stream_read_some(in, self, into.subspan(done)));
        if (n == kStreamAgain && done == 0) return kStreamAgain;
        if (n <= 0) break;
        done += static_cast<usize>(n);
    }
    return static_cast<isize>(done);
}

Result<isize> stream_write_all(Interp& in, Value self, Bytes data) {
    usize done = 0;
    while (done < data.size()) {
        const isize n = KRAIT_TRY(stream_write_some(in, self, data.subspan(done)));
        if (n == kStreamAgain && done == 0) return kStreamAgain;
        if (n <= 0) break;
        done += static_cast<usize>(n);
    }
    return static_cast<isize>(done);
}

// --- the Python methods ---

Value stream_read(Interp& in, Value self, Value size) {
    const isize wanted = is_none(size) ? -1 : KRAIT_TRY(to_index(in, size));
    ByteBuffer out(in);
    const auto limit = wanted < 0 ? std::numeric_limits<usize>::max() : static_cast<usize>(wanted);
    bool again = false;
    while (out.size() < limit) {
        const usize chunk = std::clamp(out.size(), kFirstChunk, kLongestChunk);
        KRAIT_TRY(out.reserve(std::min(limit - out.size(), wanted < 0 ? chunk : kLongestChunk)));
        MutableBytes room = out.room();
        if (room.size() > limit - out.size()) room = room.first(limit - out.size());
        const isize n = KRAIT_TRY(stream_read_some(in, self, room));
        again = n == kStreamAgain;
        if (n <= 0) break;
        out.advance(static_cast<usize>(n));
    }
    if (again && out.size() == 0) return none();
    return out.to_bytes();
}

Value stream_read_once(Interp& in, Value self, isize size) {
    if (size < 0) return raise(in, kValueError, "negative buffersize in recv");
    ByteBuffer out(in);
    if (size == 0) return out.to_bytes();
    KRAIT_TRY(out.reserve(std::min(static_cast<usize>(size), kLongestChunk)));
    MutableBytes room = out.room();
    if (room.size() > static_cast<usize>(size)) room = room.first(static_cast<usize>(size));
    const isize n = KRAIT_TRY(stream_read_some(in, self, room));
    if (n == kStreamAgain) return raise_os_error(in, error::kEAGAIN);
    out.advance(static_cast<usize>(n));
    return out.to_bytes();
}

Value stream_readinto(Interp& in, Value self, MutableBuffer into, isize size) {
    MutableBytes room = into.bytes();
    if (size >= 0 && static_cast<usize>(size) < room.size())
        room = room.first(static_cast<usize>(size));
    const isize n = KRAIT_TRY(stream_read_all(in, self, room));
    return n == kStreamAgain ? none() : Value::from_int(n);
}

// Reads byte by byte, for what is behind the newline is not ours to take; the streams below have
// buffers of their own.
Value stream_readline(Interp& in, Value self, isize limit) {
    ByteBuffer out(in);
    bool again = false;
    while (limit < 0 || out.size() < static_cast<usize>(limit)) {
        KRAIT_TRY(out.reserve(1));
        const isize n = KRAIT_TRY(stream_read_some(in, self, out.room().first(1)));
        again = n == kStreamAgain;
        if (n <= 0) break;
        out.advance(static_cast<usize>(n));
        if (out.last() == '\n') break;
    }
    if (again && out.size() == 0) return none();
    return out.to_bytes();
}

Value stream_readlines(Interp& in, Value self) {
    List* lines = KRAIT_TRY(new_list(in));
    for (;;) {
        const Value line = KRAIT_TRY(stream_readline(in, self, -1));
        if (is_none(line) || KRAIT_TRY(length(in, line)) == 0) return lines;
        KRAIT_TRY(list_append(in, lines, line));
    }
}

Status write_part(Interp& in, Args range, Bytes& data) {
    if (range.empty()) return kOk;
    if (range.size() > 2)
        return raise(in, kTypeError, "write() takes at most 3 arguments ({} given)",
                     range.size() + 1);
    const isize offset = range.size() == 2 ? KRAIT_TRY(to_index(in, range[0])) : 0;
    const isize size = KRAIT_TRY(to_index(in, range[range.size() - 1]));
    if (offset < 0 || size < 0)
        return raise(in, kValueError, "write() of a part needs numbers that are not negative");
    data = data.subspan(std::min(static_cast<usize>(offset), data.size()));
    data = data.first(std::min(static_cast<usize>(size), data.size()));
    return kOk;
}

Value stream_write(Interp& in, Value self, Value data, Args range) {
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    Bytes part = held.bytes();
    KRAIT_TRY(write_part(in, range, part));
    const isize n = KRAIT_TRY(stream_write_all(in, self, part));
    return n == kStreamAgain ? none() : Value::from_int(n);
}

Status stream_close(Interp& in, Value self) {
    const StreamOps* ops = KRAIT_TRY(need_stream(in, self));
    return ops->close ? ops->close(in, self) : Status(kOk);
}

Result<isize> stream_ioctl(Interp& in, Value self, isize request, isize argument) {
    if (request == kIoctlClose) {
        KRAIT_TRY(stream_close(in, self));
        return 0;
    }
    if (request != kIoctlPoll) return raise_os_error(in, error::kEINVAL);
    StreamPoll question{.interest = static_cast<u8>(argument)};
    KRAIT_TRY(poll_stream(in, self, question));
    if (question.ready || !question.has_entry) return question.ready;
    (void)in.board()->waiter().poll({&question.entry, 1});
    return question.ready_by_entry();
}

}  // namespace krait
