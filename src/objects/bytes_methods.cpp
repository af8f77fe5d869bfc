// The methods of bytes and bytearray. One C++ function serves both types: `self` comes as a held
// buffer, whose exporter is the object, and what is made is of the same kind as that.
#include <array>
#include <cstring>

#include "objects/bytes_slots.hpp"
#include "objects/codec.hpp"
#include "objects/hex.hpp"
#include "objects/iterators.hpp"
#include "objects/pieces.hpp"

namespace krait {
namespace {

using pieces::ByteUnits;

Value like(Interp& in, const Buffer& self, std::string_view text) {
    return new_bytes_like(in, self.view().exporter, as_bytes(text));
}
Value like(Interp& in, const Buffer& self, BytesBuilder& out) {
    if (is<BytearrayObject>(self.view().exporter)) return new_bytearray(in, out.bytes()).take();
    return out.finish().take();
}

// Pieces of `self` as items of a list.
struct PieceList {
    Interp& in;
    const Buffer& self;
    List* list;
    Status operator()(std::string_view text) {
        const Value piece = KRAIT_TRY(like(in, self, text));
        return list_append(in, list, piece);
    }
    Value reversed() {
        std::reverse(list->begin(), list->end());
        in.heap().shade_all(list->begin(), list->size());
        return list;
    }
};

// --- searching -----------------------------------------------------------------------------------

enum class Side : bool { Left, Right };

template <Side S>
Result<isize> find(Interp& in, const Buffer& self, Value sub, isize start, isize stop) {
    ByteOrBytes wanted;
    KRAIT_TRY(wanted.take(in, sub));
    if (!pieces::fit_range(start, stop, self.size())) return -1;
    const std::string_view part = self.text().substr(start, stop - start);
    const usize at = S == Side::Left ? part.find(wanted.text()) : part.rfind(wanted.text());
    return at == part.npos ? -1 : start + static_cast<isize>(at);
}

template <Side S>
Result<isize> method_find(Interp& in, Buffer self, Value sub, ClampedIndex start,
                          ClampedIndex end) {
    return find<S>(in, self, sub, start, end);
}

template <Side S>
Result<isize> method_index(Interp& in, Buffer self, Value sub, ClampedIndex start,
                           ClampedIndex end) {
    const isize at = KRAIT_TRY(find<S>(in, self, sub, start, end));
    if (at < 0) return raise(in, kValueError, "subsection not found");
    return at;
}

Result<isize> method_count(Interp& in, Buffer self, Value sub, ClampedIndex first,
                           ClampedIndex last) {
    isize start = first, stop = last;
    ByteOrBytes wanted;
    KRAIT_TRY(wanted.take(in, sub));
    if (!pieces::fit_range(start, stop, self.size())) return 0;
    if (wanted.text().empty()) return stop - start + 1;
    return static_cast<isize>(
        pieces::count(self.text().substr(start, stop - start), wanted.text()));
}

template <Side S>
Result<bool> has_affix(Interp& in, std::string_view part, Value affix) {
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, affix, held));
    const std::string_view text = as_text(held.bytes());
    return S == Side::Left ? part.starts_with(text) : part.ends_with(text);
}

template <Side S>
Result<bool> method_with(Interp& in, Buffer self, Value affix, ClampedIndex first,
                         ClampedIndex last) {
    isize start = first, stop = last;
    const bool fits = pieces::fit_range(start, stop, self.size());
    const std::string_view part = fits ? self.text().substr(start, stop - start) : "";
    const Tuple* several = as_if<Tuple>(affix);
    if (!several && !find_slot<&Slots::get_buffer>(type_of(affix)))
        return raise(in, kTypeError, "{} first arg must be bytes or a tuple of bytes, not {}",
                     S == Side::Left ? "startswith" : "endswith", TextArg::type_name(affix));
    if (!several) return KRAIT_TRY(has_affix<S>(in, part, affix)) && fits;
    for (Value one : several->span())
        if (KRAIT_TRY(has_affix<S>(in, part, one)) && fits) return true;
    return false;
}

// --- cutting -------------------------------------------------------------------------------------

