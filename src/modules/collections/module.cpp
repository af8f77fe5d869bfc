// The module collections.
#include "core/bind.hpp"
#include "modules/collections/deque.hpp"
#include "modules/collections/dicts.hpp"
#include "modules/collections/namedtuple.hpp"
#include "modules/modules.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

Value collections_namedtuple(Interp& in, Value name, Value fields, bool rename, Value defaults,
                             Value module) {
    return make_namedtuple(in, name, fields, rename, defaults, module);
}

// ChainMap and the User classes are in Python, and loaded when they are asked for.
Value collections_getattr(Interp& in, Str* name) {
    static constexpr std::string_view kInPython[] = {"ChainMap", "UserDict", "UserList",
                                                     "UserString"};
    const bool there =
        std::find(std::begin(kInPython), std::end(kInPython), name->view()) != std::end(kInPython);
    if (!there)
        return raise(in, kAttributeError, "module 'collections' has no attribute '{}'", name);
    Str* source = mutable_name("collections._users"_sym);
    return get_attr(in, KRAIT_TRY(import_module(in, source)), name);
}

constexpr Row kRows[] = {
    def<"__getattr__(name, /)", collections_getattr>,
    def<"namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)",
        collections_namedtuple>,
    constant<"deque">(&Deque::kType),
    constant<"OrderedDict">(&OrderedDict::kType),
    constant<"defaultdict">(&DefaultDict::kType),
    constant<"Counter">(&Counter::kType),
};

}  // namespace

constinit const ModuleDef kCollectionsModule{.name = "collections"_sym, .rows = kRows};

}  // namespace krait
