#include "objects/hex.hpp"

#include "base/utf8.hpp"
#include "objects/pieces.hpp"

namespace krait {

// The separator character; 0: none.
static Status take_separator(Interp& in, Value sep, char& out) {
    out = 0;
    if (!sep) return kOk;
    const isize size = KRAIT_TRY(length(in, sep));
    if (size != 1) return raise(in, kValueError, "sep must be length 1.");
    if (const Str* text = as_if<Str>(sep)) {
        out = text->data()[0];
    } else if (auto* bytes = as_if<BytesObject>(sep)) {
        out = static_cast<char>(bytes->data_[0]);
    } else {
        return raise(in, kTypeError, "sep must be str or bytes.");
    }
    if (static_cast<u8>(out) > 127) return raise(in, kValueError, "sep must be ASCII.");
    return kOk;
}

Result<Str*> hex_with_separator(Interp& in, Bytes bytes, Value sep, isize bytes_per_sep) {
    char separator;
    KRAIT_TRY(take_separator(in, sep, separator));
    if (bytes.empty()) return empty_str();
    const bool from_left = bytes_per_sep < 0;
    const usize group =
        from_left ? ~static_cast<usize>(bytes_per_sep) + 1 : static_cast<usize>(bytes_per_sep);
    const usize size = bytes.size();
    const usize separators = separator && group ? (size - 1) / group : 0;
    if (size > std::numeric_limits<i32>::max() / 3) return raise_memory_error(in);
    Str* text = KRAIT_TRY(allocate_str(in, 2 * size + separators));
    char* to = text->data();
    for (usize i = 0; i < size; ++i) {
        const usize before = from_left ? i : size - i;  // bytes that are counted for groups
        if (i && separators && before % group == 0) *to++ = separator;
        *to++ = "0123456789abcdef"[bytes[i] >> 4];
        *to++ = "0123456789abcdef"[bytes[i] & 15];
    }
    finish_str(text);
    return text;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

Status append_from_hex(Interp& in, BytesBuilder& out, const Str* string) {
    const std::string_view text = string->view();
    for (usize at = 0; at < text.size();) {
        if (pieces::ByteUnits::is_space(static_cast<u8>(text[at]))) {
            ++at;
            continue;
        }
        const int high = hex_digit(text[at]);
        const int low = high >= 0 && at + 1 < text.size() ? hex_digit(text[at + 1]) : -1;
        if (low < 0) {
            const usize wrong = utf8::count(text.substr(0, at)) + (high >= 0);
            return raise(in, kValueError,
                         "non-hexadecimal number found in fromhex() arg at position {}", wrong);
        }
        KRAIT_TRY(out.append(static_cast<u8>(high << 4 | low)));
        at += 2;
    }
    return kOk;
}

}  // namespace krait
