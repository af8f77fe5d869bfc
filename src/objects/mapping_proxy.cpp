// mappingproxy: all that only reads is passed on to the mapping.
#include "objects/mapping_proxy.hpp"

#include "core/bind.hpp"
#include "core/special.hpp"
#include "objects/generic.hpp"

namespace krait {

namespace {

Value mapping_of(Value proxy) { return as<MappingProxy>(proxy)->mapping; }

// The mapping behind an operand, as it may be shown to `other`: only a dict's own code gets the
// mapping itself, for what others do to a class's dict the caches would not see.
Value unwrapped(Interp& in, Value v, Value other) {
    if (!is_exact<MappingProxy>(v)) return v;
    const Value mapping = mapping_of(v);
    if (!is<Dict>(mapping) || is_exact<Dict>(other) || is_exact<MappingProxy>(other))
        return mapping;
    return KRAIT_TRY(dict_copy(in, as<Dict>(mapping)));
}

Value proxy_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    return format_str(in, "mappingproxy({})", mapping_of(self)).take();
}
Value proxy_str(Interp& in, Value self) { return KRAIT_TRY(to_str(in, mapping_of(self))); }
Result<isize> proxy_hash(Interp& in, Value self) { return hash(in, mapping_of(self)); }
Result<isize> proxy_length(Interp& in, Value self) { return length(in, mapping_of(self)); }
Value proxy_get_item(Interp& in, Value self, Value key) {
    return get_item(in, mapping_of(self), key);
}
Result<bool> proxy_contains(Interp& in, Value self, Value key) {
    return contains(in, mapping_of(self), key);
}
Value proxy_iter(Interp& in, Value self) { return iterate(in, mapping_of(self)); }
Value proxy_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op != BinaryOp::Or) return not_implemented();
    const Value a = KRAIT_TRY(unwrapped(in, lhs, rhs)), b = KRAIT_TRY(unwrapped(in, rhs, lhs));
    return binary(in, op, a, b);
}
Value proxy_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    const Value a = KRAIT_TRY(unwrapped(in, lhs, rhs)), b = KRAIT_TRY(unwrapped(in, rhs, lhs));
    return compare(in, op, a, b);
}

Value proxy_construct(Interp& in, const Type*, const CallArgs& args) {
    Value mapping;
    KRAIT_TRY((parse_args<"(mapping)">(in, "mappingproxy"_sym, args, mapping)));
    if (is<List>(mapping) || is<Tuple>(mapping) ||
        !has_special(type_of(mapping), "__getitem__"_sym))
        return raise(in, kTypeError, "mappingproxy() argument must be a mapping, not {}",
                     TextArg::type_name(mapping));
    return KRAIT_TRY(new_mapping_proxy(in, mapping));
}
void proxy_trace(Object* o, Marker& m) { m.value(static_cast<MappingProxy*>(o)->mapping); }

Value proxy_get(Interp& in, MappingProxy* self, Value key, Value fallback) {
    const Value args[] = {key, fallback};
    return call_method(in, self->mapping, "get"_sym, args);
}
Value proxy_keys(Interp& in, MappingProxy* self) {
    return call_method(in, self->mapping, "keys"_sym);
}
Value proxy_values(Interp& in, MappingProxy* self) {
    return call_method(in, self->mapping, "values"_sym);
}
Value proxy_items(Interp& in, MappingProxy* self) {
    return call_method(in, self->mapping, "items"_sym);
}
Value proxy_copy(Interp& in, MappingProxy* self) {
    return call_method(in, self->mapping, "copy"_sym);
}
Value proxy_reversed(Interp& in, MappingProxy* self) {
    return call_method(in, self->mapping, "__reversed__"_sym);
}

constexpr Slots kProxySlots = {
    .repr = proxy_repr,
    .str = proxy_str,
    .hash = proxy_hash,
    .length = proxy_length,
    .get_item = proxy_get_item,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .binary = proxy_binary,
    .compare = proxy_compare,
    .construct = proxy_construct,
    .trace = proxy_trace,
};

constexpr Row kProxyRows[] = {
    def<"get(self, key, default=None, /)", proxy_get>,
    def<"keys(self, /)", proxy_keys>,
    def<"values(self, /)", proxy_values>,
    def<"items(self, /)", proxy_items>,
    def<"copy(self, /)", proxy_copy>,
    def<"__reversed__(self, /)", proxy_reversed>,
    kClassGetItem,
};

}  // namespace

constinit const BuiltinType MappingProxy::kType{{.name = "mappingproxy"_sym,
                                                 .slots = &kProxySlots,
                                                 .rows = kProxyRows,
                                                 .flags = kFinal | kMappingPattern,
                                                 .size = sizeof(MappingProxy)}};

Result<MappingProxy*> new_mapping_proxy(Interp& in, Value mapping) {
    auto* proxy = KRAIT_TRY(in.make<MappingProxy>());
    proxy->mapping = mapping;
    return proxy;
}

}  // namespace krait
