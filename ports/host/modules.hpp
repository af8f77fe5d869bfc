// The modules that the host links.
#pragma once

#include "modules/modules.hpp"

namespace krait::host {

// clang-format off: one a line
inline constexpr const ModuleDef* kModules[] = {
    &kBuiltinsModule, &kCmathModule,       &kCollectionsModule, &kGcModule,  &kJsonModule,
    &kMathModule,     &kMicropythonModule, &kRandomModule,      &kSysModule,
};
// clang-format on

}  // namespace krait::host
