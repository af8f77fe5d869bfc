#include "objects/record.hpp"

#include "core/str_builder.hpp"

namespace krait {

namespace {

Value record_repr(Interp& in, Value self) {
    const auto* record = as<Tuple>(self);
    const Type* type = type_of(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append(type->name));
    KRAIT_TRY(out.append_char('('));
    const std::span<const Row> fields = rows_of(type);
    for (usize i = 0; i < record->size() && i < fields.size(); ++i) {
        if (i) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append(fields[i].name));
        KRAIT_TRY(out.append_char('='));
        KRAIT_TRY(out.append_repr((*record)[i]));
    }
    KRAIT_TRY(out.append_char(')'));
    return out.finish().take();
}

Value record_construct(Interp& in, const Type* cls, const CallArgs&) {
    return raise(in, kTypeError, "cannot create '{}' instances", cls);
}

}  // namespace

constinit const Slots kRecordSlots{.repr = record_repr, .construct = record_construct};
constinit const Slots kPlainRecordSlots{.construct = record_construct};

Result<Tuple*> new_record(Interp& in, const BuiltinType& type, std::span<const Value> values) {
    Tuple* record = KRAIT_TRY(
        in.make_with_shape<Tuple>(type.shape(), sizeof(Tuple) + values.size() * sizeof(Value)));
    record->size_ = values.size();
    std::copy(values.begin(), values.end(), record->begin());
    return record;
}

}  // namespace krait
