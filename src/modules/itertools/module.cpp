// The module itertools.
#include "modules/itertools/parts.hpp"
#include "modules/modules.hpp"

namespace krait {

static constexpr const std::span<const Row>* kParts[] = {
    &itertools::kSourceRows, &itertools::kFilterRows, &itertools::kGroupRows,
    &itertools::kCombinatoricRows};

constinit const ModuleDef kItertoolsModule{.name = "itertools"_sym, .rows = {}, .parts = kParts};

}  // namespace krait
