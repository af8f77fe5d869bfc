// The numbers of OSError.errno, their texts and the exception classes that stand for them.
// The constants are named kENOENT and so on, for <cerrno> makes macros of the bare names.
#pragma once

#include "core/exceptions.hpp"
#include "hal/result.hpp"

namespace krait {

namespace error {
enum Number : int {
#define ERRNO(name, number, text, type) k##name = number,
#include "core/errno.def"
#undef ERRNO
};
}  // namespace error

struct ErrnoInfo {
    int number;
    std::string_view name;  // "ENOENT"
    std::string_view text;  // "No such file or directory"
    const BuiltinType* type;
};
std::span<const ErrnoInfo> all_errnos();
// Null for a number that is not in the table.
const ErrnoInfo* find_errno(int number);

// OSError for what a driver answered.
Raised raise_hal(Interp& in, hal::Errno error, Value filename = {});
// The count, or the OSError.
template <class Io>
Result<isize> take_count(Interp& in, Io result) {
    if (!result.is_ok()) return raise_hal(in, result.error());
    return static_cast<isize>(result.count());
}

// The class of OSErrors with this number: OSError itself or a subclass.
const BuiltinType& os_error_class(int number);

}  // namespace krait
