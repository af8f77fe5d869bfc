#include "objects/codec.hpp"

#include <cstring>

#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait {
namespace {

// The wide ones are units of two or four bytes; Utf16 and Utf32 say their order in a mark.
enum class Encoding : u8 { Utf8, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be };
enum class OnFault : u8 { Strict, Ignore, Replace, Backslash, Xml, Escape, Pass };

constexpr std::string_view kEncodingNames[] = {"utf-8",  "ascii",     "latin-1",
                                               "utf-16", "utf-16-le", "utf-16-be",
                                               "utf-32", "utf-32-le", "utf-32-be"};

bool is_wide(Encoding e) { return e >= Encoding::Utf16; }
usize unit_size(Encoding e) { return !is_wide(e) ? 1 : e >= Encoding::Utf32 ? 4 : 2; }
bool is_big(Encoding e) { return e == Encoding::Utf16Be || e == Encoding::Utf32Be; }

template <class T>
struct NamedChoice {
    std::string_view name;
    T choice;
};
constexpr NamedChoice<Encoding> kEncodings[] = {
    {"utf8", Encoding::Utf8},       {"u8", Encoding::Utf8},         {"ascii", Encoding::Ascii},
    {"usascii", Encoding::Ascii},   {"latin1", Encoding::Latin1},   {"iso88591", Encoding::Latin1},
    {"l1", Encoding::Latin1},       {"latin", Encoding::Latin1},    {"utf16", Encoding::Utf16},
    {"utf16le", Encoding::Utf16Le}, {"utf16be", Encoding::Utf16Be}, {"utf32", Encoding::Utf32},
    {"utf32le", Encoding::Utf32Le}, {"utf32be", Encoding::Utf32Be},
};
constexpr NamedChoice<OnFault> kFaults[] = {
    {"strict", OnFault::Strict},         {"ignore", OnFault::Ignore},
    {"replace", OnFault::Replace},       {"backslashreplace", OnFault::Backslash},
    {"xmlcharrefreplace", OnFault::Xml}, {"surrogateescape", OnFault::Escape},
    {"surrogatepass", OnFault::Pass},
};

// Names are compared without case, hyphens, underscores and spaces.
bool same_encoding(std::string_view given, std::string_view name) {
    usize at = 0;
    for (char c : given) {
        if (c == '-' || c == '_' || c == ' ') continue;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (at == name.size() || name[at++] != c) return false;
    }
    return at == name.size();
}

Status find_encoding(Interp& in, const Str* name, Encoding& out) {
    out = Encoding::Utf8;
    if (!name) return kOk;
    for (const auto& e : kEncodings) {
        if (!same_encoding(name->view(), e.name)) continue;
        out = e.choice;
        return kOk;
    }
    return raise(in, kLookupError, "unknown encoding: {}", name);
}

// Looked up at the first fault only, as CPython does it.
Status find_on_fault(Interp& in, const Str* name, OnFault& out) {
    out = OnFault::Strict;
    if (!name) return kOk;
    for (const auto& f : kFaults) {
        if (name->view() != f.name) continue;
        out = f.choice;
        return kOk;
    }
    return raise(in, kLookupError, "unknown error handler name '{}'", name);
}

// What both directions raise: (encoding, object, start, end, reason).
Raised raise_fault(Interp& in, const Type& type, Encoding encoding, Value object, usize start,
                   usize end, std::string_view reason) {
    const Result<Str*> name = new_str(in, kEncodingNames[static_cast<usize>(encoding)]);
    if (!name) return {};
    const Result<Str*> why = new_str(in, reason);
    if (!why || object.is_empty()) return {};
    const Value args[] = {Value(name.take()), object, Value::from_int(static_cast<isize>(start)),
                          Value::from_int(static_cast<isize>(end)), Value(why.take())};
    return raise_args(in, type, args);
}

// --- decoding ------------------------------------------------------------------------------------

struct Decoder {
    Interp& in;
    Bytes bytes;
    Encoding encoding;
    const Str* errors;
    StrBuilder out;
    usize at = 0;

