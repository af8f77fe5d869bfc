// Records: tuples with named fields and a fixed type, such as os.uname() or time.localtime().
//
//     constexpr Row kUnameRows[] = {record_field<"sysname", 0>, record_field<"nodename", 1>};
//     constinit const BuiltinType kUname = record_type("uname_result"_sym, kUnameRows);
//     new_record(in, kUname, values)
#pragma once

#include "core/bind.hpp"
#include "core/interp.hpp"

namespace krait {

template <usize I>
Value record_get(Tuple* self) {
    return self->items_[I];
}
template <FixedString Name, usize I>
inline constexpr Row record_field = getter<Name, record_get<I>>;

// Slots of records whose repr names the fields, and of those that look like plain tuples.
extern const Slots kRecordSlots, kPlainRecordSlots;

constexpr BuiltinType::Spec record_type(const Str* name, std::span<const Row> fields,
                                        bool plain = false) {
    return {.name = name,
            .base = &Tuple::kType,
            .slots = plain ? &kPlainRecordSlots : &kRecordSlots,
            .rows = fields,
            .flags = kFinal | kSequencePattern,
            .size = sizeof(Tuple)};
}

Result<Tuple*> new_record(Interp&, const BuiltinType& type, std::span<const Value> values);

}  // namespace krait
