// A read-only view of a mapping: what a class's __dict__ is, and types.MappingProxyType.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct MappingProxy : Object {
    static const BuiltinType kType;
    Value mapping;
};
Result<MappingProxy*> new_mapping_proxy(Interp&, Value mapping);

}  // namespace krait