    // Bytes [start, end) are no text; decoding goes on at `at`.
    Status fault(usize start, usize end, std::string_view reason) {
        at = end;
        OnFault on_fault;
        KRAIT_TRY(find_on_fault(in, errors, on_fault));
        switch (on_fault) {
            case OnFault::Ignore: return kOk;
            case OnFault::Replace: return out.append_code_point(0xFFFD);
            case OnFault::Backslash:
                for (u8 byte : bytes.subspan(start, end - start)) {
                    KRAIT_TRY(out.append("\\x"));
                    KRAIT_TRY(out.append_unsigned(byte, 16, 2));
                }
                return kOk;
            case OnFault::Escape:
                for (u8 byte : bytes.subspan(start, end - start))
                    KRAIT_TRY(out.append_code_point(0xDC00 + byte));
                return kOk;
            case OnFault::Pass:
                if (is_surrogate_at(start)) {
                    at = start + 3;
                    return out.append({reinterpret_cast<const char*>(bytes.data()) + start, 3});
                }
                [[fallthrough]];
            default:
                return raise_fault(in, kUnicodeDecodeError, encoding, new_bytes(in, bytes), start,
                                   end, reason);
        }
    }
    // Whether a surrogate stands there as UTF-8 would have it.
    bool is_surrogate_at(usize start) const {
        return encoding == Encoding::Utf8 && start + 3 <= bytes.size() && bytes[start] == 0xED &&
               bytes[start + 1] >= 0xA0 && bytes[start + 1] < 0xC0 &&
               (bytes[start + 2] & 0xC0) == 0x80;
    }

    Status utf8() {
        while (at < bytes.size()) {
            const utf8::Check check = utf8::check(bytes, at);
            KRAIT_TRY(
                out.append({reinterpret_cast<const char*>(bytes.data()) + at, check.start - at}));
            if (check.ok()) return kOk;
            KRAIT_TRY(fault(check.start, check.end, check.reason));
        }
        return kOk;
    }
    Status single_bytes() {
        while (at < bytes.size()) {
            if (bytes[at] < 128 || encoding == Encoding::Latin1)
                KRAIT_TRY(out.append_code_point(bytes[at++]));
            else
                KRAIT_TRY(fault(at, at + 1, "ordinal not in range(128)"));
        }
        return kOk;
    }

    u32 unit(usize place) const {
        u32 value = 0;
        const usize size = unit_size(encoding);
        for (usize i = 0; i < size; ++i)
            value = value << 8 | bytes[place + (is_big(encoding) ? i : size - 1 - i)];
        return value;
    }
    // Takes the mark of the order; without one it is this machine's.
    void take_mark() {
        if (encoding != Encoding::Utf16 && encoding != Encoding::Utf32) return;
        const bool four = encoding == Encoding::Utf32;
        const Encoding little = four ? Encoding::Utf32Le : Encoding::Utf16Le;
        const Encoding big = four ? Encoding::Utf32Be : Encoding::Utf16Be;
        encoding = little;
        if (bytes.size() < unit_size(little)) return;
        if (unit(0) == 0xFEFF) at = unit_size(little);
        encoding = big;
        if (unit(0) == 0xFEFF)
            at = unit_size(big);
        else
            encoding = little;
    }
    Status utf16_pair(u32 high) {
        const usize start = at;
        if (high >= 0xDC00) return fault(start, start + 2, "illegal encoding");
        if (start + 4 > bytes.size()) return fault(start, bytes.size(), "unexpected end of data");
        const u32 low = unit(start + 2);
        if (low < 0xDC00 || low > 0xDFFF)
            return fault(start, start + 2, "illegal UTF-16 surrogate");
        at += 4;
        return out.append_code_point(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    }
    Status wide() {
        take_mark();
        const usize size = unit_size(encoding);
        while (at < bytes.size()) {
            if (at + size > bytes.size()) {
                KRAIT_TRY(fault(at, bytes.size(), "truncated data"));
                continue;
            }
            const u32 value = unit(at);
            if (size == 2 && utf8::is_surrogate(value)) {
                KRAIT_TRY(utf16_pair(value));
            } else if (value > utf8::kMaxCodePoint) {
                KRAIT_TRY(fault(at, at + size, "code point not in range(0x110000)"));
            } else if (utf8::is_surrogate(value)) {
                KRAIT_TRY(fault(at, at + size,
                                "code point in surrogate code point range(0xd800, 0xe000)"));
            } else {
                KRAIT_TRY(out.append_code_point(value));
                at += size;
            }
        }
        return kOk;
    }
    Status run() {
        if (is_wide(encoding)) return wide();
        return encoding == Encoding::Utf8 ? utf8() : single_bytes();
    }
};

// --- encoding ------------------------------------------------------------------------------------

struct Encoder {
    Interp& in;
    Str* text;
    Encoding encoding;
    const Str* errors;
    StrBuilder out;  // holds bytes here, not text

