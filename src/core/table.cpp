#include "core/table.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/arrays.hpp"

namespace krait {

namespace {

constexpr usize kSmallCapacity = 8;  // places searched without an index
constexpr usize kMaxPlaces = usize{1} << (kIs64 ? 30 : 26);

usize capacity_of(const Table* t) { return t->entries ? t->entries->capacity >> t->stride() : 0; }

// The slots beside a table; see the essay. Their width follows from the bytes in all: 256 slots of
// 8 bits at most, then 512 to 65536 of 16 bits, then 32 bits.
class Index {
  public:
    explicit Index(const ByteArray* array) : data_(const_cast<u8*>(array->data)) {
        const usize bytes = array->capacity;
        width_ = bytes <= 256 ? 0 : bytes <= 131072 ? 1 : 2;
        mask_ = static_cast<u32>((bytes >> width_) - 1);
    }
    static usize bytes_for(usize slots) {
        return slots <= 256 ? slots : slots <= 65536 ? slots * 2 : slots * 4;
    }
    // Two thirds of the slots are used at most.
    static usize slots_for(usize places) { return std::bit_ceil(places + (places + 1) / 2); }

    u32 mask() const { return mask_; }
    u32 home(u32 hash) const { return (hash * 0x9E3779B1u) >> std::countl_zero(mask_); }
    u32 next(u32 slot) const { return (slot + 1) & mask_; }
    u32 get(u32 slot) const {
        if (width_ == 0) return data_[slot];
        if (width_ == 1) return reinterpret_cast<const u16*>(data_)[slot];
        return reinterpret_cast<const u32*>(data_)[slot];
    }
    void set(u32 slot, u32 entry) {
        if (width_ == 0)
            data_[slot] = static_cast<u8>(entry);
        else if (width_ == 1)
            reinterpret_cast<u16*>(data_)[slot] = static_cast<u16>(entry);
        else
            reinterpret_cast<u32*>(data_)[slot] = entry;
    }
    void add(usize place, u32 hash) {
        u32 slot = home(hash);
        while (get(slot)) slot = next(slot);
        set(slot, static_cast<u32>(place) + 1);
    }
    void clear() { std::memset(data_, 0, bytes_for(usize{mask_} + 1)); }

