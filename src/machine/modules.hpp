// The modules of this folder, as modules/modules.hpp has those of the other.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern constinit const ModuleDef kEsp32Module;
extern constinit const ModuleDef kMachineModule;
extern constinit const ModuleDef kNetworkModule;
extern constinit const ModuleDef kOneWireModule;

}  // namespace krait
