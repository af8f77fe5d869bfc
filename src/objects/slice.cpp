// The type slice.
#include "core/slicing.hpp"
#include "objects/generic.hpp"

namespace krait {

namespace {

Result<Tuple*> parts_of(Interp& in, Value self) {
    const Slice* slice = as<Slice>(self);
    const Value parts[] = {slice->start, slice->stop, slice->step};
    return new_tuple(in, parts);
}

Value slice_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    const Slice* slice = as<Slice>(self);
    return KRAIT_TRY(format_str(in, "slice({}, {}, {})", slice->start, slice->stop, slice->step));
}

Result<isize> slice_hash(Interp& in, Value self) { return hash(in, KRAIT_TRY(parts_of(in, self))); }

Value slice_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!is_exact<Slice>(rhs)) return not_implemented();
    if (lhs == rhs) {
        const bool equal = op == CompareOp::Eq || op == CompareOp::Le || op == CompareOp::Ge;
        return from_bool(equal);
    }
    Tuple* left = KRAIT_TRY(parts_of(in, lhs));
    Tuple* right = KRAIT_TRY(parts_of(in, rhs));
    return compare(in, op, left, right);
}

Value slice_construct(Interp& in, const Type*, const CallArgs& args) {
    Value first, second, third;
    KRAIT_TRY((parse_args<"(start, stop=..., step=None, /)">(in, "slice"_sym, args, first, second,
                                                             third)));
    if (!second) return KRAIT_TRY(new_slice(in, none(), first, third));
    return KRAIT_TRY(new_slice(in, first, second, third));
}

void slice_trace(Object* self, Marker& marker) {
    const Slice* slice = static_cast<Slice*>(self);
    marker.value(slice->start);
    marker.value(slice->stop);
    marker.value(slice->step);
}

constexpr Slots kSliceSlots = {
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .construct = slice_construct,
    .trace = slice_trace,
};

Value slice_start(Slice* self) { return self->start; }
Value slice_stop(Slice* self) { return self->stop; }
Value slice_step(Slice* self) { return self->step; }

// A part of the slice, cut to [lowest, highest], for lengths of any size.
Value fitted_part(Interp& in, Value part, Value absent, Value length, Value lowest, Value highest) {
    if (is_none(part)) return absent;
    if (!has_index(part)) KRAIT_TRY(slice_part(in, part));  // raises its TypeError
    Value at = KRAIT_TRY(to_plain_int(in, part));
    if (KRAIT_TRY(compare_bool(in, CompareOp::Lt, at, Value::from_int(0)))) {
        at = KRAIT_TRY(binary(in, BinaryOp::Add, at, length));
        return KRAIT_TRY(compare_bool(in, CompareOp::Lt, at, lowest)) ? lowest : at;
    }
    return KRAIT_TRY(compare_bool(in, CompareOp::Gt, at, highest)) ? highest : at;
}

Value slice_indices_method(Interp& in, Slice* self, Value given_length) {
    const Value zero = Value::from_int(0), minus_one = Value::from_int(-1);
    const Value length = KRAIT_TRY(to_int_object(in, given_length));
    if (KRAIT_TRY(compare_bool(in, CompareOp::Lt, length, zero)))
        return raise(in, kValueError, "length should not be negative");
    Value step = Value::from_int(1);
    if (!is_none(self->step)) step = KRAIT_TRY(to_plain_int(in, self->step));
    if (!KRAIT_TRY(truth(in, step))) return raise(in, kValueError, "slice step cannot be zero");
    const bool down = KRAIT_TRY(compare_bool(in, CompareOp::Lt, step, zero));
    const Value lowest = down ? minus_one : zero;
    const Value highest =
        down ? KRAIT_TRY(binary(in, BinaryOp::Sub, length, Value::from_int(1))) : length;
    const Value start =
        KRAIT_TRY(fitted_part(in, self->start, down ? highest : lowest, length, lowest, highest));
    const Value stop =
        KRAIT_TRY(fitted_part(in, self->stop, down ? lowest : highest, length, lowest, highest));
    const Value parts[] = {start, stop, step};
    return KRAIT_TRY(new_tuple(in, parts));
}

constexpr Row kSliceRows[] = {
    getter<"start", slice_start>,
    getter<"stop", slice_stop>,
    getter<"step", slice_step>,
    def<"indices(self, length, /)", slice_indices_method>,
};

}  // namespace

constinit const BuiltinType Slice::kType{{.name = "slice"_sym,
                                          .slots = &kSliceSlots,
                                          .rows = kSliceRows,
                                          .flags = kFinal,
                                          .size = sizeof(Slice)}};

}  // namespace krait
