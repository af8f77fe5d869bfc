// The profiles: which modules and frozen libraries (port.cmake) a firmware of this port links. What
// a profile does not name, and nothing else needs, the linker drops.
//
//     full      krait.elf           all that needs no operating system; the behaviour tests
//     standard  krait-standard.elf  the modules of MicroPython's build for QEMU's Arm boards
//     tiny      krait-tiny.elf      the language and its built-in functions
#pragma once

#include "modules/modules.hpp"

namespace krait::mps2 {

// One a line, so that adding one is one line.
// clang-format off
inline constexpr const ModuleDef* kFullModules[] = {
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
    &kFramebufModule,
    &kFunctoolsModule,
    &kGcModule,
    &kHashlibModule,
    &kHeapqModule,
    &kIoModule,
    &kItertoolsModule,
    &kJsonModule,
    &kMarshalModule,
    &kMathModule,
    &kMicropythonModule,
    &kOperatorModule,
    &kOsModule,
    &kPlatformModule,
    &kRandomModule,
    &kReModule,
    &kSelectModule,
    &kStructModule,
    &kSysModule,
    &kTemplatelibModule,
    &kTimeModule,
    &kTypingModule,
    &kUctypesModule,
    &kVfsModule,
    &kWeakrefModule,
    &kWebsocketModule,
    &kZlibModule,
};

inline constexpr const ModuleDef* kStandardModules[] = {
    &kArrayModule,
    &kAsyncioModule,
    &kBinasciiModule,
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
    &kMathModule,
    &kMicropythonModule,
    &kPlatformModule,
    &kRandomModule,
    &kReModule,
    &kSelectModule,
    &kStructModule,
    &kSysModule,
    &kTimeModule,
    &kUctypesModule,
};

inline constexpr const ModuleDef* kTinyModules[] = {
    &kBuiltinsModule,
    &kGcModule,
    &kMicropythonModule,
    &kSysModule,
};
// clang-format on

// Of the profile that the firmware is linked with (profiles/*.cpp).
std::span<const ModuleDef* const> modules();

}  // namespace krait::mps2
