// What TLS runs over: a built-in stream, or an object of a Python class.
//
// Such an object has `readinto` (or `read`) and `write`, which answer None when there is nothing to
// do now, and `ioctl` (MicroPython's requests) or `close`. It never waits: blocking is its own
// affair.
#pragma once

#include "core/stream.hpp"

namespace krait::ssl {

// TypeError if it can neither be read nor written.
Status check_stream_below(Interp&, Value v);
// Requires: check_stream_below said yes.
const StreamOps* stream_below(Value v);

}  // namespace krait::ssl
