// Identifiers of one compilation, each text once: two names are equal when their pointers are.
//
// A Name lives in the arena; its text points into the source (or into the arena for names that were
// made, such as mangled ones). Identifiers are compared as they are written, byte for byte.
// Differs: CPython normalises non-ASCII identifiers to NFKC first.
#pragma once

#include "base/arena.hpp"
#include "base/types.hpp"

namespace krait {

struct Name {
    std::string_view text;
    u32 hash;
    Name* next_in_bucket;
    u32 stamp = 0;  // for finding duplicates among names: what a pass last marked it with
};

class NameTable {
  public:
    explicit NameTable(Arena& arena) : arena_(arena) {}

    // The name with this text, which must stay valid as long as the arena; nullptr: out of memory.
    Name* intern(std::string_view text);

    // As `_Class__name`, if name is private and is used inside a class; else the name itself.
    // nullptr: out of memory.
    Name* mangle(Name* class_name, Name* name);

  private:
    bool grow();

    Arena& arena_;
    Name** buckets_ = nullptr;
    u32 bucket_count_ = 0;
    u32 name_count_ = 0;
};

}  // namespace krait
