#include "../modules.hpp"

namespace krait::mps2 {

std::span<const ModuleDef* const> modules() { return kStandardModules; }

}  // namespace krait::mps2
