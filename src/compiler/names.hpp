// Identifiers of one compilation, each text once: two names are equal when their pointers are.
//
// A Name lives in the arena; its text points into the source (or into the arena for names that were
// made, such as mangled ones). Identifiers are compared byte for byte, those beyond ASCII in their
// NFKC form where the port has it (Differs: elsewhere as they are written).
#pragma once

#include "base/arena.hpp"
#include "base/unicode_data.hpp"

namespace krait {

struct Name {
    std::string_view text;
    u32 hash;
    Name* next_in_bucket;
    u32 stamp = 0;  // for finding duplicates among names: what a pass last marked it with
};

class NameTable {
  public:
    // `unicode`: null where the port has no such data.
    explicit NameTable(Arena& arena, const UnicodeData* unicode = nullptr)
        : arena_(arena), unicode_(unicode) {}
    const UnicodeData* unicode() const { return unicode_; }

    // The name with this text, which must stay valid as long as the arena; nullptr: out of memory.
    Name* intern(std::string_view text);

    // The same for an identifier with characters beyond ASCII.
    Name* intern_normalized(std::string_view text);

    // As `_Class__name`, if name is private and is used inside a class; else the name itself.
    // nullptr: out of memory.
    Name* mangle(Name* class_name, Name* name);

  private:
    bool grow();

    Arena& arena_;
    const UnicodeData* unicode_;
    Name** buckets_ = nullptr;
    u32 bucket_count_ = 0;
    u32 name_count_ = 0;
};

}  // namespace krait
