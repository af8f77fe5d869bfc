// The modules that the host links.
#pragma once

#include "modules/modules.hpp"

namespace krait::host {

inline constexpr const ModuleDef* kModules[] = {
    &kBuiltinsModule,    &kCollectionsModule, &kGcModule,  &kJsonModule,
    &kMicropythonModule, &kRandomModule,      &kSysModule,
};

}  // namespace krait::host
