// The modules that the host links.
#pragma once

#include "modules/modules.hpp"

namespace krait::host {

inline constexpr const ModuleDef* kModules[] = {
    &kBuiltinsModule,
    &kGcModule,
    &kMicropythonModule,
    &kSysModule,
};

}  // namespace krait::host
