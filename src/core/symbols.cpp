#include "core/symbols.hpp"

#include <cstring>

#include "core/arrays.hpp"
#include "core/text.hpp"

// Made by the linker (symbols.ld).
extern "C" {
extern const char krait_symbols[];
extern const krait::u32 krait_symbol_ends[];
}

namespace krait {

static_assert(kMaxSymbolWords == 17 && kMinSymbolWords == 2, "symbols.ld has these runs");

static bool has_text(const Str* s, std::string_view text, u32 hash) {
    return s->hash() == hash && s->view() == text;
}

const Str* find_rom_symbol(std::string_view text, u32 hash) {
    const usize words = symbol_words(text.size());
    if (words > kMaxSymbolWords) return nullptr;
    const usize run = words - kMinSymbolWords, stride = words * 8;
    const char* first = krait_symbols + (run ? krait_symbol_ends[run - 1] : 0);
    const char* end = krait_symbols + krait_symbol_ends[run];
    const auto at = [&](usize i) { return reinterpret_cast<const Str*>(first + i * stride); };

    // The run is sorted by the hash's upper bits: the first record that is not below.
    const usize count = static_cast<usize>(end - first) / stride;
    usize low = 0;
    for (usize high = count; low < high;) {
        const usize middle = (low + high) / 2;
        if (symbol_sort_hash(at(middle)->hash()) < symbol_sort_hash(hash))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && symbol_sort_hash(at(low)->hash()) == symbol_sort_hash(hash); ++low)
        if (has_text(at(low), text, hash)) return at(low);
    return nullptr;
}

// --- the table of the other names ----------------------------------------------------------------

// A place whose string was dropped: not empty, so that probing goes on behind it.
static const Str* const kDropped = symbol<"">;

static void trace_symbol_table(Object* self, Marker& m) {
    m.object(static_cast<SymbolTable*>(self)->places);  // not the strings
}
static constexpr Slots kSymbolTableSlots{.trace = trace_symbol_table};
constinit const BuiltinType SymbolTable::kType{{.name = "symbol_table"_sym,
                                                .slots = &kSymbolTableSlots,
                                                .flags = kFinal | kAbstractBase,
                                                .size = sizeof(SymbolTable)}};

Result<SymbolTable*> new_symbol_table(Interp& in) { return in.make<SymbolTable>(); }

Str* SymbolTable::find(std::string_view text, u32 hash) const {
    if (!capacity) return nullptr;
    for (u32 i = hash & (capacity - 1);; i = (i + 1) & (capacity - 1)) {
        Str* s = begin()[i];
        if (!s || has_text(s, text, hash)) return s;
    }
}

void SymbolTable::insert(Str* s) {
    u32 i = s->hash() & (capacity - 1);
    while (begin()[i]) i = (i + 1) & (capacity - 1);
    begin()[i] = s;
    ++live;
}

// Makes room for one more: at most three quarters of the places are ever used, dropped ones
// included. A new array holds the live strings only.
Status SymbolTable::reserve(Interp& in) {
    if ((live + dropped + 1) * 4 <= capacity * 3) return kOk;
    u32 wanted = 16;
    while (wanted < (live + 1) * 2) wanted *= 2;
    ByteArray* fresh = KRAIT_TRY(new_byte_array(in, wanted * sizeof(Str*)));
    Str** const old = begin();
    const u32 old_capacity = capacity;
    in.heap().write(places, fresh);
    capacity = wanted;
    live = dropped = 0;
    for (u32 i = 0; i < old_capacity; ++i)
        if (old[i] && old[i] != kDropped) insert(old[i]);
    return kOk;
}

void SymbolTable::drop_dead(const Heap& heap) {
    for (u32 i = 0; i < capacity; ++i) {
        Str*& place = begin()[i];
        if (!place || place == kDropped || heap.is_marked(place)) continue;
        place = mutable_name(kDropped);
        --live;
        ++dropped;
    }
}

// --- interning -----------------------------------------------------------------------------------

Result<Str*> intern(Interp& in, Str* s) {
    if (s->is_interned()) return s;
    if (const Str* record = find_rom_symbol(s->view(), s->hash())) return mutable_name(record);
    SymbolTable& table = in.symbols();
    if (Str* found = table.find(s->view(), s->hash())) return found;
    // A name is a plain str that lives as long as anybody holds it; an instance of a subclass has
    // attributes besides.
    if (!is_exact<Str>(s)) s = KRAIT_TRY(copy_str(in, s->view()));
    KRAIT_TRY(table.reserve(in));
    s->state_ |= Str::kInternedFlag;
    table.insert(s);
    return s;
}

Result<Str*> intern(Interp& in, std::string_view text) {
    const u32 hash = hash_text(text);
    if (const Str* record = find_rom_symbol(text, hash)) return mutable_name(record);
    if (Str* found = in.symbols().find(text, hash)) return found;
    return intern(in, KRAIT_TRY(new_str(in, text)));
}

}  // namespace krait
