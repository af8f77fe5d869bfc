// Slow paths of items and slices. What is read and written most, items and plain slices of built-in
// containers, does not go through the types' slots.
#include "core/slicing.hpp"
#include "core/text.hpp"
#include "objects/bytes.hpp"
#include "objects/list.hpp"
#include "vm/slow.hpp"

namespace krait::slow {

namespace {

Opcode opcode(const u8* pc) { return static_cast<Opcode>(*pc); }

bool store(Value* regs, u8 dst, Value v) {
    if (!v) return false;
    regs[dst] = v;
    return true;
}

// The item of a built-in container, if it is there. done(): it is not, or this is another case.
Value plain_item(Interp& in, Value container, Value key) {
    if (!container.is_object()) return done();
    const Shape* shape = container.object()->shape;
    if (shape == Dict::kType.shape()) {
        if (!is_exact<Str>(key)) return dict_get(in, as<Dict>(container), key);
        const Value* v = dict_find(as<Dict>(container), as<Str>(key));
        return v ? *v : done();
    }
    if (!key.is_int()) return done();
    if (shape == Str::kType.shape() && as<Str>(container)->is_ascii()) {
        const Bytes text = as<Str>(container)->bytes();
        const isize at = fit_index(key.as_int(), text.size());
        return at < 0 ? done() : Value(char_str(text[static_cast<usize>(at)]));
    }
    return done();
}

}  // namespace

bool get_item(Interp& in, Value* regs, const u8* pc) {
    Value key =
        opcode(pc) == Opcode::GetItem ? regs[pc[3]] : Value::from_int(static_cast<i8>(pc[3]));
    Value item = plain_item(in, regs[pc[2]], key);
    if (is_done(item)) item = krait::get_item(in, regs[pc[2]], key);
    return store(regs, pc[1], item);
}

bool set_item(Interp& in, Value* regs, const u8* pc) {
    const Value container = regs[pc[1]], key = regs[pc[2]], v = regs[pc[3]];
    if (is_exact<Dict>(container)) return bool(dict_set(in, as<Dict>(container), key, v));
    return bool(krait::set_item(in, container, key, v));
}

namespace {

// What lies between two parts of a slice, small ints or None, without a step. False: another case.
bool plain_range(const Value* parts, usize length, usize& start, usize& count) {
    const isize size = static_cast<isize>(length);
    isize ends[] = {0, size};
    if (!is_none(parts[2])) return false;
    for (int i = 0; i < 2; ++i) {
        if (is_none(parts[i])) continue;
        if (!parts[i].is_int()) return false;
        const isize at = parts[i].as_int();
        ends[i] = std::clamp<isize>(at < 0 ? at + size : at, 0, size);
    }
    start = static_cast<usize>(ends[0]);
    count = static_cast<usize>(std::max<isize>(ends[1] - ends[0], 0));
    return true;
}

// A list's slice with a step that is a small int; done(): another case.
Value stepped_slice(Interp& in, List* list, const Value* parts) {
    for (int i = 0; i < 3; ++i)
        if (!parts[i].is_int() && !is_none(parts[i])) return done();
    const isize step = is_none(parts[2]) ? 1 : parts[2].as_int();
    if (step == 0) return done();
    constexpr isize kMost = std::numeric_limits<isize>::max();
    SliceRange range{
        .start = step < 0 ? kMost : 0, .stop = step < 0 ? -kMost : kMost, .step = step, .count = 0};
    if (!is_none(parts[0])) range.start = parts[0].as_int();
    if (!is_none(parts[1])) range.stop = parts[1].as_int();
    fit_slice(range, list->size());
    List* part = KRAIT_TRY(new_list(in, range.count));
    const Value* from = list->begin();
    isize at = range.start;
    for (usize i = 0; i < range.count; ++i, at += range.step) part->items_->items[i] = from[at];
    in.heap().shade_all(part->begin(), range.count);
    part->size_ = range.count;
    return part;
}

// list[start:stop] = another list, or a tuple. False: another case.
bool splice_plainly(Interp& in, Value object, const Value* parts, Value value, bool& ok) {
    if (!is_exact<List>(object) || object == value) return false;
    if (!is_exact<List>(value) && !is_exact<Tuple>(value)) return false;
    List* list = as<List>(object);
    usize start, count;
    if (!plain_range(parts, list->size(), start, count)) return false;
    const auto items = is_exact<List>(value) ? as<List>(value)->span() : as<Tuple>(value)->span();
    ok = bool(list_splice(in, list, start, start + count, items));
    return true;
}

// A plain slice of a built-in sequence. done(): another case.
Value plain_slice(Interp& in, Value object, const Value* parts) {
    const Shape* shape = object.is_object() ? object.object()->shape : nullptr;
    usize start, count;
    if (shape == List::kType.shape()) {
        List* list = as<List>(object);
        if (!plain_range(parts, list->size(), start, count)) return stepped_slice(in, list, parts);
        return new_list(in, list->span().subspan(start, count)).take();
    }
    if (shape == Str::kType.shape() && as<Str>(object)->is_ascii()) {
        if (!plain_range(parts, as<Str>(object)->size(), start, count)) return done();
        return str_slice_bytes(in, as<Str>(object), start, start + count).take();
    }
    if (shape == BytearrayObject::kType.shape()) {
        auto* array = as<BytearrayObject>(object);
        if (!plain_range(parts, array->size(), start, count)) return done();
        return new_bytearray(in, array->bytes().subspan(start, count)).take();
    }
    return done();
}

// Types that look at a slice given as index and do not keep it.
bool takes_spare_slice(Value v) {
    const Shape* shape = v.is_object() ? v.object()->shape : nullptr;
    for (const BuiltinType* type : {&List::kType, &Tuple::kType, &Str::kType, &BytesObject::kType,
                                    &BytearrayObject::kType, &MemoryView::kType})
        if (shape == type->shape()) return true;
    return false;
}

}  // namespace

// Slices of the usual types are told by an object that the interpreter keeps for this, so that a
// script may slice into buffers while the heap is locked.
bool slice_item(Interp& in, Value* regs, const u8* pc) {
    const bool gets = opcode(pc) == Opcode::GetSlice;
    const Value object = regs[pc[gets ? 2 : 1]];
    const Value* parts = regs + pc[gets ? 3 : 2];
    if (bool ok; !gets && splice_plainly(in, object, parts, regs[pc[3]], ok)) return ok;
    if (gets) {
        const Value part = plain_slice(in, object, parts);
        if (!is_done(part)) return store(regs, pc[1], part);
    }
    const bool spare = takes_spare_slice(object);
    Slice* slice = spare ? in.vm().take_spare_slice() : nullptr;
    if (slice) {
        Value* const fields[] = {&slice->start, &slice->stop, &slice->step};
        for (int i = 0; i < 3; ++i) in.heap().write(*fields[i], parts[i]);
    } else {
        auto made = new_slice(in, parts[0], parts[1], parts[2]);
        if (!made) return false;
        slice = made.take();
    }
    const bool ok = gets ? store(regs, pc[1], krait::get_item(in, object, slice))
                         : bool(set_item(in, object, slice, regs[pc[3]]));
    if (spare) in.vm().keep_spare_slice(slice);
    return ok;
}

}  // namespace krait::slow
