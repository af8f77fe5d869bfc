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

}  // namespace krait
