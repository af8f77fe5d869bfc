// `list[int]`: the __class_getitem__ that containers share.
#pragma once

#include "core/bind.hpp"
#include "core/class.hpp"

namespace krait {

inline Value generic_class_getitem(Interp& in, const Type* cls, Value item) {
    if (is<Tuple>(item)) return new_generic_alias(in, Value(cls), item);
    return new_generic_alias(in, Value(cls), KRAIT_TRY(new_tuple(in, {&item, 1})));
}
inline constexpr Row kClassGetItem =
    def_class<"__class_getitem__(cls, item, /)", generic_class_getitem>;

}  // namespace krait