Status refuse_empty(Interp& in, const Buffer& separator) {
    if (separator.given() && separator.size() == 0)
        return raise(in, kValueError, "empty separator");
    return kOk;
}

Value method_split(Interp& in, Buffer self, Buffer sep, isize maxsplit) {
    KRAIT_TRY(refuse_empty(in, sep));
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    if (sep.given())
        KRAIT_TRY(pieces::split(self.text(), sep.text(), maxsplit, out));
    else
        KRAIT_TRY(pieces::split_words<ByteUnits>(self.text(), maxsplit, out));
    return out.list;
}

Value method_rsplit(Interp& in, Buffer self, Buffer sep, isize maxsplit) {
    KRAIT_TRY(refuse_empty(in, sep));
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    if (sep.given())
        KRAIT_TRY(pieces::split_back(self.text(), sep.text(), maxsplit, out));
    else
        KRAIT_TRY(pieces::split_words_back<ByteUnits>(self.text(), maxsplit, out));
    return out.reversed();
}

Value method_splitlines(Interp& in, Buffer self, bool keepends) {
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    KRAIT_TRY(pieces::split_lines<ByteUnits>(self.text(), keepends, out));
    return out.list;
}

Value three(Interp& in, const Buffer& self, std::string_view a, std::string_view b,
            std::string_view c) {
    Tuple* parts = KRAIT_TRY(new_tuple(in, 3));
    const std::string_view texts[] = {a, b, c};
    for (usize i = 0; i < 3; ++i) {
        const Value part = KRAIT_TRY(like(in, self, texts[i]));
        in.heap().write(parts->begin()[i], part);
    }
    return parts;
}

template <Side S>
Value method_partition(Interp& in, Buffer self, Buffer sep) {
    KRAIT_TRY(refuse_empty(in, sep));
    const std::string_view text = self.text();
    const usize at = S == Side::Left ? text.find(sep.text()) : text.rfind(sep.text());
    if (at == text.npos)
        return S == Side::Left ? three(in, self, text, "", "") : three(in, self, "", "", text);
    return three(in, self, text.substr(0, at), sep.text(), text.substr(at + sep.size()));
}

template <bool Left, bool Right>
Value method_strip(Interp& in, Buffer self, Buffer bytes) {
    const std::string_view unwanted = bytes.given() ? bytes.text() : " \t\n\r\v\f";
    std::string_view text = self.text();
    while (Left && !text.empty() && unwanted.find(text.front()) != unwanted.npos)
        text.remove_prefix(1);
    while (Right && !text.empty() && unwanted.find(text.back()) != unwanted.npos)
        text.remove_suffix(1);
    return like(in, self, text);
}

Value method_removeprefix(Interp& in, Buffer self, Buffer prefix) {
    const bool has = self.text().starts_with(prefix.text());
    return like(in, self, self.text().substr(has ? prefix.size() : 0));
}

Value method_removesuffix(Interp& in, Buffer self, Buffer suffix) {
    const bool has = self.text().ends_with(suffix.text());
    return like(in, self, self.text().substr(0, self.size() - (has ? suffix.size() : 0)));
}

// --- joining and replacing -----------------------------------------------------------------------

Value method_join(Interp& in, Buffer self, Value items) {
    List* list = as_if<List>(items);
    if (!list && !is_iterable(items)) return raise(in, kTypeError, "can only join an iterable");
    if (!list) list = KRAIT_TRY(list_from(in, items));
    BytesBuilder out(in);
    for (usize i = 0; i < list->size(); ++i) {
        const Value item = list->span()[i];
        if (!find_slot<&Slots::get_buffer>(type_of(item)))
            return raise(in, kTypeError, "sequence item {}: expected a bytes-like object, {} found",
                         i, TextArg::type_name(item));
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, item, held));
        if (i) KRAIT_TRY(out.append(self.bytes()));
        KRAIT_TRY(out.append(held.bytes()));
    }
    return like(in, self, out);
}

