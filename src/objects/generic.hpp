// `list[int]`: the __class_getitem__ that containers share.
#pragma once

#include "core/bind.hpp"
#include "core/class.hpp"

namespace krait {

inline Value generic_class_getitem(Interp& in, const Type* cls, Value item) {
    return new_generic_alias(in, Value(cls), item);
}
inline constexpr Row kClassGetItem =
    def_class<"__class_getitem__(cls, item, /)", generic_class_getitem>;

}  // namespace krait
