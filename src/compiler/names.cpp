#include "compiler/names.hpp"

#include <cstring>

namespace krait {

namespace {

u32 hash_of(std::string_view text) {
    u32 hash = 2166136261u;  // FNV-1a
    for (char c : text) hash = (hash ^ static_cast<u8>(c)) * 16777619u;
    return hash;
}

}  // namespace

Name* NameTable::intern(std::string_view text) {
    const u32 hash = hash_of(text);
    if (bucket_count_) {
        for (Name* n = buckets_[hash & (bucket_count_ - 1)]; n; n = n->next_in_bucket)
            if (n->hash == hash && n->text == text) return n;
    }
    if (name_count_ >= bucket_count_ && !grow()) return nullptr;
    Name** bucket = &buckets_[hash & (bucket_count_ - 1)];
    Name* name = arena_.make<Name>(text, hash, *bucket);
    if (!name) return nullptr;
    *bucket = name;
    ++name_count_;
    return name;
}

Name* NameTable::intern_normalized(std::string_view text) {
    if (!unicode_) return intern(text);
    const usize room = text.size() * UnicodeData::kMostGrowth;
    char* out = arena_.array<char>(room);
    if (!out) return nullptr;
    const std::string_view normal = unicode_->normalize(text, {out, room});
    return intern(normal.empty() ? text : normal);
}

bool NameTable::grow() {
    const u32 count = bucket_count_ ? bucket_count_ * 2 : 32;
    Name** buckets = arena_.array<Name*>(count);
    if (!buckets) return false;
    for (u32 i = 0; i < bucket_count_; ++i) {
        for (Name* n = buckets_[i]; n;) {
            Name* next = n->next_in_bucket;
            Name** bucket = &buckets[n->hash & (count - 1)];
            n->next_in_bucket = *bucket;
            *bucket = n;
            n = next;
        }
    }
    buckets_ = buckets;
    bucket_count_ = count;
    return true;
}

Name* NameTable::mangle(Name* class_name, Name* name) {
    std::string_view text = name->text;
    if (!class_name || !text.starts_with("__") || text.ends_with("__")) return name;
    if (text.find('.') != text.npos) return name;
    std::string_view owner = class_name->text;
    while (!owner.empty() && owner.front() == '_') owner.remove_prefix(1);
    if (owner.empty()) return name;
    const usize size = 1 + owner.size() + text.size();
    char* mangled = arena_.array<char>(size);
    if (!mangled) return nullptr;
    mangled[0] = '_';
    std::memcpy(mangled + 1, owner.data(), owner.size());
    std::memcpy(mangled + 1 + owner.size(), text.data(), text.size());
    return intern({mangled, size});
}

}  // namespace krait
