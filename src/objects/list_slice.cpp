// Slices of lists: reading, replacing, deleting.
#include "objects/iterators.hpp"
#include "objects/list.hpp"

namespace krait {

namespace {

// The items to assign, as a list that nobody else sees. TypeError if the value is not iterable.
Result<List*> items_to_assign(Interp& in, Value values, std::string_view refusal) {
    const Result<List*> items = list_from(in, values);
    if (!items && is_instance(in.pending(), &kTypeError) && !is_iterable(values)) {
        in.set_pending({});
        return raise(in, kTypeError, refusal);
    }
    return items;
}

// A range with a negative step as the same places in rising order.
void make_rising(SliceRange& range) {
    if (range.step > 0) return;
    range.start += static_cast<isize>(range.count - 1) * range.step;
    range.step = -range.step;
}

}  // namespace

Status list_splice(Interp& in, List* list, usize start, usize stop, std::span<const Value> items) {
    const usize old_count = stop - start;
    if (items.size() > old_count)
        KRAIT_TRY(list_open(in, list, stop, items.size() - old_count));
    else
        list_close(in, list, start + items.size(), old_count - items.size());
    std::copy(items.begin(), items.end(), list->begin() + start);
    if (!items.empty()) in.heap().shade_all(list->begin() + start, items.size());
    return kOk;
}

Value list_get_slice(Interp& in, List* list, const Slice* slice) {
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    fit_slice(range, list->size());
    if (range.step == 1)
        return KRAIT_TRY(new_list(in, list->span().subspan(range.start, range.count)));
    List* part = KRAIT_TRY(new_list(in, range.count));
    isize from = range.start;
    for (usize i = 0; i < range.count; ++i, from += range.step)
        KRAIT_TRY(list_append(in, part, list->begin()[from]));
    return part;
}

Status list_set_slice(Interp& in, List* list, const Slice* slice, Value values) {
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    const bool plain = range.step == 1;
    List* items = KRAIT_TRY(items_to_assign(
        in, values,
        plain ? "can only assign an iterable" : "must assign iterable to extended slice"));
    fit_slice(range, list->size());
    if (plain) return list_splice(in, list, range.start, range.start + range.count, items->span());
    if (items->size() != range.count)
        return raise(in, kValueError,
                     "attempt to assign sequence of size {} to extended slice of size {}",
                     items->size(), range.count);
    isize to = range.start;
    for (Value item : items->span()) {
        in.heap().write(list->begin()[to], item);
        to += range.step;
    }
    return kOk;
}

Status list_delete_slice(Interp& in, List* list, const Slice* slice) {
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    fit_slice(range, list->size());
    if (range.count == 0) return kOk;
    make_rising(range);
    if (range.step == 1) {
        list_close(in, list, range.start, range.count);
        return kOk;
    }
    Value* items = list->begin();
    usize to = range.start, next = range.start, left = range.count;
    for (usize from = range.start; from < list->size(); ++from) {
        if (left && from == next) {
            next += range.step;
            --left;
        } else {
            items[to++] = items[from];
        }
    }
    in.heap().shade_all(items + range.start, to - range.start);
    list_close(in, list, to, list->size() - to);
    return kOk;
}

}  // namespace krait
