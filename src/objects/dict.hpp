// Dict's views, and what dict methods share with other mappings.
#pragma once

#include "objects/iterators.hpp"

namespace krait {

// What keys(), values() and items() return: live windows on a dict.
struct DictView : Object {
    static const BuiltinType kKeysType, kValuesType, kItemsType;
    Dict* dict;
    DictPart part;
};
Result<DictView*> new_dict_view(Interp&, Dict*, DictPart part);
// The view, or null.
DictView* as_dict_view(Value v);

// `into.update(source, **keywords)`: a dict, an object with keys(), or an iterable of pairs.
// `source` may be empty.
Status dict_update_from(Interp&, Dict* into, Value source);
Status dict_update_keywords(Interp&, Dict* into, const CallArgs& args);
// {key: value, ...}
Value dict_repr(Interp&, Value self);
// Equal keys with equal values.
Result<bool> dict_equal(Interp&, Dict* a, Dict* b);
// Removes and returns the last entry (or the first) as a pair; KeyError if the dict is empty.
Value dict_pop_item(Interp&, Dict*, bool last);
// What `dict[key]` does, __missing__ of subclasses included.
Value dict_get_item(Interp&, Value self, Value key);

}  // namespace krait
