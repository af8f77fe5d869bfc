// The type str: its protocols. Its table of methods is in str_methods.cpp.
#include "objects/str.hpp"

#include <cstring>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/slicing.hpp"
#include "objects/codec.hpp"
#include "objects/format_spec.hpp"
#include "objects/iterators.hpp"
#include "objects/percent_format.hpp"
#include "objects/sequence.hpp"
#include "objects/str_parts.hpp"

namespace krait {

// --- text of text --------------------------------------------------------------------------------

static Status append_escape(StrBuilder& out, u32 c) {
    switch (c) {
        case '\n': return out.append("\\n");
        case '\r': return out.append("\\r");
        case '\t': return out.append("\\t");
        default: break;
    }
    const usize digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    KRAIT_TRY(out.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U"));
    return out.append_unsigned(c, 16, digits);
}

Status append_quoted(StrBuilder& out, std::string_view text, bool only_ascii) {
    const bool has_single = text.find('\'') != text.npos, has_double = text.find('"') != text.npos;
    const char quote = has_single && !has_double ? '"' : '\'';
    KRAIT_TRY(out.append_char(quote));
    const char* at = text.data();
    const char* const end = at + text.size();
    const char* plain = at;  // what was not yet appended, and needs no escape
    while (at < end) {
        const char* const start = at;
        const u32 c = utf8::take(at);
        const bool escaped = c == static_cast<u8>(quote) || c == '\\';
        const bool shown = c < 128 ? c >= 32 && c < 127 : !only_ascii && unicode::is_printable(c);
        if (shown && !escaped) continue;
        KRAIT_TRY(out.append({plain, static_cast<usize>(start - plain)}));
        if (escaped) {
            const char pair[] = {'\\', static_cast<char>(c)};
            KRAIT_TRY(out.append({pair, 2}));
        } else {
            KRAIT_TRY(append_escape(out, c));
        }
        plain = at;
    }
    KRAIT_TRY(out.append({plain, static_cast<usize>(end - plain)}));
    return out.append_char(quote);
}

static Value str_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(append_quoted(out, as<Str>(self)->view()));
    return out.finish().take();
}

// A plain str is its own text; of an instance of a subclass the text is taken.
static Value str_str(Interp& in, Value self) {
    return is_exact<Str>(self) ? self : Value(new_str(in, as<Str>(self)->view()).take());
}

static Value str_format_slot(Interp& in, Value self, Str* spec) {
    return format_str(in, as<Str>(self), spec->view()).take();
}

// --- as a value ----------------------------------------------------------------------------------

static Result<isize> str_hash(Interp&, Value self) {
    return static_cast<isize>(as<Str>(self)->hash());
}

static Value str_compare_slot(Interp&, CompareOp op, Value lhs, Value rhs) {
    const Str *a = as<Str>(lhs), *b = as_if<Str>(rhs);
    if (!b) return not_implemented();
    switch (op) {
        case CompareOp::Eq: return from_bool(str_equal(a, b));
        case CompareOp::Ne: return from_bool(!str_equal(a, b));
        case CompareOp::Lt: return from_bool(str_compare(a, b) < 0);
        case CompareOp::Le: return from_bool(str_compare(a, b) <= 0);
        case CompareOp::Gt: return from_bool(str_compare(a, b) > 0);
        default: return from_bool(str_compare(a, b) >= 0);
    }
}

// str(object), str(bytes, encoding, errors).
static Value str_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value object;
    Str *encoding, *errors;
    KRAIT_TRY((parse_args<"(object=..., encoding=..., errors=...)">(in, "str"_sym, args, object,
                                                                    encoding, errors)));
    Str* text;
    if (!object) {
        text = empty_str();
    } else if (encoding || errors) {
        if (is<Str>(object)) return raise(in, kTypeError, "decoding str is not supported");
        if (!find_slot<&Slots::get_buffer>(type_of(object)))
            return raise(in, kTypeError, "decoding to str: need a bytes-like object, {} found",
                         TextArg::type_name(object));
        HeldBuffer bytes;
        KRAIT_TRY(get_buffer(in, object, bytes));
        const Result<Str*> decoded = decode_text(in, bytes.bytes(), encoding, errors);
        if (!decoded) return {};
        text = decoded.take();
    } else {
        text = KRAIT_TRY(to_str(in, object));
    }
    if (cls == &Str::kType) return text;
    Str* copy = KRAIT_TRY(make_instance<Str>(in, cls, Str::kTextOffset + text->size() + 1));
    copy->size_ = static_cast<u32>(text->size());
    std::memcpy(copy->data(), text->data(), text->size());
    finish_str(copy);
    return copy;
}

static usize str_struct_size(const Object* self) {
    return Str::kTextOffset + static_cast<const Str*>(self)->size() + 1;
}

