// The modules that there are. A port lists those it links in InterpConfig::modules; what it does
// not name is dropped by the linker.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern constinit const ModuleDef kArrayModule;
extern constinit const ModuleDef kAsyncioModule;
extern constinit const ModuleDef kBinasciiModule;
extern constinit const ModuleDef kBtreeModule;
extern constinit const ModuleDef kBuiltinsModule;
extern constinit const ModuleDef kCmathModule;
extern constinit const ModuleDef kCollectionsModule;
extern constinit const ModuleDef kCryptolibModule;
extern constinit const ModuleDef kDeflateModule;
extern constinit const ModuleDef kErrnoModule;
extern constinit const ModuleDef kFramebufModule;
extern constinit const ModuleDef kFunctoolsModule;
extern constinit const ModuleDef kGcModule;
extern constinit const ModuleDef kHashlibModule;
extern constinit const ModuleDef kHeapqModule;
extern constinit const ModuleDef kIoModule;
extern constinit const ModuleDef kItertoolsModule;
extern constinit const ModuleDef kJsonModule;
extern constinit const ModuleDef kMarshalModule;
extern constinit const ModuleDef kMathModule;
extern constinit const ModuleDef kMicropythonModule;
extern constinit const ModuleDef kOperatorModule;
extern constinit const ModuleDef kOsModule;
extern constinit const ModuleDef kPlatformModule;
extern constinit const ModuleDef kFilesModule;
extern constinit const ModuleDef kProcessModule;
extern constinit const ModuleDef kRandomModule;
extern constinit const ModuleDef kReModule;
extern constinit const ModuleDef kSelectModule;
extern constinit const ModuleDef kSocketModule;
extern constinit const ModuleDef kSslModule;
extern constinit const ModuleDef kStructModule;
extern constinit const ModuleDef kSysModule;
extern constinit const ModuleDef kThreadModule;
extern constinit const ModuleDef kTemplatelibModule;
extern constinit const ModuleDef kTimeModule;
extern constinit const ModuleDef kTlsModule;
extern constinit const ModuleDef kTypingModule;
extern constinit const ModuleDef kUctypesModule;
extern constinit const ModuleDef kVfsModule;
extern constinit const ModuleDef kWeakrefModule;
extern constinit const ModuleDef kWebsocketModule;
extern constinit const ModuleDef kZlibModule;

extern const BuiltinType kRingIoType;  // micropython.RingIO

}  // namespace krait
