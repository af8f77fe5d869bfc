#include "../modules.hpp"

namespace krait::mps2 {

std::span<const ModuleDef* const> modules() { return kTinyModules; }

}  // namespace krait::mps2
