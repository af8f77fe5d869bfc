#include "modules/io/any_stream.hpp"

#include <algorithm>

#include "core/errno.hpp"
#include "modules/io/io.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

struct IoBase : Object {
    static constexpr const BuiltinType& kType = kIoBaseType;
};

// What readinto() and write() of Python classes answer.
Result<isize> count_of(Interp& in, Value answer, usize most) {
    if (is_none(answer)) return kStreamAgain;
    const isize n = KRAIT_TRY(to_index(in, answer));
    if (n < 0) return raise_os_error(in, static_cast<int>(-n));
    if (static_cast<usize>(n) > most) return raise_os_error(in, error::kEIO);
    return n;
}

Result<isize> call_readinto(Interp& in, Value method, MutableBytes into) {
    BytearrayObject* buffer = KRAIT_TRY(new_bytearray(in, into));
    const Value answer = KRAIT_TRY(call(in, method, Value(buffer)));
    const isize n = KRAIT_TRY(count_of(in, answer, std::min(into.size(), buffer->size())));
    if (n > 0) std::copy_n(buffer->data(), n, into.data());
    return n;
}

Result<isize> call_read(Interp& in, Value stream, MutableBytes into) {
    const Value size = Value::from_int(static_cast<isize>(into.size()));
    const Value answer = KRAIT_TRY(call_method(in, stream, "read"_sym, {&size, 1}));
    if (is_none(answer)) return kStreamAgain;
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, answer, held));
    if (held.size > into.size()) return raise_os_error(in, error::kEIO);
    std::copy_n(held.data, held.size, into.data());
    return static_cast<isize>(held.size);
}

}  // namespace

Result<isize> read_from(Interp& in, Value stream, MutableBytes into) {
    const StreamOps* ops = stream_of(stream);
    if (ops && ops->read) return stream_read_some(in, stream, into);
    const Value method = KRAIT_TRY(find_attr(in, stream, "readinto"_sym));
    return is_done(method) ? call_read(in, stream, into) : call_readinto(in, method, into);
}

Result<isize> write_to(Interp& in, Value stream, Bytes data) {
    const StreamOps* ops = stream_of(stream);
    if (ops && ops->write) return stream_write_some(in, stream, data);
    const Value copy = Value(KRAIT_TRY(new_bytearray(in, data)));
    return count_of(in, KRAIT_TRY(call_method(in, stream, "write"_sym, {&copy, 1})), data.size());
}

Status write_all_to(Interp& in, Value stream, Bytes data) {
    while (!data.empty()) {
        const isize n = KRAIT_TRY(write_to(in, stream, data));
        if (n <= 0) return raise_os_error(in, error::kEIO);
        data = data.subspan(static_cast<usize>(n));
    }
    return kOk;
}

Status close_stream(Interp& in, Value stream) {
    if (is<IoBase>(stream)) return close_by_ioctl(in, stream);
    (void)KRAIT_TRY(call_method(in, stream, "close"_sym));
    return kOk;
}

Status close_by_ioctl(Interp& in, Value stream) {
    const Value ioctl = KRAIT_TRY(find_attr(in, stream, "ioctl"_sym));
    (void)KRAIT_TRY(is_done(ioctl)
                        ? call_method(in, stream, "close"_sym)
                        : call(in, ioctl, Value::from_int(kIoctlClose), Value::from_int(0)));
    return kOk;
}

}  // namespace krait
