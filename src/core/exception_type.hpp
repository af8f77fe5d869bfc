// What modules declare their exception classes with:
//     constinit const BuiltinType kZlibError{exception_type("error"_sym, kException)};
#pragma once

#include "core/exceptions.hpp"

namespace krait {

inline constexpr Slots kExceptionSlots{};

constexpr BuiltinType::Spec exception_type(const Str* name, const BuiltinType& base,
                                           std::span<const Row> rows = {},
                                           const Slots& slots = kExceptionSlots) {
    return {.name = name,
            .base = &base,
            .slots = &slots,
            .rows = rows,
            .flags = kExceptionType | kHasDict,
            .size = sizeof(Exception),
            .layout = &Exception::kType};
}

}  // namespace krait
