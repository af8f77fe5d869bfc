// The errno module: the numbers of OSErrors, and their names in the dict `errorcode`.
#include "core/errno.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

Status errno_init(Interp& in, Module* module) {
    Dict* names = KRAIT_TRY(new_dict(in, all_errnos().size()));
    for (const ErrnoInfo& info : all_errnos()) {
        Str* name = KRAIT_TRY(intern(in, info.name));
        KRAIT_TRY(dict_set(in, names, Value::from_int(info.number), Value(name)));
    }
    return set_attr(in, module, "errorcode"_sym, names);
}

constexpr Row kRows[] = {
#define ERRNO(name, number, text, type) constant<#name>(number),
#include "core/errno.def"
#undef ERRNO
};

}  // namespace

constinit const ModuleDef kErrnoModule{.name = "errno"_sym, .rows = kRows, .init = errno_init};

}  // namespace krait
