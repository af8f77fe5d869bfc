// The module collections.
#include "core/bind.hpp"
#include "modules/collections/deque.hpp"
#include "modules/collections/dicts.hpp"
#include "modules/collections/namedtuple.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

Value collections_namedtuple(Interp& in, Value name, Value fields, bool rename, Value defaults,
                             Value module) {
    return make_namedtuple(in, name, fields, rename, defaults, module);
}

constexpr Row kRows[] = {
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
