// The types of the module _functools.
#pragma once

#include "core/interp.hpp"

namespace krait {

// partial(function, *args, **keywords).
struct Partial : Object {
    static const BuiltinType kType;
    Value function;
    Tuple* args;
    Dict* keywords;    // its own
    Dict* attributes;  // of direct instances; null until one is set
};

// What cmp_to_key() gives (without an object), and what that makes of objects.
struct CompareKey : Object {
    static const BuiltinType kType;
    Value compare, object;
};

// A function with a cache of its results, least recently used first.
struct LruCache : Object {
    static const BuiltinType kType;
    static constexpr isize kUnbounded = -1;
    Value function;
    Value info;     // makes the result of cache_info()
    Dict* results;  // by key, see key_of() in lru_cache.cpp
    isize max_size;
    isize hits, misses;
    bool typed;
    Dict* attributes;  // null until one is set
};

}  // namespace krait
