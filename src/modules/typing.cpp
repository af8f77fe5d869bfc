// The module _typing: what lib/typing needs of the types that the compiler's intrinsics make.
#include "core/bind.hpp"
#include "modules/modules.hpp"
#include "vm/typing_objects.hpp"

namespace krait {

static constexpr Row kRows[] = {
    constant<"Generic">(&Generic::kType),
    constant<"ParamSpec">(&TypeParameter::kParamSpec),
    constant<"ParamSpecArgs">(&ParamSpecPart::kArgs),
    constant<"ParamSpecKwargs">(&ParamSpecPart::kKwargs),
    constant<"TypeAliasType">(&TypeAlias::kType),
    constant<"TypeVar">(&TypeParameter::kTypeVar),
    constant<"TypeVarTuple">(&TypeParameter::kTypeVarTuple),
};

constinit const ModuleDef kTypingModule{.name = "_typing"_sym, .rows = kRows};

}  // namespace krait
