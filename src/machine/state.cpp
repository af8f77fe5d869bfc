#include "machine/state.hpp"

namespace krait {

Result<ValueArray*> object_table(Interp& in, const ModuleDef& key, usize count) {
    const Value there = in.module_state(key);
    if (there) return static_cast<ValueArray*>(there.object());
    auto* table = KRAIT_TRY(in.make<ValueArray>(sizeof(ValueArray) + count * sizeof(Value)));
    table->capacity = count;
    KRAIT_TRY(in.set_module_state(key, table));
    return table;
}

Value object_in_table(Interp& in, const ModuleDef& key, usize unit) {
    const Value there = in.module_state(key);
    if (!there) return {};
    auto* table = static_cast<ValueArray*>(there.object());
    return unit < table->capacity ? table->items[unit] : Value();
}

}  // namespace krait
