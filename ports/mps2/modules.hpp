// The modules that the firmware links: those that need no operating system.
#pragma once

#include "modules/modules.hpp"

namespace krait::mps2 {

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
    &kDeflateModule,
    &kErrnoModule,
    &kFramebufModule,
    &kGcModule,
    &kHashlibModule,
    &kHeapqModule,
    &kIoModule,
    &kJsonModule,
    &kMarshalModule,
    &kMathModule,
    &kMicropythonModule,
    &kOsModule,
    &kRandomModule,
    &kReModule,
    &kSelectModule,
    &kStructModule,
    &kSysModule,
    &kTimeModule,
    &kUctypesModule,
    &kVfsModule,
    &kWebsocketModule,
    &kZlibModule,
};
// clang-format on

}  // namespace krait::mps2