Value method_replace(Interp& in, Buffer self, Buffer old, Buffer new_, isize count) {
    const usize most = pieces::split_limit(count);
    BytesBuilder out(in);
    if (old.size() == 0)
        KRAIT_TRY(pieces::insert_between<ByteUnits>(out, self.text(), new_.text(), most));
    else
        KRAIT_TRY(pieces::replace(out, self.text(), old.text(), new_.text(), most));
    return like(in, self, out);
}

Value method_expandtabs(Interp& in, Buffer self, isize tabsize) {
    BytesBuilder out(in);
    const usize size = tabsize < 0 ? 0 : static_cast<usize>(tabsize);
    KRAIT_TRY(pieces::expand_tabs<ByteUnits>(out, self.text(), size));
    return like(in, self, out);
}

Value method_translate(Interp& in, Buffer self, Value table, Buffer unwanted) {
    HeldBuffer held;
    if (!is_none(table)) {
        KRAIT_TRY(get_buffer(in, table, held));
        if (held.size != 256)
            return raise(in, kValueError, "translation table must be 256 characters long");
    }
    BytesBuilder out(in);
    KRAIT_TRY(out.reserve(self.size()));
    for (u8 byte : self.bytes()) {
        if (unwanted.text().find(static_cast<char>(byte)) != std::string_view::npos) continue;
        KRAIT_TRY(out.append(held.data ? held.data[byte] : byte));
    }
    return like(in, self, out);
}

Value static_maketrans(Interp& in, Buffer from, Buffer to) {
    if (from.size() != to.size())
        return raise(in, kValueError, "maketrans arguments must have same length");
    BytesObject* table = KRAIT_TRY(allocate_bytes(in, 256));
    for (usize i = 0; i < 256; ++i) table->data_[i] = static_cast<u8>(i);
    for (usize i = 0; i < from.size(); ++i) table->data_[from.data()[i]] = to.data()[i];
    return table;
}

// --- filling -------------------------------------------------------------------------------------

Value padded(Interp& in, const Buffer& self, usize left, usize right, u8 fill) {
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve(left + self.size() + right));
    std::memset(to, fill, left);
    std::memcpy(to + left, self.data(), self.size());
    std::memset(to + left + self.size(), fill, right);
    out.advance(left + self.size() + right);
    return like(in, self, out);
}

enum class Place : u8 { Left, Center, Right };

template <Place P>
Value method_pad(Interp& in, Buffer self, isize width, Value fillchar) {
    constexpr const char* kNames[] = {"ljust", "center", "rjust"};
    u8 fill = ' ';
    if (fillchar) {
        const bool fits = is<BytesObject>(fillchar) || is<BytearrayObject>(fillchar);
        if (!fits || bytes_of(fillchar).size() != 1)
            return raise(in, kTypeError,
                         "{}() argument 2 must be a byte string of length 1, not {}",
                         kNames[static_cast<int>(P)], TextArg::type_name(fillchar));
        fill = bytes_of(fillchar)[0];
    }
    const isize size = static_cast<isize>(self.size());
    if (width <= size) return like(in, self, self.text());
    const usize missing = static_cast<usize>(width - size);
    if (P == Place::Left) return padded(in, self, 0, missing, fill);
    if (P == Place::Right) return padded(in, self, missing, 0, fill);
    const usize left = missing / 2 + (missing & static_cast<usize>(width) & 1);
    return padded(in, self, left, missing - left, fill);
}

Value method_zfill(Interp& in, Buffer self, isize width) {
    const isize size = static_cast<isize>(self.size());
    if (width <= size) return like(in, self, self.text());
    const bool has_sign = size && (self.data()[0] == '+' || self.data()[0] == '-');
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve(static_cast<usize>(width)));
    std::memset(to, '0', static_cast<usize>(width));
    std::memcpy(to + (width - size) + has_sign, self.data() + has_sign, self.size() - has_sign);
    if (has_sign) to[0] = self.data()[0];
    out.advance(static_cast<usize>(width));
    return like(in, self, out);
}

// --- letters: ASCII ones only --------------------------------------------------------------------

