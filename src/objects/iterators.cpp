// Iterators over lists, tuples and strings, and over the results of calls.
#include "objects/iterators.hpp"

#include "core/bind.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

// The methods of an iterator that knows how many items are left.
template <auto Hint>
constexpr Row kHintRows[] = {def<"__length_hint__(self, /)", Hint>};

// --- list ----------------------------------------------------------------------------------------

Value list_next(Interp&, Value self) {
    auto* it = as<ListIterator>(self);
    if (!it->list) return done();
    if (it->index < it->list->size()) return it->list->begin()[it->index++];
    it->list = nullptr;
    return done();
}

isize list_hint(ListIterator* self) {
    if (!self->list || self->index >= self->list->size()) return 0;
    return static_cast<isize>(self->list->size() - self->index);
}

void list_trace(Object* self, Marker& m) { m.object(static_cast<ListIterator*>(self)->list); }

constexpr Slots kListSlots = {.iter = iterator_self, .next = list_next, .trace = list_trace};

Value reverse_list_next(Interp&, Value self) {
    auto* it = as<ReverseListIterator>(self);
    if (!it->list) return done();
    if (it->index >= 0 && it->index < static_cast<isize>(it->list->size()))
        return it->list->begin()[it->index--];
    it->list = nullptr;
    return done();
}

isize reverse_list_hint(ReverseListIterator* self) {
    if (!self->list || self->index >= static_cast<isize>(self->list->size())) return 0;
    return self->index + 1;
}

void reverse_list_trace(Object* self, Marker& m) {
    m.object(static_cast<ReverseListIterator*>(self)->list);
}

constexpr Slots kReverseListSlots = {
    .iter = iterator_self, .next = reverse_list_next, .trace = reverse_list_trace};

// --- tuple ---------------------------------------------------------------------------------------

Value tuple_next(Interp&, Value self) {
    auto* it = as<TupleIterator>(self);
    if (!it->tuple) return done();
    if (it->index < it->tuple->size()) return (*it->tuple)[it->index++];
    it->tuple = nullptr;
    return done();
}

isize tuple_hint(TupleIterator* self) {
    return self->tuple ? static_cast<isize>(self->tuple->size() - self->index) : 0;
}

void tuple_trace(Object* self, Marker& m) { m.object(static_cast<TupleIterator*>(self)->tuple); }

constexpr Slots kTupleSlots = {.iter = iterator_self, .next = tuple_next, .trace = tuple_trace};

// --- str -----------------------------------------------------------------------------------------

// Bytes of the UTF-8 character that begins so.
usize character_size(u8 first) {
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

Value str_next(Interp& in, Value self) {
    auto* it = as<StrIterator>(self);
    if (!it->text) return done();
    const std::string_view rest{it->text->data() + it->offset, it->text->size() - it->offset};
    if (rest.empty()) {
        it->text = nullptr;
        return done();
    }
    const usize size = character_size(static_cast<u8>(rest[0]));
    it->offset += size;
    return KRAIT_TRY(new_str(in, {rest.data(), size}));
}

isize str_hint(StrIterator* self) {
    if (!self->text) return 0;
    const std::string_view text = self->text->view();
    return std::count_if(text.begin() + self->offset, text.end(),
                         [](char c) { return (static_cast<u8>(c) & 0xC0) != 0x80; });
}

void str_trace(Object* self, Marker& m) { m.object(static_cast<StrIterator*>(self)->text); }

constexpr Slots kStrSlots = {.iter = iterator_self, .next = str_next, .trace = str_trace};

// --- iter(callable, sentinel) --------------------------------------------------------------------

Value call_next(Interp& in, Value self) {
    auto* it = as<CallIterator>(self);
    if (!it->callable) return done();
    const Value item = call(in, it->callable);
    if (!item) {
        if (!is_instance(in.pending(), &kStopIteration)) return {};
        in.set_pending({});
    } else if (it->sentinel && !KRAIT_TRY(equal(in, it->sentinel, item))) {
        return item;
    }
    it->callable = it->sentinel = {};
    return done();
}

void call_trace(Object* self, Marker& m) {
    m.value(static_cast<CallIterator*>(self)->callable);
    m.value(static_cast<CallIterator*>(self)->sentinel);
}

constexpr Slots kCallSlots = {.iter = iterator_self, .next = call_next, .trace = call_trace};

}  // namespace

Value iterator_self(Interp&, Value self) { return self; }

bool is_iterable(Value v) {
    const Type* type = type_of(v);
    return has_special(type, "__iter__"_sym) || has_special(type, "__getitem__"_sym);
}

Value new_list_iterator(Interp& in, List* list) {
    ListIterator* it = KRAIT_TRY(in.make<ListIterator>());
    it->list = list;
    return it;
}

Value new_reverse_list_iterator(Interp& in, List* list) {
    ReverseListIterator* it = KRAIT_TRY(in.make<ReverseListIterator>());
    it->list = list;
    it->index = static_cast<isize>(list->size()) - 1;
    return it;
}

Value new_tuple_iterator(Interp& in, Tuple* tuple) {
    TupleIterator* it = KRAIT_TRY(in.make<TupleIterator>());
    it->tuple = tuple;
    return it;
}

Value new_str_iterator(Interp& in, Str* text) {
    StrIterator* it = KRAIT_TRY(in.make<StrIterator>());
    it->text = text;
    return it;
}

Value new_call_iterator(Interp& in, Value callable, Value sentinel) {
    CallIterator* it = KRAIT_TRY(in.make<CallIterator>());
    it->callable = callable;
    it->sentinel = sentinel;
    return it;
}

constinit const BuiltinType ListIterator::kType{{.name = "list_iterator"_sym,
                                                 .slots = &kListSlots,
                                                 .rows = kHintRows<list_hint>,
                                                 .flags = kFinal | kAbstractBase,
                                                 .size = sizeof(ListIterator)}};
constinit const BuiltinType ReverseListIterator::kType{{.name = "list_reverseiterator"_sym,
                                                        .slots = &kReverseListSlots,
                                                        .rows = kHintRows<reverse_list_hint>,
                                                        .flags = kFinal | kAbstractBase,
                                                        .size = sizeof(ReverseListIterator)}};
constinit const BuiltinType TupleIterator::kType{{.name = "tuple_iterator"_sym,
                                                  .slots = &kTupleSlots,
                                                  .rows = kHintRows<tuple_hint>,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(TupleIterator)}};
constinit const BuiltinType StrIterator::kType{{.name = "str_iterator"_sym,
                                                .slots = &kStrSlots,
                                                .rows = kHintRows<str_hint>,
                                                .flags = kFinal | kAbstractBase,
                                                .size = sizeof(StrIterator)}};
constinit const BuiltinType CallIterator::kType{{.name = "callable_iterator"_sym,
                                                 .slots = &kCallSlots,
                                                 .flags = kFinal | kAbstractBase,
                                                 .size = sizeof(CallIterator)}};

}  // namespace krait
