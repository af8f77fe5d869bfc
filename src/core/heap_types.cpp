// The types of the heap's own cells. Python never sees their objects.
#include "core/collections.hpp"

namespace krait {

namespace {

void trace_value_array(Object* self, Marker& marker) {
    ValueArray* array = static_cast<ValueArray*>(self);
    marker.values(array->items, array->capacity);
}

void trace_weak_cell(Object* self, Marker& marker) {
    WeakCell* cell = static_cast<WeakCell*>(self);
    marker.value(cell->callback);
    marker.value(cell->owner);
}

constexpr Slots kValueArraySlots{.trace = trace_value_array};
constexpr Slots kByteArraySlots{};
constexpr Slots kWeakCellSlots{.trace = trace_weak_cell};

}  // namespace

constinit const BuiltinType ValueArray::kType{{.name = "value_array"_sym,
                                               .slots = &kValueArraySlots,
                                               .flags = kFinal,
                                               .size = sizeof(ValueArray)}};
constinit const BuiltinType ByteArray::kType{{.name = "byte_array"_sym,
                                              .slots = &kByteArraySlots,
                                              .flags = kFinal,
                                              .size = sizeof(ByteArray)}};
constinit const BuiltinType WeakCell::kType{
    {.name = "weak_cell"_sym, .slots = &kWeakCellSlots, .flags = kFinal, .size = sizeof(WeakCell)}};

}  // namespace krait
