// The iterators of built-in types; one that has come to its end drops what it iterated over.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct ListIterator : Object {
    static const BuiltinType kType;
    List* list;  // null at the end
    usize index;
};

struct ReverseListIterator : Object {
    static const BuiltinType kType;
    List* list;   // null at the end
    isize index;  // of the next item
};

struct TupleIterator : Object {
    static const BuiltinType kType;
    Tuple* tuple;  // null at the end
    usize index;
};

// Over a range whose items, and the step, are small ints (Value::fits_int).
struct RangeIterator : Object {
    static const BuiltinType kType;
    isize current, step;
    usize left;
};

// Over any other range.
struct LongRangeIterator : Object {
    static const BuiltinType kType;
    Value current, step, left;  // ints of any size
};

struct StrIterator : Object {
    static const BuiltinType kType;
    Str* text;  // null at the end
    usize offset;
};

// iter(callable, sentinel).
struct CallIterator : Object {
    static const BuiltinType kType;
    Value callable, sentinel;  // empty at the end
};

// What a dict's iterators give.
enum class DictPart : u8 { Keys, Values, Items };

// Forward and reversed iterators over a dict or a view of it, and over sets (part Keys).
struct TableIterator : Object {
    static const BuiltinType kKeyType, kValueType, kItemType, kSetType;
    static const BuiltinType kReverseKeyType, kReverseValueType, kReverseItemType;
    Table* table;    // null at the end
    usize position;  // of table_next() or table_previous()
    u32 used;        // size of the table when iteration began
    u32 left;        // items not yet given
};

Value new_list_iterator(Interp&, List*);
Value new_tuple_iterator(Interp&, Tuple*);
Value new_reverse_list_iterator(Interp&, List*);
Value new_str_iterator(Interp&, Str*);
Value new_call_iterator(Interp&, Value callable, Value sentinel);
Value new_table_iterator(Interp&, Table*, DictPart part);
Value new_reverse_dict_iterator(Interp&, Dict*, DictPart part);
// Whether iter(v) would find a way, without trying it.
bool is_iterable(Value v);
// `iter` slot of iterators.
Value iterator_self(Interp&, Value self);

}  // namespace krait
