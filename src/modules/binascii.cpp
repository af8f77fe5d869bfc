// The module binascii: bytes as hexadecimal and base64 text, and checksums.
#include <array>

#include "base/crc.hpp"
#include "core/bind.hpp"
#include "core/exception_type.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"
#include "objects/hex.hpp"
#include "objects/int.hpp"

namespace krait {

extern const BuiltinType kBinasciiError;

namespace {

// Text that is to be decoded: bytes, or a str of ASCII characters.
Status take_text(Interp& in, Value v, HeldBuffer& held, std::string_view& out) {
    if (const Str* text = as_if<Str>(v)) {
        if (!text->is_ascii())
            return raise(in, kValueError, "string argument should contain only ASCII characters");
        out = text->view();
        return kOk;
    }
    if (!find_slot<&Slots::get_buffer>(type_of(v)))
        return raise(in, kTypeError, "argument should be bytes, buffer or ASCII string, not '{}'",
                     TextArg::type_name(v));
    KRAIT_TRY(get_buffer(in, v, held));
    out = as_text(held.bytes());
    return kOk;
}

// --- hexadecimal ---------------------------------------------------------------------------------

Value binascii_hexlify(Interp& in, Payload data, Value sep, isize bytes_per_sep) {
    Str* text = KRAIT_TRY(hex_with_separator(in, data.bytes(), sep, bytes_per_sep));
    return new_bytes(in, text->bytes());
}

Value binascii_unhexlify(Interp& in, Value hexstr) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(take_text(in, hexstr, held, text));
    if (text.size() % 2) return raise(in, kBinasciiError, "Odd-length string");
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve(text.size() / 2));
    for (usize i = 0; i < text.size(); i += 2) {
        const int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);
        if (high < 0 || low < 0) return raise(in, kBinasciiError, "Non-hexadecimal digit found");
        *to++ = static_cast<u8>(high << 4 | low);
    }
    out.advance(text.size() / 2);
    return out.finish().take();
}

// --- base64 --------------------------------------------------------------------------------------

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

Value binascii_b2a_base64(Interp& in, Payload data, bool newline) {
    const Bytes from = data.bytes();
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve((from.size() + 2) / 3 * 4 + 1));
    u8* const start = to;
    for (usize i = 0; i < from.size(); i += 3) {
        const usize given = std::min<usize>(from.size() - i, 3);
        u32 bits = 0;
        for (usize k = 0; k < 3; ++k) bits = bits << 8 | (k < given ? from[i + k] : 0);
        for (usize k = 0; k < 4; ++k)
            *to++ = static_cast<u8>(k <= given ? kDigits[bits >> (18 - 6 * k) & 63] : '=');
    }
    if (newline) *to++ = '\n';
    out.advance(static_cast<usize>(to - start));
    return out.finish().take();
}

// Decoding keeps the bits that make no byte yet.
struct Base64Decoder {
    Interp& in;
    BytesBuilder& out;
    bool strict;
    u32 bits = 0;
    unsigned digits = 0;   // in `bits`: 0 to 3
    unsigned padding = 0;  // signs behind them
    usize all_digits = 0;
    bool complete = false;  // padded to the end of a group

    Status digit(int value) {
        if (strict && padding)
            return raise(in, kBinasciiError, "Discontinuous padding not allowed");
        padding = 0;
        ++all_digits;
        bits = bits << 6 | static_cast<u32>(value);
        digits = (digits + 1) % 4;
        if (digits == 1) return kOk;
        const unsigned left = digits == 0 ? 0 : 6 - 2 * (digits - 1);  // bits of the next byte
        return out.append(static_cast<u8>(bits >> left));
    }
    Status sign(bool is_first) {
        if (strict && is_first) return raise(in, kBinasciiError, "Leading padding not allowed");
        ++padding;
        complete = digits >= 2 && digits + padding >= 4;
        return kOk;
    }
    Status finish() {
        if (complete || digits == 0) return kOk;
        if (digits > 1) return raise(in, kBinasciiError, "Incorrect padding");
        return raise(in, kBinasciiError,
                     "Invalid base64-encoded string: number of data characters ({}) cannot be 1 "
                     "more than a multiple of 4",
                     all_digits);
    }
};

Value binascii_a2b_base64(Interp& in, Value data, bool strict_mode) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(take_text(in, data, held, text));
    BytesBuilder out(in);
    Base64Decoder decoder{in, out, strict_mode};
    for (usize i = 0; i < text.size(); ++i) {
        if (decoder.complete) {
            if (strict_mode) return raise(in, kBinasciiError, "Excess data after padding");
            break;
        }
        const int value = base64_digit(text[i]);
        if (text[i] == '=')
            KRAIT_TRY(decoder.sign(i == 0));
        else if (value >= 0)
            KRAIT_TRY(decoder.digit(value));
        else if (strict_mode)
            return raise(in, kBinasciiError, "Only base64 data is allowed");
    }
    KRAIT_TRY(decoder.finish());
    return out.finish().take();
}

// --- checksums -----------------------------------------------------------------------------------

Value binascii_crc32(Interp& in, Payload data, Value crc) {
    u64 so_far;
    KRAIT_TRY(to_low_bits(in, crc, so_far));
    return new_int_unsigned(in, crc32(data.bytes(), static_cast<u32>(so_far)));
}

Value binascii_crc_hqx(Interp& in, Payload data, Value crc) {
    u64 so_far;
    KRAIT_TRY(to_low_bits(in, crc, so_far));
    return new_int_unsigned(in, crc16_ccitt(data.bytes(), static_cast<u16>(so_far)));
}

constexpr Row kErrorRows[] = {constant<"__module__">("binascii"_sym)};

constexpr Row kRows[] = {
    def<"a2b_base64(data, /, *, strict_mode=False)", binascii_a2b_base64>,
    def<"a2b_hex(hexstr, /)", binascii_unhexlify>,
    def<"b2a_base64(data, /, *, newline=True)", binascii_b2a_base64>,
    def<"b2a_hex(data, sep=..., bytes_per_sep=1)", binascii_hexlify>,
    def<"crc32(data, crc=0, /)", binascii_crc32>,
    def<"crc_hqx(data, crc, /)", binascii_crc_hqx>,
    def<"hexlify(data, sep=..., bytes_per_sep=1)", binascii_hexlify>,
    def<"unhexlify(hexstr, /)", binascii_unhexlify>,
    constant<"Error">(&kBinasciiError),
};

}  // namespace

constinit const BuiltinType kBinasciiError{exception_type("Error"_sym, kValueError, kErrorRows)};

constinit const ModuleDef kBinasciiModule{.name = "binascii"_sym, .rows = kRows};

}  // namespace krait
