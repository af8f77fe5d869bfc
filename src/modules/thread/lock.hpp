// Locks of Python. Any thread may release one that another has acquired; callbacks too.
#pragma once

#include "core/threads.hpp"

namespace krait {

struct Lock : Object {
    static const BuiltinType kType;
    bool is_locked;
};

// A lock that its owner may acquire again and again.
struct RLock : Lock {
    static const BuiltinType kType;
    u64 owner;  // ident of the thread; 0: nobody
    usize depth;
};

}  // namespace krait
