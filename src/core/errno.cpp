#include "core/errno.hpp"

namespace krait {

static constexpr ErrnoInfo kErrnos[] = {
#define ERRNO(name, number, text, type) {number, #name, text, &k##type},
#include "core/errno.def"
#undef ERRNO
};

std::span<const ErrnoInfo> all_errnos() { return kErrnos; }

const ErrnoInfo* find_errno(int number) {
    for (const ErrnoInfo& info : kErrnos)
        if (info.number == number) return &info;
    return nullptr;
}

const BuiltinType& os_error_class(int number) {
    const ErrnoInfo* info = find_errno(number);
    return info ? *info->type : kOSError;
}

Raised raise_hal(Interp& in, hal::Errno error, Value filename) {
    if (error != hal::Errno::NameNotFound)
        return raise_os_error(in, static_cast<int>(error), filename);
    const Value args[] = {Value::from_int(static_cast<int>(error)),
                          "Name or service not known"_sym};
    return raise_args(in, kOSError, args);
}

}  // namespace krait