bool is_upper(u8 c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(u8 c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(u8 c) { return is_upper(c) || is_lower(c); }
bool is_digit(u8 c) { return c >= '0' && c <= '9'; }
bool is_alnum(u8 c) { return is_alpha(c) || is_digit(c); }
bool is_space(u8 c) { return ByteUnits::is_space(c); }
u8 to_upper(u8 c) { return is_lower(c) ? c - 32 : c; }
u8 to_lower(u8 c) { return is_upper(c) ? c + 32 : c; }
u8 to_swapped(u8 c) { return is_lower(c) ? to_upper(c) : to_lower(c); }

template <class Map>
Value mapped(Interp& in, const Buffer& self, Map map) {
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve(self.size()));
    u8 before = 0;
    for (u8 byte : self.bytes()) {
        *to++ = map(byte, before);
        before = byte;
    }
    out.advance(self.size());
    return like(in, self, out);
}

template <u8 Map(u8)>
Value method_map(Interp& in, Buffer self) {
    return mapped(in, self, [](u8 c, u8) { return Map(c); });
}
Value method_title(Interp& in, Buffer self) {
    return mapped(in, self,
                  [](u8 c, u8 before) { return is_alpha(before) ? to_lower(c) : to_upper(c); });
}
Value method_capitalize(Interp& in, Buffer self) {
    bool first = true;
    return mapped(in, self, [&](u8 c, u8) {
        return std::exchange(first, false) ? to_upper(c) : to_lower(c);
    });
}

template <bool Test(u8)>
bool method_all(Buffer self) {
    return self.size() && std::ranges::all_of(self.bytes(), Test);
}
bool method_isascii(Buffer self) {
    return std::ranges::all_of(self.bytes(), [](u8 c) { return c < 128; });
}
bool method_islower(Buffer self) {
    return std::ranges::any_of(self.bytes(), is_lower) &&
           std::ranges::none_of(self.bytes(), is_upper);
}
bool method_isupper(Buffer self) {
    return std::ranges::any_of(self.bytes(), is_upper) &&
           std::ranges::none_of(self.bytes(), is_lower);
}
bool method_istitle(Buffer self) {
    bool cased = false;
    u8 before = 0;
    for (u8 c : self.bytes()) {
        if (is_alpha(c) && is_upper(c) == is_alpha(before)) return false;
        cased |= is_alpha(c);
        before = c;
    }
    return cased;
}

// --- text ----------------------------------------------------------------------------------------

Result<Str*> method_decode(Interp& in, Buffer self, Str* encoding, Str* errors) {
    return decode_text(in, self.bytes(), encoding, errors);
}

Result<Str*> method_hex(Interp& in, Buffer self, Value sep, isize bytes_per_sep) {
    return hex_with_separator(in, self.bytes(), sep, bytes_per_sep);
}

Value class_fromhex(Interp& in, const Type* cls, Str* string) {
    BytesBuilder out(in);
    KRAIT_TRY(append_from_hex(in, out, string));
    if (cls == &BytesObject::kType) return out.finish().take();
    if (cls == &BytearrayObject::kType) return new_bytearray(in, out.bytes()).take();
    return call(in, Value(cls), Value(KRAIT_TRY(out.finish())));
}

Value method_getnewargs(Interp& in, Buffer self) {
    const Value bytes = KRAIT_TRY(new_bytes(in, self.bytes()));
    return new_tuple(in, {&bytes, 1}).take();
}

Value method_bytes(Interp& in, BytesObject* self) {
    return is_exact<BytesObject>(self) ? Value(self) : new_bytes(in, self->bytes());
}

// --- the tables ----------------------------------------------------------------------------------

constexpr Row kSharedRows[] = {
    def<"capitalize(self, /)", method_capitalize>,
    def<"center(self, width, fillchar=..., /)", method_pad<Place::Center>>,
    def<"count(self, sub, start=0, end=None, /)", method_count>,
    def<"decode(self, encoding='utf-8', errors='strict')", method_decode>,
    def<"endswith(self, suffix, start=0, end=None, /)", method_with<Side::Right>>,
    def<"expandtabs(self, tabsize=8)", method_expandtabs>,
    def<"find(self, sub, start=0, end=None, /)", method_find<Side::Left>>,
    def_class<"fromhex(cls, string, /)", class_fromhex>,
    def<"hex(self, sep=..., bytes_per_sep=1)", method_hex>,
    def<"index(self, sub, start=0, end=None, /)", method_index<Side::Left>>,
    def<"isalnum(self, /)", method_all<is_alnum>>,
    def<"isalpha(self, /)", method_all<is_alpha>>,
    def<"isascii(self, /)", method_isascii>,
    def<"isdigit(self, /)", method_all<is_digit>>,
    def<"islower(self, /)", method_islower>,
    def<"isspace(self, /)", method_all<is_space>>,
    def<"istitle(self, /)", method_istitle>,
    def<"isupper(self, /)", method_isupper>,
    def<"join(self, iterable, /)", method_join>,
    def<"ljust(self, width, fillchar=..., /)", method_pad<Place::Left>>,
    def<"lower(self, /)", method_map<to_lower>>,
    def<"lstrip(self, bytes=None, /)", method_strip<true, false>>,
    def_static<"maketrans(frm, to, /)", static_maketrans>,
    def<"partition(self, sep, /)", method_partition<Side::Left>>,
    def<"removeprefix(self, prefix, /)", method_removeprefix>,
    def<"removesuffix(self, suffix, /)", method_removesuffix>,
    def<"replace(self, old, new, count=-1, /)", method_replace>,
    def<"rfind(self, sub, start=0, end=None, /)", method_find<Side::Right>>,
    def<"rindex(self, sub, start=0, end=None, /)", method_index<Side::Right>>,
    def<"rjust(self, width, fillchar=..., /)", method_pad<Place::Right>>,
    def<"rpartition(self, sep, /)", method_partition<Side::Right>>,
    def<"rsplit(self, sep=None, maxsplit=-1)", method_rsplit>,
    def<"rstrip(self, bytes=None, /)", method_strip<false, true>>,
    def<"split(self, sep=None, maxsplit=-1)", method_split>,
    def<"splitlines(self, keepends=False)", method_splitlines>,
    def<"startswith(self, prefix, start=0, end=None, /)", method_with<Side::Left>>,
    def<"strip(self, bytes=None, /)", method_strip<true, true>>,
    def<"swapcase(self, /)", method_map<to_swapped>>,
    def<"title(self, /)", method_title>,
    def<"translate(self, table, /, delete=b'')", method_translate>,
    def<"upper(self, /)", method_map<to_upper>>,
    def<"zfill(self, width, /)", method_zfill>,
    def<"__getnewargs__(self, /)", method_getnewargs>,
};

constexpr Row kBytesOnlyRows[] = {def<"__bytes__(self, /)", method_bytes>};

constexpr Row kBytearrayOnlyRows[] = {
    def<"append(self, item, /)", bytearray_append>,
    def<"clear(self, /)", bytearray_clear>,
    def<"copy(self, /)", bytearray_copy>,
    def<"extend(self, iterable_of_ints, /)", bytearray_extend>,
    def<"insert(self, index, item, /)", bytearray_insert>,
    def<"pop(self, index=-1, /)", bytearray_pop>,
    def<"remove(self, value, /)", bytearray_remove>,
    def<"reverse(self, /)", bytearray_reverse>,
};

template <usize N, usize M>
constexpr std::array<Row, N + M> joined(const Row (&first)[N], const Row (&second)[M]) {
    std::array<Row, N + M> rows{};
    std::copy_n(first, N, rows.begin());
    std::copy_n(second, M, rows.begin() + N);
    return rows;
}
constexpr auto kBytesRows = joined(kSharedRows, kBytesOnlyRows);
constexpr auto kBytearrayRows = joined(kSharedRows, kBytearrayOnlyRows);

}  // namespace

constinit const BuiltinType BytesObject::kType{
    {.name = "bytes"_sym, .slots = &kBytesSlots, .rows = kBytesRows, .size = sizeof(BytesObject)}};
constinit const BuiltinType BytearrayObject::kType{{.name = "bytearray"_sym,
                                                    .slots = &kBytearraySlots,
                                                    .rows = kBytearrayRows,
                                                    .flags = kUnhashable,
                                                    .size = sizeof(BytearrayObject)}};

}  // namespace krait
