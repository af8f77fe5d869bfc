// The iterators that builtins make of other iterators; each is a type of its own.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Enumerate : Object {
    static const BuiltinType kType;
    Value iterator, count;  // count: an int of any size
};

struct Zip : Object {
    static const BuiltinType kType;
    Tuple* iterators;
    bool strict;
};

struct Map : Object {
    static const BuiltinType kType;
    Value function;
    Tuple* iterators;
};

struct Filter : Object {
    static const BuiltinType kType;
    Value function, iterator;  // function: None is the item's own truth
};

struct Reversed : Object {
    static const BuiltinType kType;
    Value sequence;  // empty at the end
    isize index;
};

// The items of an iterable, sorted: what sorted() gives.
Result<List*> sorted(Interp&, Value iterable, Value key, bool reverse);

// The builtins of iteration and the container types.
extern const std::span<const Row> kIterBuiltins;

}  // namespace krait
