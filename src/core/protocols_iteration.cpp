// Iteration: iterators over anything, and what is built from all items of an iterable.
#include "core/interp.hpp"
#include "core/protocols.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

// Iterates over o[0], o[1], ... until IndexError (or StopIteration).
struct SequenceIterator : Object {
    static const BuiltinType kType;
    Value sequence;  // empty: exhausted
    isize index;
};

Value iterator_iter(Interp&, Value self) { return self; }

Value iterator_next(Interp& in, Value self) {
    auto* it = static_cast<SequenceIterator*>(self.object());
    if (!it->sequence) return done();
    Value item = get_item(in, it->sequence, KRAIT_TRY(new_int(in, it->index)));
    if (item) {
        ++it->index;
        return item;
    }
    Value e = in.pending();
    if (!is_instance(e, &kIndexError) && !is_instance(e, &kStopIteration)) return {};
    in.set_pending(Value());
    it->sequence = Value();
    return done();
}

void iterator_trace(Object* o, Marker& m) { m.value(static_cast<SequenceIterator*>(o)->sequence); }

constinit const Slots kIteratorSlots{
    .iter = iterator_iter, .next = iterator_next, .trace = iterator_trace};

}  // namespace

constinit const BuiltinType SequenceIterator::kType{{.name = "iterator"_sym,
                                                     .slots = &kIteratorSlots,
                                                     .flags = kFinal,
                                                     .size = sizeof(SequenceIterator)}};

Value new_sequence_iterator(Interp& in, Value sequence) {
    auto* it = KRAIT_TRY(in.make<SequenceIterator>());
    it->sequence = sequence;
    return Value(it);
}

Value iterate(Interp& in, Value iterable) {
    const Type* type = type_of(iterable);
    if (auto f = find_slot<&Slots::iter>(type)) return f(in, iterable);
    return raise(in, kTypeError, "'{}' object is not iterable", type);
}

Value next(Interp& in, Value iterator) {
    if (!in.check_stack()) return {};  // iterators over iterators
    const Type* type = type_of(iterator);
    if (auto f = find_slot<&Slots::next>(type)) return f(in, iterator);
    return raise(in, kTypeError, "'{}' object is not an iterator", type);
}

Result<bool> contains_by_iteration(Interp& in, Value container, Value item) {
    Value it = iterate(in, container);
    if (!it) {
        if (!is_instance(in.pending(), &kTypeError)) return {};
        in.set_pending(Value());
        return raise(in, kTypeError, "argument of type '{}' is not iterable", type_of(container));
    }
    for (;;) {
        Value v = KRAIT_TRY(next(in, it));
        if (is_done(v)) return false;
        if (KRAIT_TRY(equal(in, v, item))) return true;
    }
}

Status extend(Interp& in, List* list, Value iterable) {
    if (is_exact<Tuple>(iterable) || is_exact<List>(iterable)) {
        const bool is_tuple = is_exact<Tuple>(iterable);
        const auto items = [&] {
            return is_tuple ? as<Tuple>(iterable)->span() : as<List>(iterable)->span();
        };
        const usize count = items().size(), size = list->size();
        if (count == 0) return kOk;
        KRAIT_TRY(list_reserve(in, list, size + count));  // may move them: it may be the list
        std::copy_n(items().begin(), count, list->begin() + size);
        in.heap().shade_all(list->begin() + size, count);
        list->size_ += count;
        return kOk;
    }
    Value it = KRAIT_TRY(iterate(in, iterable));
    isize hint = KRAIT_TRY(length_hint(in, iterable));
    constexpr isize kTrusted = 1024;  // a hint may lie
    if (hint > 0)
        KRAIT_TRY(
            list_reserve(in, list, list->size() + static_cast<usize>(std::min(hint, kTrusted))));
    for (;;) {
        Value v = KRAIT_TRY(next(in, it));
        if (is_done(v)) return kOk;
        KRAIT_TRY(list_append(in, list, v));
    }
}

Result<List*> list_from(Interp& in, Value iterable) {
    List* list = KRAIT_TRY(new_list(in));
    KRAIT_TRY(extend(in, list, iterable));
    return list;
}

Result<Tuple*> tuple_from(Interp& in, Value iterable) {
    if (is_exact<Tuple>(iterable)) return as<Tuple>(iterable);
    if (is_exact<List>(iterable)) return new_tuple(in, as<List>(iterable)->span());
    List* list = KRAIT_TRY(list_from(in, iterable));
    return new_tuple(in, list->span());
}

}  // namespace krait
