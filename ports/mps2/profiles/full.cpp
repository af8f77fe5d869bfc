#include "../modules.hpp"

namespace krait::mps2 {

std::span<const ModuleDef* const> modules() { return kFullModules; }

}  // namespace krait::mps2
