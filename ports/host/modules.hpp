// The modules that the host links.
#pragma once

#include "ffi/ffi.hpp"
#include "machine/modules.hpp"
#include "modules/modules.hpp"

namespace krait::host {

// One a line, so that adding one is one line.
// clang-format off
inline constexpr const ModuleDef* kModules[] = {
    &kArrayModule,
    &kAsyncioModule,
    &kBinasciiModule,
    &kBtreeModule,
    &kBuiltinsModule,
    &kCmathModule,
    &kCollectionsModule,
    &kCryptolibModule,
    &kDeflateModule,
    &kErrnoModule,
    &kEsp32Module,
    &kFfiModule,
    &kFramebufModule,
    &kFunctoolsModule,
    &kGcModule,
    &kHashlibModule,
    &kHeapqModule,
    &kIoModule,
    &kItertoolsModule,
    &kJsonModule,
    &kMarshalModule,
    &kMachineModule,
    &kMathModule,
    &kMicropythonModule,
    &kNetworkModule,
    &kOneWireModule,
    &kOperatorModule,
    &kOsModule,
    &kPlatformModule,
    &kFilesModule,
    &kProcessModule,
    &kRandomModule,
    &kReModule,
    &kSelectModule,
    &kSocketModule,
    &kSslModule,
    &kStructModule,
    &kSysModule,
    &kThreadModule,
    &kTemplatelibModule,
    &kTimeModule,
    &kTlsModule,
    &kTypingModule,
    &kUctypesModule,
    &kVfsModule,
    &kWeakrefModule,
    &kWebsocketModule,
    &kZlibModule,
};
// clang-format on

}  // namespace krait::host
