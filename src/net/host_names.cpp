#include "net/host_names.hpp"

#include "core/protocols.hpp"

namespace krait {

namespace {

// The key of the table in the interpreter: not a module that can be imported.
constexpr ModuleDef kTable{.name = "host names"_sym, .rows = {}};
constexpr usize kMost = 32;

Value key_of(Interp& in, const hal::NetAddress& address, u16 port) {
    u8 key[sizeof address.bytes + 2] = {};
    std::copy_n(address.bytes, address.size(), key);
    key[sizeof key - 2] = static_cast<u8>(port >> 8);
    key[sizeof key - 1] = static_cast<u8>(port);
    return new_bytes(in, key);
}

Value find(Interp& in, Dict* table, const hal::NetAddress& address, u16 port) {
    const Value key = KRAIT_TRY(key_of(in, address, port));
    return dict_get(in, table, key);
}

}  // namespace

Status remember_host(Interp& in, const hal::NetAddress& address, Str* name) {
    Value table = in.module_state(kTable);
    if (!table) {
        table = Value(KRAIT_TRY(new_dict(in)));
        KRAIT_TRY(in.set_module_state(kTable, table));
    }
    Dict* names = as<Dict>(table);
    if (names->size() >= kMost) dict_clear(in, names);
    return dict_set(in, names, KRAIT_TRY(key_of(in, address, address.port)), Value(name));
}

Str* host_of(Interp& in, const hal::NetAddress& address) {
    const Value table = in.module_state(kTable);
    if (!table) return nullptr;
    Value name = find(in, as<Dict>(table), address, address.port);
    if (is_done(name)) name = find(in, as<Dict>(table), address, 0);
    if (!name) (void)in.take_pending();  // out of memory: as if it were not known
    return name ? as_if<Str>(name) : nullptr;
}

}  // namespace krait
