// What a call into hardware or the operating system below answers.
//
// The HAL knows no Python exceptions. A call answers a count (0 or more) or an `Errno`; the layer
// above turns the latter into OSError. One signed word: negative is the error. The numbers are
// those that MicroPython documents in its `errno` module (they are Linux's), so a port whose libc
// counts differently translates once, in its own files.
#pragma once

#include "base/types.hpp"

namespace krait::hal {

enum class Errno : i32 {
    NotPermitted = 1,          // EPERM
    NoEntry = 2,               // ENOENT
    Interrupted = 4,           // EINTR
    InputOutput = 5,           // EIO
    BadHandle = 9,             // EBADF
    Again = 11,                // EAGAIN: nothing now, ask again when the poll set says so
    NoMemory = 12,             // ENOMEM
    AccessDenied = 13,         // EACCES
    Busy = 16,                 // EBUSY
    Exists = 17,               // EEXIST
    NoDevice = 19,             // ENODEV
    NotDirectory = 20,         // ENOTDIR
    IsDirectory = 21,          // EISDIR
    InvalidArgument = 22,      // EINVAL
    TooManyFiles = 24,         // EMFILE
    FileTooBig = 27,           // EFBIG
    NoSpace = 28,              // ENOSPC
    IllegalSeek = 29,          // ESPIPE
    ReadOnly = 30,             // EROFS
    BrokenPipe = 32,           // EPIPE
    NameTooLong = 36,          // ENAMETOOLONG
    NotEmpty = 39,             // ENOTEMPTY
    Overflow = 75,             // EOVERFLOW
    NotSocket = 88,            // ENOTSOCK
    DestinationRequired = 89,  // EDESTADDRREQ
    MessageSize = 90,          // EMSGSIZE
    NoProtocolOption = 92,     // ENOPROTOOPT
    NotSupported = 95,         // EOPNOTSUPP
    FamilyNotSupported = 97,   // EAFNOSUPPORT
    AddressInUse = 98,         // EADDRINUSE
    AddressNotAvailable = 99,  // EADDRNOTAVAIL
    NetworkDown = 100,         // ENETDOWN
    NetworkUnreachable = 101,  // ENETUNREACH
    ConnectionAborted = 103,   // ECONNABORTED
    ConnectionReset = 104,     // ECONNRESET
    NoBuffers = 105,           // ENOBUFS
    AlreadyConnected = 106,    // EISCONN
    NotConnected = 107,        // ENOTCONN
    TimedOut = 110,            // ETIMEDOUT
    ConnectionRefused = 111,   // ECONNREFUSED
    HostUnreachable = 113,     // EHOSTUNREACH
    AlreadyInProgress = 114,   // EALREADY
    InProgress = 115,          // EINPROGRESS: begun; the poll set says when it is done
    NameNotFound = -2,         // EAI_NONAME, as `socket.getaddrinfo` raises it: OSError(-2)
};

// A count of 0 or more, or an error. Implicit from both, so that a driver simply returns either.
template <typename Int>
class [[nodiscard]] BasicIoResult {
  public:
    constexpr BasicIoResult(Int count) : word_(count) {}
    constexpr BasicIoResult(Errno error) : word_(encode(error)) {}

    constexpr bool is_ok() const { return word_ >= 0; }
    constexpr bool is(Errno error) const { return word_ == encode(error); }
    // Requires: is_ok().
    constexpr Int count() const { return word_; }
    // Requires: !is_ok().
    constexpr Errno error() const {
        return word_ == kNameNotFound ? Errno::NameNotFound : static_cast<Errno>(-word_);
    }

  private:
    static constexpr Int kNameNotFound = -1000;  // the one code that is not positive
    static constexpr Int encode(Errno error) {
        return error == Errno::NameNotFound ? kNameNotFound : -static_cast<Int>(error);
    }
    Int word_;
};

using IoResult = BasicIoResult<i32>;
using IoResult64 = BasicIoResult<i64>;  // file positions and sizes

}  // namespace krait::hal