  private:
    u8* data_;
    u32 mask_;
    int width_;
};

u32* hashes_of(const Table* t) { return reinterpret_cast<u32*>(t->hashes->data); }

u32 fold_hash(isize h) {
    const u64 wide = static_cast<u64>(static_cast<i64>(h));
    if constexpr (!kIs64) return static_cast<u32>(wide);
    return static_cast<u32>(wide) ^ static_cast<u32>(wide >> 32) * 0x9E3779B1u;
}

// The hash of -1 is -2, as everywhere in Python.
u32 int_hash(isize i) { return fold_hash(i == -1 ? -2 : i); }

Table::KeyKind kind_of(Value key) {
    if (key.is_int()) return Table::Simple;
    if (!is_exact<Str>(key)) return Table::General;
    return as<Str>(key)->is_interned() ? Table::Names : Table::Simple;
}

inline bool same_text(const Str* a, const Str* b) {
    if (a == b) return true;
    if (a->hash() != b->hash() || a->size() != b->size()) return false;
    if (a->is_interned() && b->is_interned()) return false;
    return std::memcmp(a->data(), b->data(), a->size()) == 0;
}

// The first place that `same` accepts among those whose key may have the hash, or kMissing. It is
// asked about holes too (their key is empty).
template <class Same>
isize search(const Table* t, u32 hash, Same same) {
    if (!t->index) {
        for (usize place = 0; place < t->fill; ++place)
            if (same(place)) return static_cast<isize>(place);
        return Table::kMissing;
    }
    const Index index(t->index);
    for (u32 slot = index.home(hash);; slot = index.next(slot)) {
        const u32 entry = index.get(slot);
        if (!entry) return Table::kMissing;
        if (same(entry - 1)) return static_cast<isize>(entry - 1);
    }
}

// Keys whose comparison runs no Python: found by identity.
isize find_identical(const Table* t, Value key, u32 hash) {
    return search(t, hash, [&](usize place) { return t->key_at(place) == key; });
}

// What one candidate says to a general lookup.
enum class Match { No, Yes, Restart, Error };

Match match_key(Interp& in, Table* t, usize place, Value key, u32 hash) {
    const Value candidate = t->key_at(place);
    if (candidate == key) return Match::Yes;
    if (candidate.is_empty() || table_hash_at(t, place) != hash) return Match::No;
    if (is_exact<Str>(candidate) && is_exact<Str>(key))
        return same_text(as<Str>(candidate), as<Str>(key)) ? Match::Yes : Match::No;
    const u32 version = t->version;
    const Result<bool> same = equal(in, candidate, key);
    if (!same) return Match::Error;
    if (t->version != version) return Match::Restart;
    return same.take() ? Match::Yes : Match::No;
}

Result<isize> find_general(Interp& in, Table* t, Value key, u32 hash) {
    Match verdict;
    do {
        verdict = Match::No;
        const isize place = search(t, hash, [&](usize at) {
            verdict = match_key(in, t, at, key, hash);
            return verdict != Match::No;
        });
        if (verdict == Match::Error) return {};
        if (verdict != Match::Restart) return place;
    } while (true);
}

// Takes the entry out of the index; those behind it move up to where a search expects them.
void remove_from_index(Table* t, usize place) {
    Index index(t->index);
    u32 gap = index.home(table_hash_at(t, place));
    while (index.get(gap) != place + 1) gap = index.next(gap);
    for (u32 slot = index.next(gap);; slot = index.next(slot)) {
        const u32 entry = index.get(slot);
        if (!entry) break;
        const u32 home = index.home(table_hash_at(t, entry - 1));
        if (((slot - home) & index.mask()) < ((slot - gap) & index.mask())) continue;
        index.set(gap, entry);
        gap = slot;
    }
    index.set(gap, 0);
}

void rebuild_index(Table* t) {
    if (!t->index) return;
    Index index(t->index);
    index.clear();
    for (usize place = 0; place < t->fill; ++place)
        if (!t->key_at(place).is_empty()) index.add(place, table_hash_at(t, place));
}

// Moves the live entries to the front of `entries` (and `hashes`), which may be the table's own
// arrays or larger ones.
void pack_into(Table* t, ValueArray* entries, ByteArray* hashes) {
    const int stride = t->stride();
    u32* to_hashes = hashes ? reinterpret_cast<u32*>(hashes->data) : nullptr;
    usize to = 0;
    for (usize from = 0; from < t->fill; ++from) {
        if (t->key_at(from).is_empty()) continue;
        if (to_hashes) to_hashes[to] = hashes_of(t)[from];
        std::copy_n(t->entries->items + (from << stride), usize{1} << stride,
                    entries->items + (to << stride));
        ++to;
    }
    if (entries == t->entries)
        std::fill(entries->items + (to << stride), entries->items + (usize{t->fill} << stride),
                  Value());
    t->fill = t->used;
}

// Closes the holes and gives back room if there is far too much. Never fails.
void compact(Interp& in, Table* t) {
    pack_into(t, t->entries, t->hashes);
    in.heap().shade_all(t->entries->items, usize{t->fill} << t->stride());
    const usize wanted = std::max<usize>(kSmallCapacity * 2, usize{t->used} * 2);
    if (wanted <= capacity_of(t) / 2) {
        const usize slots = Index::slots_for(wanted);
        shrink_value_array(in, t->entries, wanted << t->stride());
        if (capacity_of(t) == wanted && Index::bytes_for(slots) < t->index->capacity) {
            in.heap().resize(t->index, sizeof(ByteArray) + Index::bytes_for(slots));
            t->index->capacity = Index::bytes_for(slots);
        }
    }
    rebuild_index(t);
    ++t->version;
}

// The index that a table of `capacity` places needs: null if none, the present one if it will do.
Status prepare_index(Interp& in, const Table* t, usize capacity, ByteArray*& out) {
    out = nullptr;
    if (capacity <= kSmallCapacity) return kOk;
    const usize bytes = Index::bytes_for(Index::slots_for(capacity));
    if (t->index && t->index->capacity >= bytes) {
        out = t->index;
        return kOk;
    }
    out = KRAIT_TRY(new_byte_array(in, bytes));
    return kOk;
}

// Gives the table room for `capacity` places. All memory is had before anything is changed.
Status enlarge(Interp& in, Table* t, usize capacity) {
    if (capacity > kMaxPlaces) return raise_memory_error(in);
    const bool packed = t->fill == t->used;
    ByteArray* index;
    KRAIT_TRY(prepare_index(in, t, capacity, index));
    ByteArray* hashes = nullptr;
    if (t->kind == Table::General) hashes = KRAIT_TRY(new_byte_array(in, capacity * sizeof(u32)));
    ValueArray* entries;
    if (packed) {
        if (hashes && t->hashes) std::memcpy(hashes->data, t->hashes->data, t->fill * sizeof(u32));
        entries = KRAIT_TRY(grow_value_array(in, t->entries, usize{t->fill} << t->stride(),
                                             capacity << t->stride()));
    } else {
        entries = KRAIT_TRY(new_value_array(in, capacity << t->stride()));
        pack_into(t, entries, hashes);
        in.heap().shade_all(entries->items, usize{t->fill} << t->stride());
        in.heap().release(t->entries);
    }
    Heap& heap = in.heap();
    heap.write(t->entries, entries);
    if (t->hashes) heap.release(t->hashes);
    heap.write(t->hashes, hashes);
    ByteArray* old_index = t->index;
    heap.write(t->index, index);
    if (old_index && old_index != index) heap.release(old_index);
    if (!packed || old_index != index) rebuild_index(t);
    ++t->version;
    return kOk;
}

usize next_capacity(usize capacity) {
    if (capacity < 4) return 4;
    if (capacity < kSmallCapacity) return kSmallCapacity;
    return capacity + capacity / 2;
}

// Raises the kind to what the key needs.
Status admit(Interp& in, Table* t, Table::KeyKind kind) {
    if (kind <= t->kind) return kOk;
    if (kind == Table::General && t->entries) {
        ByteArray* hashes = KRAIT_TRY(new_byte_array(in, capacity_of(t) * sizeof(u32)));
        for (usize place = 0; place < t->fill; ++place)
            if (!t->key_at(place).is_empty())
                reinterpret_cast<u32*>(hashes->data)[place] = table_hash_at(t, place);
        in.heap().write(t->hashes, hashes);
    }
    t->kind = kind;
    return kOk;
}

Status make_room(Interp& in, Table* t) {
    if (t->fill < capacity_of(t)) return kOk;
    if (t->fill && t->used <= t->fill - (t->fill + 3) / 4) {
        compact(in, t);
        return kOk;
    }
    return enlarge(in, t, next_capacity(capacity_of(t)));
}

}  // namespace

Status table_hash(Interp& in, Value key, u32& out) {
    if (key.is_int()) {
        out = int_hash(key.as_int());
    } else if (is_exact<Str>(key)) {
        out = as<Str>(key)->hash();
    } else {
        out = fold_hash(KRAIT_TRY(hash(in, key)));
    }
    return kOk;
}

u32 table_hash_at(const Table* t, usize place) {
    if (t->hashes) return hashes_of(t)[place];
    const Value key = t->key_at(place);
    return key.is_int() ? int_hash(key.as_int()) : as<Str>(key)->hash();
}

isize table_find_name(const Table* t, const Str* name) {
    if (t->kind == Table::Names && name->is_interned())
        return find_identical(t, name, name->hash());
    const bool simple = t->kind != Table::General;
    return search(t, name->hash(), [&](usize place) {
        const Value key = t->key_at(place);
        if (key == Value(name)) return true;
        if (!key.is_object()) return false;
        const Str* text = simple ? as<Str>(key) : as_if<Str>(key);
        return text && same_text(text, name);
    });
}

Result<isize> table_find(Interp& in, Table* t, Value key, u32 hash) {
    if (t->used == 0) return Table::kMissing;
    if (t->kind == Table::General) return find_general(in, t, key, hash);
    if (is_exact<Str>(key)) return table_find_name(t, as<Str>(key));
    if (key.is_int())
        return t->kind == Table::Names ? Table::kMissing : find_identical(t, key, hash);
    return find_general(in, t, key, hash);
}

Status table_insert(Interp& in, Table* t, Value key, u32 hash, Value value) {
    KRAIT_TRY(admit(in, t, kind_of(key)));
    KRAIT_TRY(make_room(in, t));
    const usize place = t->fill++;
    Value* entry = t->entries->items + (place << t->stride());
    in.heap().write(entry[0], key);
    if (!t->keys_only) in.heap().write(entry[1], value);
    if (t->hashes) hashes_of(t)[place] = hash;
    if (t->index) Index(t->index).add(place, hash);
    ++t->used;
    ++t->version;
    if (t->is_watched) [[unlikely]]
        in.forget_builtins();
    return kOk;
}

void table_remove(Table* t, usize place) {
    if (t->index) remove_from_index(t, place);
    std::fill_n(t->entries->items + (place << t->stride()), usize{1} << t->stride(), Value());
    --t->used;
    while (t->fill > 0 && t->key_at(t->fill - 1).is_empty()) --t->fill;
    ++t->version;
}

Status table_move_to_end(Interp& in, Table* t, usize place) {
    if (place + 1 == t->fill) return kOk;
    const Value key = t->key_at(place), value = t->keys_only ? Value() : t->value_at(place);
    const u32 hash = table_hash_at(t, place);
    KRAIT_TRY(make_room(in, t));
    place = static_cast<usize>(search(t, hash, [&](usize at) { return t->key_at(at) == key; }));
    table_remove(t, place);
    return table_insert(in, t, key, hash, value);
}

void table_move_to_front(Interp& in, Table* t, usize place) {
    const usize width = usize{1} << t->stride();
    Value* entries = t->entries->items;
    std::rotate(entries, entries + place * width, entries + (place + 1) * width);
    in.heap().shade_all(entries, (place + 1) * width);
    if (t->hashes) std::rotate(hashes_of(t), hashes_of(t) + place, hashes_of(t) + place + 1);
    rebuild_index(t);
    ++t->version;
}

Status table_reserve(Interp& in, Table* t, usize count) {
    if (count > kMaxPlaces) return raise_memory_error(in);
    const usize needed = t->fill + count;
    return needed <= capacity_of(t) ? Status(kOk) : enlarge(in, t, needed);
}

void table_clear(Interp& in, Table* t) {
    Object* parts[] = {t->entries, t->index, t->hashes};
    t->entries = nullptr;
    t->index = t->hashes = nullptr;
    t->used = t->fill = 0;
    t->kind = Table::Names;
    ++t->version;
    for (Object* part : parts)
        if (part) in.heap().release(part);
}

Status table_copy(Interp& in, Table* into, const Table* from) {
    KRAIT_TRY(table_reserve(in, into, from->used));
    usize position = 0, place;
    while (table_next(from, position, place)) {
        const Value value = from->keys_only ? Value() : from->entries->items[2 * place + 1];
        KRAIT_TRY(table_insert(in, into, from->key_at(place), table_hash_at(from, place), value));
    }
    return kOk;
}

void table_trace(Object* self, Marker& marker) {
    Table* t = static_cast<Table*>(self);
    marker.object(t->entries);
    marker.object(t->index);
    marker.object(t->hashes);
}

}  // namespace krait
