#include "core/slicing.hpp"

namespace krait {

namespace {

constexpr isize kMax = std::numeric_limits<isize>::max();

isize clamp(isize position, isize length, isize lowest, isize highest) {
    if (position < 0) position += length;
    return std::clamp(position, lowest, highest);
}

}  // namespace

bool has_index(Value v) { return is_int(v) || !is_done(find_special(type_of(v), "__index__"_sym)); }

Result<isize> slice_part(Interp& in, Value part) {
    if (!has_index(part))
        return raise(in, kTypeError,
                     "slice indices must be integers or None or have an __index__ method");
    return to_index_clamped(in, part);
}

Value to_plain_int(Interp& in, Value v) {
    const Value number = KRAIT_TRY(to_int_object(in, v));
    if (number.is_int() || type_of(number) == &IntType::kType) return number;
    return binary(in, BinaryOp::Add, number, Value::from_int(0));
}

Result<Slice*> new_slice(Interp& in, Value start, Value stop, Value step) {
    Slice* slice = KRAIT_TRY(in.make<Slice>());
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return slice;
}

Status slice_parts(Interp& in, const Slice* slice, SliceRange& out) {
    out.step = is_none(slice->step) ? 1 : KRAIT_TRY(slice_part(in, slice->step));
    if (out.step == 0) return raise(in, kValueError, "slice step cannot be zero");
    out.step = std::max(out.step, -kMax);
    const bool down = out.step < 0;
    out.start = is_none(slice->start) ? (down ? kMax : 0) : KRAIT_TRY(slice_part(in, slice->start));
    out.stop =
        is_none(slice->stop) ? (down ? -kMax : kMax) : KRAIT_TRY(slice_part(in, slice->stop));
    return kOk;
}

void fit_slice(SliceRange& range, usize size) {
    const isize length = static_cast<isize>(size);
    const isize lowest = range.step < 0 ? -1 : 0, highest = range.step < 0 ? length - 1 : length;
    range.start = clamp(range.start, length, lowest, highest);
    range.stop = clamp(range.stop, length, lowest, highest);
    range.count = 0;
    if (range.step > 0 && range.start < range.stop)
        range.count = static_cast<usize>((range.stop - range.start - 1) / range.step) + 1;
    if (range.step < 0 && range.stop < range.start)
        range.count = static_cast<usize>((range.start - range.stop - 1) / -range.step) + 1;
}

Status slice_indices(Interp& in, const Slice* slice, usize length, SliceRange& out) {
    KRAIT_TRY(slice_parts(in, slice, out));
    fit_slice(out, length);
    return kOk;
}

Result<isize> item_index(Interp& in, Value key, std::string_view what) {
    if (key.is_int()) return key.as_int();
    if (!has_index(key))
        return raise(in, kTypeError, "{} indices must be integers or slices, not {}", what,
                     TextArg::type_name(key));
    const Result<isize> index = to_index(in, key);
    if (!index && is_instance(in.pending(), &kOverflowError)) {
        in.set_pending({});
        return raise(in, kIndexError, "cannot fit '{}' into an index-sized integer",
                     TextArg::type_name(key));
    }
    return index;
}

}  // namespace krait
