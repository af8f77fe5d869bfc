// The errno module: the numbers of OSErrors, and their names in the dict `errorcode`.
#include "core/errno.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

// Differs: errorcode cannot be changed, as in MicroPython.
struct FixedDict : Dict {
    static const BuiltinType kType;
};

Raised raise_fixed(Interp& in) { return raise(in, kTypeError, "errno.errorcode is read-only"); }

Status fixed_set_item(Interp& in, Value, Value, Value) { return raise_fixed(in); }

Value fixed_inplace(Interp& in, BinaryOp, Value, Value) { return raise_fixed(in); }

Value fixed_refuse(Interp& in, FixedDict*, Args) { return raise_fixed(in); }

constexpr Slots kFixedSlots{.set_item = fixed_set_item, .inplace = fixed_inplace};
constexpr Row kFixedRows[] = {
    def<"clear(self, /, *args)", fixed_refuse>,      def<"pop(self, /, *args)", fixed_refuse>,
    def<"popitem(self, /, *args)", fixed_refuse>,    def<"update(self, /, *args)", fixed_refuse>,
    def<"setdefault(self, /, *args)", fixed_refuse>,
};

constinit const BuiltinType FixedDict::kType{
    {.name = "errorcode"_sym,
     .base = &Dict::kType,
     .slots = &kFixedSlots,
     .rows = kFixedRows,
     .flags = kFinal | kAbstractBase | kUnhashable | kMappingPattern,
     .size = sizeof(FixedDict),
     .layout = &Dict::kType}};

Status errno_init(Interp& in, Module* module) {
    Dict* names = KRAIT_TRY(in.make<FixedDict>());
    KRAIT_TRY(table_reserve(in, names, all_errnos().size()));
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
