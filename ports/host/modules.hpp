// The modules that the host links.
#pragma once

#include "modules/modules.hpp"

namespace krait::host {

// One a line, so that adding one is one line.
// clang-format off
inline constexpr const ModuleDef* kModules[] = {
    &kArrayModule,
    &kBinasciiModule,
    &kBuiltinsModule,
    &kCmathModule,
    &kCollectionsModule,
    &kCryptolibModule,
    &kErrnoModule,
    &kGcModule,
    &kHashlibModule,
    &kJsonModule,
    &kMachineModule,
    &kMathModule,
    &kMicropythonModule,
    &kNetworkModule,
    &kRandomModule,
    &kSelectModule,
    &kSocketModule,
    &kSslModule,
    &kStructModule,
    &kSysModule,
    &kTimeModule,
    &kTlsModule,
};
// clang-format on

}  // namespace krait::host
