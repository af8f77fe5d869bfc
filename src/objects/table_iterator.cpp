// Iterators over dicts, their views, and sets.
//
// As in CPython, a table whose size has changed ends the iteration with RuntimeError, and so does
// one of the same size whose entries were moved to where the iterator would find more than there
// were. Memory is safe in any case: the iterator keeps only a position.
#include "core/bind.hpp"
#include "objects/iterators.hpp"

namespace krait {

namespace {

Value pair_of(Interp& in, Value key, Value value) {
    const Value pair[] = {key, value};
    return KRAIT_TRY(new_tuple(in, pair));
}

DictPart part_of(const TableIterator* it) {
    const Shape* shape = it->shape;
    if (shape == TableIterator::kValueType.shape() ||
        shape == TableIterator::kReverseValueType.shape())
        return DictPart::Values;
    if (shape == TableIterator::kItemType.shape() ||
        shape == TableIterator::kReverseItemType.shape())
        return DictPart::Items;
    return DictPart::Keys;
}

Value item_at(Interp& in, TableIterator* it, usize place) {
    const Value key = it->table->key_at(place);
    if (it->table->keys_only) return key;
    const Value value = it->table->value_at(place);
    switch (part_of(it)) {
        case DictPart::Keys: return key;
        case DictPart::Values: return value;
        default: return pair_of(in, key, value);
    }
}

template <bool (*Step)(const Table*, usize&, usize&)>
Value table_iterator_next(Interp& in, Value self) {
    auto* it = as<TableIterator>(self);
    if (!it->table) return done();
    const std::string_view kind = it->table->keys_only ? "Set" : "dictionary";
    if (it->used != it->table->used) {
        it->used = ~u32{0};  // says so again at the next call
        return raise(in, kRuntimeError, "{} changed size during iteration", kind);
    }
    usize place;
    if (!Step(it->table, it->position, place)) {
        it->table = nullptr;
        return done();
    }
    if (it->left == 0) return raise(in, kRuntimeError, "{} keys changed during iteration", kind);
    --it->left;
    return item_at(in, it, place);
}

void table_iterator_trace(Object* self, Marker& m) {
    m.object(static_cast<TableIterator*>(self)->table);
}

constexpr Slots kForwardSlots = {
    .iter = iterator_self, .next = table_iterator_next<table_next>, .trace = table_iterator_trace};
constexpr Slots kReverseSlots = {.iter = iterator_self,
                                 .next = table_iterator_next<table_previous>,
                                 .trace = table_iterator_trace};
Result<isize> table_iterator_hint(Interp& in, Value self) {
    const Slots* slots = type_of(self)->slots;
    if (slots != &kForwardSlots && slots != &kReverseSlots)
        return raise(in, kTypeError, "not an iterator of a dict or set");
    const auto* it = as<TableIterator>(self);
    return it->table && it->table->used == it->used ? static_cast<isize>(it->left) : 0;
}

constexpr Row kRows[] = {def<"__length_hint__(self, /)", table_iterator_hint>};

constexpr BuiltinType::Spec spec(const Str* name, const Slots* slots) {
    return {.name = name,
            .slots = slots,
            .rows = kRows,
            .flags = kFinal | kAbstractBase,
            .size = sizeof(TableIterator)};
}

Value make(Interp& in, const BuiltinType& type, Table* table, usize position) {
    TableIterator* it = KRAIT_TRY(in.make_with_shape<TableIterator>(type.shape()));
    it->table = table;
    it->position = position;
    it->used = it->left = table->used;
    return it;
}

}  // namespace

Value new_table_iterator(Interp& in, Table* table, DictPart part) {
    if (table->keys_only) return make(in, TableIterator::kSetType, table, 0);
    const BuiltinType* const types[] = {&TableIterator::kKeyType, &TableIterator::kValueType,
                                        &TableIterator::kItemType};
    return make(in, *types[static_cast<int>(part)], table, 0);
}

Value new_reverse_dict_iterator(Interp& in, Dict* dict, DictPart part) {
    const BuiltinType* const types[] = {&TableIterator::kReverseKeyType,
                                        &TableIterator::kReverseValueType,
                                        &TableIterator::kReverseItemType};
    return make(in, *types[static_cast<int>(part)], dict, dict->fill);
}

constinit const BuiltinType TableIterator::kKeyType{spec("dict_keyiterator"_sym, &kForwardSlots)};
constinit const BuiltinType TableIterator::kValueType{
    spec("dict_valueiterator"_sym, &kForwardSlots)};
constinit const BuiltinType TableIterator::kItemType{spec("dict_itemiterator"_sym, &kForwardSlots)};
constinit const BuiltinType TableIterator::kSetType{spec("set_iterator"_sym, &kForwardSlots)};
constinit const BuiltinType TableIterator::kReverseKeyType{
    spec("dict_reversekeyiterator"_sym, &kReverseSlots)};
constinit const BuiltinType TableIterator::kReverseValueType{
    spec("dict_reversevalueiterator"_sym, &kReverseSlots)};
constinit const BuiltinType TableIterator::kReverseItemType{
    spec("dict_reverseitemiterator"_sym, &kReverseSlots)};

}  // namespace krait