// --- as a sequence -------------------------------------------------------------------------------

static Result<isize> str_length_slot(Interp&, Value self) {
    return static_cast<isize>(str_length(as<Str>(self)));
}

static const char* move_by(const char* at, isize steps) {
    for (; steps > 0; --steps) at = utf8::next(at);
    for (; steps < 0; ++steps) at = utf8::previous(at);
    return at;
}

static Value str_stepped_slice(Interp& in, Str* s, const SliceRange& range) {
    StrBuilder out(in);
    const char* at = s->data() + str_offset(s, static_cast<usize>(range.start));
    for (usize i = 0; i < range.count; ++i) {
        KRAIT_TRY(out.append({at, utf8::size_from_lead(*at)}));
        if (i + 1 < range.count) at = s->is_ascii() ? at + range.step : move_by(at, range.step);
    }
    return out.finish().take();
}

static Value str_get_item(Interp& in, Value self, Value key) {
    Str* s = as<Str>(self);
    if (const Slice* slice = as_if<Slice>(key)) {
        SliceRange range;
        KRAIT_TRY(slice_indices(in, slice, str_length(s), range));
        if (range.count == 0) return empty_str();
        if (range.step != 1) return str_stepped_slice(in, s, range);
        const usize start = static_cast<usize>(range.start);
        return str_slice(in, s, start, start + range.count).take();
    }
    if (!is_int(key) && is_done(find_special(type_of(key), "__index__"_sym)))
        return raise(in, kTypeError, "string indices must be integers, not '{}'",
                     TextArg::type_name(key));
    const isize index = KRAIT_TRY(item_index(in, key, "string"));
    const isize place = fit_index(index, str_length(s));
    if (place < 0) return raise(in, kIndexError, "string index out of range");
    return str_at(in, s, static_cast<usize>(place)).take();
}

static Result<bool> str_contains(Interp& in, Value self, Value item) {
    const Str* sub = as_if<Str>(item);
    if (!sub)
        return raise(in, kTypeError, "'in <string>' requires string as left operand, not {}",
                     TextArg::type_name(item));
    return as<Str>(self)->view().find(sub->view()) != std::string_view::npos;
}

static Value str_iter(Interp& in, Value self) { return new_str_iterator(in, as<Str>(self)); }

static Value str_add(Interp& in, Value lhs, Value rhs) {
    Str *a = as_if<Str>(lhs), *b = as_if<Str>(rhs);
    if (a && b) return str_concat(in, a, b).take();
    // The operand of a Python class may have its __radd__; that is tried first.
    if (!a || type_of(rhs)->has(kHeapType)) return not_implemented();
    return raise(in, kTypeError, "can only concatenate str (not \"{}\") to str",
                 TextArg::type_name(rhs));
}

static Value str_multiply(Interp& in, Str* s, Value times) {
    if (!is_int(times) && is_done(find_special(type_of(times), "__index__"_sym)))
        return refuse_repeat(in, times);
    return str_repeat(in, s, KRAIT_TRY(to_index(in, times))).take();
}

static Value str_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op == BinaryOp::Add) return str_add(in, lhs, rhs);
    if (op == BinaryOp::Mod && is<Str>(lhs)) return percent_str(in, as<Str>(lhs)->view(), rhs);
    if (op != BinaryOp::Mul) return not_implemented();
    if (Str* s = as_if<Str>(lhs)) return str_multiply(in, s, rhs);
    return str_multiply(in, as<Str>(rhs), lhs);
}

// --- methods -------------------------------------------------------------------------------------

Result<Str*> str_join(Interp& in, Str* separator, Value items) {
    List* list = as_if<List>(items);
    if (!list) list = KRAIT_TRY(list_from(in, items));
    if (list->size() == 1 && is_exact<Str>(list->span()[0])) return as<Str>(list->span()[0]);
    StrBuilder out(in);
    for (usize i = 0; i < list->size(); ++i) {
        const Str* item = as_if<Str>(list->span()[i]);
        if (!item)
            return raise(in, kTypeError, "sequence item {}: expected str instance, {} found", i,
                         TextArg::type_name(list->span()[i]));
        if (i) KRAIT_TRY(out.append(separator));
        KRAIT_TRY(out.append(item));
    }
    return out.finish();
}

constinit const Slots kStrSlots{.repr = str_repr,
                                .str = str_str,
                                .format = str_format_slot,
                                .hash = str_hash,
                                .length = str_length_slot,
                                .get_item = str_get_item,
                                .contains = str_contains,
                                .iter = str_iter,
                                .binary = str_binary,
                                .compare = str_compare_slot,
                                .construct = str_construct,
                                .size = str_struct_size};
}  // namespace krait
