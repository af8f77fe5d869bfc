#include "net/address.hpp"

namespace krait {

namespace {

bool parse_ipv4(std::string_view text, u8* out) {
    for (int part = 0; part < 4; ++part) {
        u32 number = 0;
        usize digits = 0;
        while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
            number = number * 10 + static_cast<u32>(text[digits++] - '0');
        if (digits == 0 || digits > 3 || number > 255) return false;
        out[part] = static_cast<u8>(number);
        text.remove_prefix(digits);
        if (part == 3) break;
        if (text.empty() || text[0] != '.') return false;
        text.remove_prefix(1);
    }
    return text.empty();
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Groups of hex digits; "::" stands once for as many zeros as are missing.
bool parse_ipv6(std::string_view text, u8* out) {
    u16 groups[8] = {};
    int count = 0, gap = -1;
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (count == 8) return false;
        u32 group = 0;
        usize digits = 0;
        while (digits < text.size() && hex_digit(text[digits]) >= 0 && digits < 5)
            group = group << 4 | static_cast<u32>(hex_digit(text[digits++]));
        if (digits == 0 || digits > 4) return false;
        groups[count++] = static_cast<u16>(group);
        text.remove_prefix(digits);
        if (text.empty()) break;
        if (text[0] != ':') return false;
        text.remove_prefix(1);
        if (text.empty()) return false;
        if (text[0] != ':') continue;
        if (gap >= 0) return false;
        gap = count;
        text.remove_prefix(1);
    }
    if (gap < 0 ? count != 8 : count > 7) return false;
    const int missing = gap < 0 ? 0 : 8 - count;
    for (int i = 0; i < 8; ++i) {
        const int from = gap < 0 || i < gap ? i : i - missing;
        const u16 group = gap >= 0 && i >= gap && i < gap + missing ? u16{0} : groups[from];
        out[2 * i] = static_cast<u8>(group >> 8);
        out[2 * i + 1] = static_cast<u8>(group);
    }
    return true;
}

char* put_decimal(char* at, u32 number) {
    if (number >= 10) at = put_decimal(at, number / 10);
    *at++ = static_cast<char>('0' + number % 10);
    return at;
}

char* put_ipv4(char* at, const u8* bytes) {
    for (int i = 0; i < 4; ++i) {
        if (i) *at++ = '.';
        at = put_decimal(at, bytes[i]);
    }
    return at;
}

// A V4 address within V6.
bool is_mapped(const u8* bytes) {
    for (int i = 0; i < 10; ++i)
        if (bytes[i]) return false;
    return bytes[10] == 0xff && bytes[11] == 0xff;
}

char* put_ipv6(char* at, const u8* bytes) {
    if (is_mapped(bytes)) {
        for (char c : std::string_view("::ffff:")) *at++ = c;
        return put_ipv4(at, bytes + 12);
    }
    u16 groups[8];
    for (int i = 0; i < 8; ++i) groups[i] = static_cast<u16>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    // The longest run of at least two zero groups is left out.
    int best = -1, best_size = 1;
    for (int i = 0; i < 8; ++i) {
        int size = 0;
        while (i + size < 8 && groups[i + size] == 0) ++size;
        if (size > best_size) best = i, best_size = size;
    }
    for (int i = 0; i < 8; ++i) {
        if (i == best) {
            *at++ = ':';
            *at++ = ':';
            i += best_size - 1;
            continue;
        }
        if (i && i != best + best_size) *at++ = ':';
        bool begun = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            const u32 digit = groups[i] >> shift & 15;
            if (!digit && !begun && shift) continue;
            begun = true;
            *at++ = "0123456789abcdef"[digit];
        }
    }
    return at;
}

}  // namespace

bool parse_ip(std::string_view text, hal::NetAddress& out) {
    u8 bytes[16] = {};
    const bool is_v4 = parse_ipv4(text, bytes);
    if (!is_v4 && !parse_ipv6(text, bytes)) return false;
    out.family = is_v4 ? hal::NetFamily::V4 : hal::NetFamily::V6;
    std::copy_n(bytes, 16, out.bytes);
    return true;
}

usize format_ip(const hal::NetAddress& address, char (&out)[kAddressText]) {
    char* end = address.family == hal::NetFamily::V4 ? put_ipv4(out, address.bytes)
                                                     : put_ipv6(out, address.bytes);
    return static_cast<usize>(end - out);
}

usize format_ipv4(const u8 (&address)[4], char (&out)[kAddressText]) {
    return static_cast<usize>(put_ipv4(out, address) - out);
}

Result<Tuple*> address_tuple(Interp& in, const hal::NetAddress& address) {
    char text[kAddressText];
    Str* host = KRAIT_TRY(new_str(in, {text, format_ip(address, text)}));
    const Value parts[] = {host, Value::from_int(address.port), Value::from_int(0),
                           Value::from_int(static_cast<isize>(address.scope))};
    const usize count = address.family == hal::NetFamily::V4 ? 2 : 4;
    return new_tuple(in, std::span<const Value>(parts, count));
}

}  // namespace krait
