// Streams: what sockets, TLS, consoles, files, I2S buses and the like have in common.
//
// A type whose objects can be read, written or waited for has StreamOps in its slots
// (Slots::stream). None of these functions waits; they say kStreamAgain instead. Waiting, timeouts
// and "all of it or nothing" are written once, below, and so are the Python methods (stream_rows).
// Objects of Python classes join by MicroPython's `ioctl` method (see poll_stream).
#pragma once

#include "core/signature.hpp"
#include "hal/events.hpp"

namespace krait {

// Nothing now; poll says what to wait for.
constexpr isize kStreamAgain = -1;

// One question to a stream: is it ready for `interest` (hal::PollBits)? It says what it knows by
// itself, such as bytes that it has read ahead, and which hardware to ask and to wait for. When
// that is ready the stream counts as ready too, though reading it may still give nothing.
struct StreamPoll {
    u8 interest = 0;
    u8 ready = 0;            // hal::PollBits that hold without asking
    bool has_entry = false;  // else: only Python code can make it ready
    hal::PollEntry entry{};

    // The bits that hold when the entry has been asked.
    u8 ready_by_entry() const { return ready_by(entry, interest); }
    static u8 ready_by(const hal::PollEntry& entry, u8 interest) {
        constexpr u8 kBoth = hal::kPollIn | hal::kPollOut;
        // A stream that must write in order to read waits for another bit than its own.
        const bool translated = (entry.interest & kBoth & ~interest) != 0;
        return entry.ready && translated ? static_cast<u8>(interest | (entry.ready & ~kBoth))
                                         : entry.ready;
    }
};

struct StreamOps {
    // The bytes read; 0: the end. Null: not readable.
    Result<isize> (*read)(Interp&, Value self, MutableBytes into) = nullptr;
    // The bytes taken. Null: not writable.
    Result<isize> (*write)(Interp&, Value self, Bytes data) = nullptr;
    Status (*poll)(Interp&, Value self, StreamPoll& question) = nullptr;
    Status (*close)(Interp&, Value self) = nullptr;
    // Microseconds that an operation may wait: hal::kForever, or 0 when it never waits.
    u64 (*timeout_us)(Value self) = nullptr;
    // The host at the other end, as it was named when the connection was made; null: unknown.
    Str* (*peer_name)(Value self) = nullptr;
};

// MicroPython's request numbers of ioctl().
enum IoctlRequest : int { kIoctlSeek = 2, kIoctlPoll = 3, kIoctlClose = 4, kIoctlBufferSize = 11 };

// The operations of the object's type; null if it is no stream.
const StreamOps* stream_of(Value v);
// The same, or TypeError.
Result<const StreamOps*> need_stream(Interp&, Value v);

// Asks any object that can be polled: a stream, the number of an open file, an object with
// `fileno`, or one with an `ioctl` method, which is called with MicroPython's request 3 (poll).
// OSError(EINVAL) for others, and OSError of what a negative answer says.
Status poll_stream(Interp&, Value v, StreamPoll& question);
// Waits until the stream is ready for `interest` or fails; false at the deadline (of
// hal::Clock::ticks_us).
Result<bool> wait_stream(Interp&, Value v, u8 interest, u64 deadline_us);

// Reads or writes once, waiting as long as the stream's own timeout says: OSError(ETIMEDOUT) then.
// kStreamAgain only if the stream never waits.
Result<isize> stream_read_some(Interp&, Value self, MutableBytes into);
Result<isize> stream_write_some(Interp&, Value self, Bytes data);
// All of it; fewer bytes at the end of the stream, or as far as one goes that never waits
// (kStreamAgain: not at all).
Result<isize> stream_read_all(Interp&, Value self, MutableBytes into);
Result<isize> stream_write_all(Interp&, Value self, Bytes data);

// The Python methods; `None` from streams that never wait and have nothing.
Value stream_read(Interp&, Value self, Value size);       // read(size=-1)
Value stream_read_once(Interp&, Value self, isize size);  // recv(size)
Value stream_readinto(Interp&, Value self, MutableBuffer into, isize size);
Value stream_readline(Interp&, Value self, isize limit);
Value stream_readlines(Interp&, Value self);
// write(data): str or bytes-like; `range` as in write_part().
Value stream_write(Interp&, Value self, Value data, Args range = {});
// MicroPython's write(data, size) and write(data, offset, size): makes `data` the part that is
// meant, as far as it is there. TypeError if `range` has more than two numbers.
Status write_part(Interp&, Args range, Bytes& data);
Status stream_close(Interp&, Value self);
// ioctl(request, argument) with MicroPython's requests 3 (poll: the bits that hold now) and 4
// (close); OSError(EINVAL) for others.
Result<isize> stream_ioctl(Interp&, Value self, isize request, isize argument);

}  // namespace krait
