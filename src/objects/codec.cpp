#include "objects/codec.hpp"

#include <cstring>

#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait {
namespace {

enum class Encoding : u8 { Utf8, Ascii, Latin1 };
enum class OnFault : u8 { Strict, Ignore, Replace, Backslash, Escape };

constexpr std::string_view kEncodingNames[] = {"utf-8", "ascii", "latin-1"};

template <class T>
struct NamedChoice {
    std::string_view name;
    T choice;
};
constexpr NamedChoice<Encoding> kEncodings[] = {
    {"utf8", Encoding::Utf8},     {"u8", Encoding::Utf8},       {"ascii", Encoding::Ascii},
    {"usascii", Encoding::Ascii}, {"latin1", Encoding::Latin1}, {"iso88591", Encoding::Latin1},
    {"l1", Encoding::Latin1},     {"latin", Encoding::Latin1},  {"utf8mb4", Encoding::Utf8},
};
constexpr NamedChoice<OnFault> kFaults[] = {
    {"strict", OnFault::Strict},          {"ignore", OnFault::Ignore},
    {"replace", OnFault::Replace},        {"backslashreplace", OnFault::Backslash},
    {"surrogateescape", OnFault::Escape},
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

    // Bytes [start, end) are no text.
    Status fault(usize start, usize end, std::string_view reason) {
        OnFault on_fault;
        KRAIT_TRY(find_on_fault(in, errors, on_fault));
        switch (on_fault) {
            case OnFault::Strict:
                return raise_fault(in, kUnicodeDecodeError, encoding, new_bytes(in, bytes), start,
                                   end, reason);
            case OnFault::Ignore: return kOk;
            case OnFault::Replace: return out.append_code_point(0xFFFD);
            case OnFault::Backslash:
                for (u8 byte : bytes.subspan(start, end - start)) {
                    KRAIT_TRY(out.append("\\x"));
                    KRAIT_TRY(out.append_unsigned(byte, 16, 2));
                }
                return kOk;
            default:
                for (u8 byte : bytes.subspan(start, end - start))
                    KRAIT_TRY(out.append_code_point(0xDC00 + byte));
                return kOk;
        }
    }

    Status utf8() {
        for (usize at = 0; at < bytes.size();) {
            const utf8::Check check = utf8::check(bytes, at);
            KRAIT_TRY(
                out.append({reinterpret_cast<const char*>(bytes.data()) + at, check.start - at}));
            if (check.ok()) return kOk;
            KRAIT_TRY(fault(check.start, check.end, check.reason));
            at = check.end;
        }
        return kOk;
    }
    Status single_bytes() {
        for (usize at = 0; at < bytes.size(); ++at) {
            if (bytes[at] < 128 || encoding == Encoding::Latin1)
                KRAIT_TRY(out.append_code_point(bytes[at]));
            else
                KRAIT_TRY(fault(at, at + 1, "ordinal not in range(128)"));
        }
        return kOk;
    }
};

// --- encoding ------------------------------------------------------------------------------------

struct Encoder {
    Interp& in;
    Str* text;
    Encoding encoding;
    const Str* errors;
    StrBuilder out;  // holds bytes here, not text

    u32 limit() const {
        return encoding == Encoding::Utf8 ? 0xD800 : encoding == Encoding::Ascii ? 128 : 256;
    }
    std::string_view reason() const {
        return encoding == Encoding::Utf8    ? "surrogates not allowed"
               : encoding == Encoding::Ascii ? "ordinal not in range(128)"
                                             : "ordinal not in range(256)";
    }
    bool can_encode(u32 c) const {
        return encoding == Encoding::Utf8 ? !utf8::is_surrogate(c) : c < limit();
    }
    Status put(u32 c, std::string_view utf8_text) {
        if (encoding == Encoding::Utf8) return out.append(utf8_text);
        return out.append_char(static_cast<char>(c));
    }

    // Character `index`, and those behind it up to `end`, cannot be encoded.
    Status fault(u32 c, usize index, usize end) {
        OnFault on_fault;
        KRAIT_TRY(find_on_fault(in, errors, on_fault));
        switch (on_fault) {
            case OnFault::Ignore: return kOk;
            case OnFault::Replace: return out.append("?");
            case OnFault::Backslash: {
                const usize digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                KRAIT_TRY(out.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U"));
                return out.append_unsigned(c, 16, digits);
            }
            case OnFault::Escape:
                if (c >= 0xDC80 && c < 0xDD00) return out.append_char(static_cast<char>(c));
                [[fallthrough]];
            default:
                return raise_fault(in, kUnicodeEncodeError, encoding, text, index, end, reason());
        }
    }
    usize fault_end(const char* at, const char* stop, usize index) const {
        while (at < stop && !can_encode(utf8::decode(at))) at = utf8::next(at), ++index;
        return index;
    }

    Value run() {
        if (text->is_ascii()) return new_bytes(in, text->bytes());
        const char* at = text->data();
        const char* const stop = at + text->size();
        for (usize index = 0; at < stop; ++index) {
            const char* const start = at;
            const u32 c = utf8::take(at);
            if (can_encode(c))
                KRAIT_TRY(put(c, {start, static_cast<usize>(at - start)}));
            else
                KRAIT_TRY(fault(c, index, fault_end(start, stop, index)));
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
    KRAIT_TRY(e == Encoding::Utf8 ? decoder.utf8() : decoder.single_bytes());
    return decoder.out.finish();
}

Value encode_text(Interp& in, Str* text, const Str* encoding, const Str* errors) {
    Encoding e;
    KRAIT_TRY(find_encoding(in, encoding, e));
    return Encoder{in, text, e, errors, StrBuilder(in)}.run();
}

}  // namespace krait
