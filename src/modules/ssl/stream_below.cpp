#include "modules/ssl/stream_below.hpp"

#include "core/interp.hpp"
#include "modules/io/any_stream.hpp"

namespace krait::ssl {

namespace {

u64 never(Value) { return 0; }

constexpr StreamOps kPythonStream{.read = read_from,
                                  .write = write_to,
                                  .poll = poll_stream,
                                  .close = close_by_ioctl,
                                  .timeout_us = never};

}  // namespace

const StreamOps* stream_below(Value v) {
    const StreamOps* ops = stream_of(v);
    return ops && ops->read && ops->write ? ops : &kPythonStream;
}

Status check_stream_below(Interp& in, Value v) {
    if (stream_below(v) != &kPythonStream) return kOk;
    const Value readinto = KRAIT_TRY(find_attr(in, v, "readinto"_sym));
    const Value read = KRAIT_TRY(find_attr(in, v, "read"_sym));
    const Value write = KRAIT_TRY(find_attr(in, v, "write"_sym));
    if (is_done(write) || (is_done(readinto) && is_done(read)))
        return raise(in, kTypeError, "stream expected, not '{}'", TextArg::type_name(v));
    return kOk;
}

}  // namespace krait::ssl