    std::string_view reason() const {
        return encoding == Encoding::Ascii    ? "ordinal not in range(128)"
               : encoding == Encoding::Latin1 ? "ordinal not in range(256)"
                                              : "surrogates not allowed";
    }
    bool can_encode(u32 c) const {
        if (encoding == Encoding::Ascii) return c < 128;
        return encoding == Encoding::Latin1 ? c < 256 : !utf8::is_surrogate(c);
    }
    Status put_unit(u32 value, usize size) {
        for (usize i = 0; i < size; ++i) {
            const usize shift = 8 * (is_big(encoding) ? size - 1 - i : i);
            KRAIT_TRY(out.append_char(static_cast<char>(value >> shift)));
        }
        return kOk;
    }
    Status put(u32 c) {
        if (encoding == Encoding::Utf8) return out.append_code_point(c);
        const usize size = unit_size(encoding);
        if (size != 2 || c < 0x10000) return put_unit(c, size);
        KRAIT_TRY(put_unit(0xD800 + ((c - 0x10000) >> 10), 2));
        return put_unit(0xDC00 + ((c - 0x10000) & 0x3FF), 2);
    }
    Status put_text(std::string_view ascii) {
        for (char c : ascii) KRAIT_TRY(put(static_cast<u8>(c)));
        return kOk;
    }

    // Character `index`, and those behind it up to `end`, cannot be encoded.
    Status fault(u32 c, usize index, usize end) {
        OnFault on_fault;
        KRAIT_TRY(find_on_fault(in, errors, on_fault));
        StrBuilder shown(in);
        switch (on_fault) {
            case OnFault::Ignore: return kOk;
            case OnFault::Replace: return put('?');
            case OnFault::Backslash: {
                const usize digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                KRAIT_TRY(shown.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U"));
                KRAIT_TRY(shown.append_unsigned(c, 16, digits));
                return put_text(shown.view());
            }
            case OnFault::Xml:
                KRAIT_TRY(shown.append("&#"));
                KRAIT_TRY(shown.append_unsigned(c));
                KRAIT_TRY(shown.append(";"));
                return put_text(shown.view());
            case OnFault::Escape:
                if (c >= 0xDC80 && c < 0xDD00 && !is_wide(encoding))
                    return out.append_char(static_cast<char>(c));
                break;
            case OnFault::Pass:
                if (utf8::is_surrogate(c) && can_pass()) return put(c);
                break;
            default: break;
        }
        return raise_fault(in, kUnicodeEncodeError, encoding, text, index, end, reason());
    }
    bool can_pass() const { return encoding == Encoding::Utf8 || is_wide(encoding); }
    usize fault_end(const char* at, const char* stop, usize index) const {
        while (at < stop && !can_encode(utf8::decode(at))) at = utf8::next(at), ++index;
        return index;
    }

    Value run() {
        if (text->is_ascii() && !is_wide(encoding)) return new_bytes(in, text->bytes());
        if (encoding == Encoding::Utf16 || encoding == Encoding::Utf32) KRAIT_TRY(put(0xFEFF));
        const char* at = text->data();
        const char* const stop = at + text->size();
        for (usize index = 0; at < stop; ++index) {
            const char* const start = at;
            const u32 c = utf8::take(at);
            KRAIT_TRY(can_encode(c) ? put(c) : fault(c, index, fault_end(start, stop, index)));
        }
        const std::string_view all = out.view();
        return new_bytes(in, {reinterpret_cast<const u8*>(all.data()), all.size()});
    }
};

}  // namespace

Result<Str*> decode_text(Interp& in, Bytes bytes, const Str* encoding, const Str* errors) {
    Encoding e;
    KRAIT_TRY(find_encoding(in, encoding, e));
    Decoder decoder{in, bytes, e, errors, StrBuilder(in)};
    KRAIT_TRY(decoder.run());
    return decoder.out.finish();
}

Value encode_text(Interp& in, Str* text, const Str* encoding, const Str* errors) {
    Encoding e;
    KRAIT_TRY(find_encoding(in, encoding, e));
    return Encoder{in, text, e, errors, StrBuilder(in)}.run();
}

}  // namespace krait
