#include "objects/item_format.hpp"

#include <cmath>
#include <cstring>

#include "objects/bytes_like.hpp"

namespace krait {

// --- letters -------------------------------------------------------------------------------------

ItemType standard_item(char letter) {
    switch (letter) {
        case 'c': return {ItemKind::Char, 1};
        case 'b': return {ItemKind::Signed, 1};
        case 'B': return {ItemKind::Unsigned, 1};
        case '?': return {ItemKind::Bool, 1};
        case 'h': return {ItemKind::Signed, 2};
        case 'H': return {ItemKind::Unsigned, 2};
        case 'i':
        case 'l': return {ItemKind::Signed, 4};
        case 'I':
        case 'L': return {ItemKind::Unsigned, 4};
        case 'q': return {ItemKind::Signed, 8};
        case 'Q': return {ItemKind::Unsigned, 8};
        case 'e': return {ItemKind::Float, 2};
        case 'f': return {ItemKind::Float, 4};
        case 'd': return {ItemKind::Float, 8};
        default: return {};
    }
}

ItemType native_item(char letter) {
    switch (letter) {
        case 'i': return {ItemKind::Signed, sizeof(int)};
        case 'I': return {ItemKind::Unsigned, sizeof(int)};
        case 'l': return {ItemKind::Signed, sizeof(long)};
        case 'L': return {ItemKind::Unsigned, sizeof(long)};
        case 'n': return {ItemKind::Signed, sizeof(isize)};
        case 'N':
        case 'P': return {ItemKind::Unsigned, sizeof(usize)};
        default: return standard_item(letter);
    }
}

// --- floats of all sizes -------------------------------------------------------------------------

static double half_to_double(u16 bits) {
    const int exponent = bits >> 10 & 31;
    const int fraction = bits & 1023;
    double magnitude;
    if (exponent == 31)
        magnitude = fraction ? std::numeric_limits<double>::quiet_NaN()
                             : std::numeric_limits<double>::infinity();
    else if (exponent == 0)
        magnitude = std::ldexp(fraction, -24);
    else
        magnitude = std::ldexp(fraction + 1024, exponent - 25);
    return bits & 0x8000 ? -magnitude : magnitude;
}

// Rounds to even. False: too large.
static bool double_to_half(double value, u16& out) {
    const u16 sign = std::signbit(value) ? 0x8000 : 0;
    const double magnitude = std::fabs(value);
    if (std::isnan(value)) {
        out = static_cast<u16>(sign | 0x7E00);
    } else if (std::isinf(value)) {
        out = static_cast<u16>(sign | 0x7C00);
    } else if (magnitude >= 65520.0) {
        return false;
    } else {
        int exponent = 0;
        if (magnitude > 0) std::frexp(magnitude, &exponent);
        const int scale = std::max(exponent - 11, -24);  // of the last bit
        // A carry of the rounding moves on into the exponent, as it should.
        const auto units = static_cast<u32>(std::nearbyint(std::ldexp(magnitude, -scale)));
        const u32 bits = units >= 1024 ? (static_cast<u32>(scale + 24) << 10) + units : units;
        out = static_cast<u16>(sign | bits);
    }
    return true;
}

static double load_float(usize size, u64 bits) {
    if (size == 8) return std::bit_cast<double>(bits);
    if (size == 4) return std::bit_cast<float>(static_cast<u32>(bits));
    return half_to_double(static_cast<u16>(bits));
}

static bool store_float(usize size, double value, u64& bits) {
    if (size == 8) {
        bits = std::bit_cast<u64>(value);
        return true;
    }
    if (size == 4) {
        const float narrow = static_cast<float>(value);
        bits = std::bit_cast<u32>(narrow);
        return !std::isinf(narrow) || std::isinf(value);
    }
    u16 half = 0;
    const bool fits = double_to_half(value, half);
    bits = half;
    return fits;
}

// --- loading -------------------------------------------------------------------------------------

constexpr bool kIsLittle = std::endian::native == std::endian::little;

static u64 load_bits(const u8* at, usize size, bool swapped) {
    u64 bits = 0;
    if (swapped == kIsLittle) {  // the most significant byte comes first
        for (usize i = 0; i < size; ++i) bits = bits << 8 | at[i];
    } else {
        for (usize i = size; i-- > 0;) bits = bits << 8 | at[i];
    }
    return bits;
}

static void store_bits(u8* at, usize size, bool swapped, u64 bits) {
    if (swapped == kIsLittle) {
        for (usize i = size; i-- > 0; bits >>= 8) at[i] = static_cast<u8>(bits);
    } else {
        for (usize i = 0; i < size; ++i, bits >>= 8) at[i] = static_cast<u8>(bits);
    }
}

static i64 sign_extend(u64 bits, usize size) {
    const int shift = 64 - 8 * static_cast<int>(size);
    return static_cast<i64>(bits << shift) >> shift;
}

Value load_item(Interp& in, ItemType type, const u8* at, bool swapped) {
    if (type.kind == ItemKind::Char) return new_bytes(in, {at, 1});
    const u64 bits = load_bits(at, type.size, swapped);
    switch (type.kind) {
        case ItemKind::Signed: {
            const i64 value = sign_extend(bits, type.size);
            if (Value::fits_int(value)) return Value::from_int(static_cast<isize>(value));
            return new_int(in, value);
        }
        case ItemKind::Unsigned: return new_int_unsigned(in, bits);
        case ItemKind::Float: return new_float(in, static_cast<Float>(load_float(type.size, bits)));
        default: return from_bool(bits != 0);
    }
}

// --- storing -------------------------------------------------------------------------------------

// An int beyond i64, as its 64 bits if it is not negative and fits.
static StoreFault wide_bits(Interp& in, Value v, u64& bits) {
    i64 high = 0, low = 0;
    const Value half = Value::from_int(16);
    Value upper = v;
    for (int i = 0; i < 2; ++i) {
        upper = binary(in, BinaryOp::RShift, upper, half);
        if (!upper) return StoreFault::Raised;
    }
    if (!int_to_i64(in, upper, high)) {
        in.set_pending({});
        return StoreFault::Range;
    }
    if (high < 0 || high > 0xFFFF'FFFF) return StoreFault::Range;
    const Value top = binary(in, BinaryOp::LShift, upper, Value::from_int(32));
    if (!top) return StoreFault::Raised;
    const Value bottom = binary(in, BinaryOp::Sub, v, top);
    if (!bottom || !int_to_i64(in, bottom, low)) return StoreFault::Raised;
    bits = static_cast<u64>(high) << 32 | static_cast<u64>(low);
    return StoreFault::None;
}

static bool fits_item(i64 value, ItemType type) {
    if (type.kind == ItemKind::Unsigned)
        return value >= 0 && (type.size == 8 || value >> (8 * type.size) == 0);
    return type.size == 8 || sign_extend(static_cast<u64>(value), type.size) == value;
}

static StoreFault int_bits(Interp& in, ItemType type, Value v, u64& bits) {
    i64 value = 0;
    if (v.is_int()) {
        value = v.as_int();
    } else {
        if (!is_int(v) && is_done(find_special(type_of(v), "__index__"_sym)))
            return StoreFault::Type;
        v = to_int_object(in, v);
        if (!v) return StoreFault::Raised;
        if (!int_to_i64(in, v, value)) {
            if (!is_instance(in.pending(), &kOverflowError)) return StoreFault::Raised;
            in.set_pending({});
            const bool may_fit = type.kind == ItemKind::Unsigned && type.size == 8;
            return may_fit ? wide_bits(in, v, bits) : StoreFault::Range;
        }
    }
    bits = static_cast<u64>(value);
    return fits_item(value, type) ? StoreFault::None : StoreFault::Range;
}

static StoreFault float_bits(Interp& in, ItemType type, Value v, u64& bits) {
    Float value = 0;
    if (!to_float(in, v, value)) {
        if (!is_instance(in.pending(), &kTypeError) || type_of(v)->has(kHeapType))
            return StoreFault::Raised;
        in.set_pending({});
        return StoreFault::Type;
    }
    return store_float(type.size, value, bits) ? StoreFault::None : StoreFault::Large;
}

StoreFault store_item(Interp& in, ItemType type, Value v, u8* at, bool swapped) {
    u64 bits = 0;
    StoreFault fault = StoreFault::None;
    switch (type.kind) {
        case ItemKind::Char: {
            const bool fits = (is<BytesObject>(v) || is<BytearrayObject>(v));
            if (!fits) return StoreFault::Type;
            if (bytes_of(v).size() != 1) return StoreFault::Range;
            bits = bytes_of(v)[0];
            break;
        }
        case ItemKind::Bool: {
            const Result<bool> is_true = truth(in, v);
            if (!is_true) return StoreFault::Raised;
            bits = is_true.take();
            break;
        }
        case ItemKind::Float: fault = float_bits(in, type, v, bits); break;
        default: fault = int_bits(in, type, v, bits); break;
    }
    if (fault == StoreFault::None) store_bits(at, type.size, swapped, bits);
    return fault;
}

}  // namespace krait
