// Writing floats: the shortest digits, a given number of digits, and the layouts of Python.

#include "base/float_text.hpp"

#include <cstring>

#include "base/decimal_expansion.hpp"
#include "base/float_bits.hpp"
#include "base/power_of_ten.hpp"

namespace krait {
namespace {

using power_of_ten::Power;

// --- shortest digits ---------------------------------------------------------------------------

struct Decimal {
    u64 digits;
    i32 exponent;
};

// floor(power * number), with the lowest bit set if anything was cut off. The power is the true one
// rounded up, so an excess in the last place is the power's, not the product's.
template <typename Float>
u64 multiply_to_odd(const Power& power, u64 number) {
    const power_of_ten::Product product = power_of_ten::multiply(power.high, number);
    if constexpr (FloatLayout<Float>::kIsDouble) {
        const u64 rest = product.low + power_of_ten::multiply(power.low, number).high;
        return (product.high + (rest < product.low)) | (rest > 1);
    } else {
        return product.high | (static_cast<u32>(product.low >> 32) > 1);
    }
}

template <typename Float>
Power power_rounded_up(i32 n) {
    Power power = power_of_ten::power<Float>(n);
    if (power.is_exact) return power;
    if constexpr (FloatLayout<Float>::kIsDouble)
        power.high += ++power.low == 0;
    else
        ++power.high;
    return power;
}

// Schubfach: all decimals between the midpoints to the neighbours read back as the value. In units
// of 10^k / 4, where 10^k is the largest power of ten below the interval's width, the value is
// `middle` and the interval goes from `low` to `high`. So the interval has at most one multiple of
// 10^(k+1), which is shorter, and else at least one of 10^k.
template <typename Float>
Decimal find_shortest(const FloatParts& parts) {
    using L = FloatLayout<Float>;
    const u64 c = parts.mantissa;
    const bool is_even = (c & 1) == 0;  // then its bounds read back as the value as well
    const bool is_lower_closer = c == L::kHidden && parts.exponent > L::kLeastExponent;
    // floor(log10(2^exponent)), or of 3/4 of that.
    const i32 k = (parts.exponent * 1262611 - (is_lower_closer ? 524031 : 0)) >> 22;
    const i32 shift = parts.exponent + power_of_ten::floor_log2(-k) + 1;
    const Power power = power_rounded_up<Float>(-k);
    const u64 middle = multiply_to_odd<Float>(power, (4 * c) << shift);
    const u64 low =
        multiply_to_odd<Float>(power, (4 * c - 2 + is_lower_closer) << shift) + !is_even;
    const u64 high = multiply_to_odd<Float>(power, (4 * c + 2) << shift) - !is_even;

    const u64 s = middle / 4;
    if (s >= 10) {
        const u64 tens = s / 10;
        const bool below = low <= 40 * tens;
        const bool above = 40 * tens + 40 <= high;
        if (below != above) return {tens + above, k + 1};
    }
    const bool below = low <= 4 * s;
    const bool above = 4 * s + 4 <= high;
    if (below != above) return {s + above, k};
    const u64 half = 4 * s + 2;
    return {s + (middle > half || (middle == half && (s & 1))), k};
}

// --- digits of a given precision -----------------------------------------------------------------

// The number's digits are at the beginning of the output: 0.d1d2...dn * 10^point. A number that was
// rounded to zero has none.
struct Digits {
    usize count;
    i32 point;
};

// Where to stop: after `digits` digits or after `places` decimal places.
enum class Stop { AfterDigits, AfterPlaces };

template <typename Float>
Digits rounded_digits(Float value, Stop stop, i32 where, char* out) {
    const FloatParts parts = float_parts(value);
    if (parts.mantissa == 0) return {0, 1};
    DecimalExpansion<Float> expansion(parts.mantissa, parts.exponent);
    Digits digits{0, expansion.point()};
    const i64 wanted = i64{where} + (stop == Stop::AfterPlaces ? digits.point : 0);
    if (wanted < 0) return {0, digits.point};
    const usize most = static_cast<usize>(wanted);
    bool is_odd = false;
    while (digits.count < most && !expansion.is_finished()) {
        const u32 digit = expansion.next();
        out[digits.count++] = static_cast<char>('0' + digit);
        is_odd = digit & 1;
    }
    const u32 next = expansion.next();
    const bool is_up = next > 5 || (next == 5 && (is_odd || !expansion.is_finished()));
    if (!is_up) return digits;
    while (digits.count > 0 && out[digits.count - 1] == '9') --digits.count;
    if (digits.count == 0) {
        out[0] = '1';
        return {1, digits.point + 1};
    }
    ++out[digits.count - 1];
    return digits;
}

// --- layout ------------------------------------------------------------------------------------

usize fill_zeros(char* out, usize count) {
    std::memset(out, '0', count);
    return count;
}

usize put_text(char* out, std::string_view text) {
    std::memcpy(out, text.data(), text.size());
    return text.size();
}

usize put_exponent(char* out, i32 exponent, char letter) {
    usize size = 0;
    out[size++] = letter;
    out[size++] = exponent < 0 ? '-' : '+';
    u32 rest = static_cast<u32>(exponent < 0 ? -exponent : exponent);
    if (rest >= 100) {
        out[size++] = static_cast<char>('0' + rest / 100);
        rest %= 100;
    }
    out[size++] = static_cast<char>('0' + rest / 10);
    out[size++] = static_cast<char>('0' + rest % 10);
    return size;
}

struct Layout {
    usize places;     // digits after the point
    bool show_point;  // also where places is 0
};

// d.ddde+xx, made where the digits are: they move to the right, the last ones first.
usize lay_out_scientific(char* out, Digits digits, Layout layout, char letter) {
    if (digits.count == 0) {
        out[digits.count++] = '0';
        digits.point = 1;
    }
    usize size = 1;
    if (layout.places > 0 || layout.show_point) {
        std::memmove(out + 2, out + 1, digits.count - 1);
        out[1] = '.';
        size = 1 + digits.count;
        size += fill_zeros(out + size, layout.places - (digits.count - 1));
    }
    return size + put_exponent(out + size, digits.point - 1, letter);
}

// ddd.ddd, made where the digits are.
usize lay_out_fixed(char* out, Digits digits, Layout layout) {
    if (digits.count == 0) digits.point = 0;
    const usize before = digits.point > 0 ? static_cast<usize>(digits.point) : 0;
    const usize whole = before < digits.count ? before : digits.count;  // digits before the point
    const usize behind = digits.count - whole;
    usize leading = digits.point < 0 ? static_cast<usize>(-digits.point) : 0;
    if (leading > layout.places) leading = layout.places;
    const usize whole_size = before > 0 ? before : 1;
    const bool has_point = layout.places > 0 || layout.show_point;
    std::memmove(out + whole_size + has_point + leading, out + whole, behind);
    fill_zeros(out + whole, whole_size - whole);
    if (!has_point) return whole_size;
    out[whole_size] = '.';
    fill_zeros(out + whole_size + 1, leading);
    const usize used = leading + behind;
    fill_zeros(out + whole_size + 1 + used, layout.places - used);
    return whole_size + 1 + layout.places;
}

// The digits as short as they are; `force_place` gives an integer its ".0".
usize lay_out_general(char* out, Digits digits, i32 highest_point, bool force_place, bool alternate,
                      char letter) {
    if (digits.count == 0) out[digits.count++] = '0';  // zero, whose point is 1
    while (digits.count > 1 && out[digits.count - 1] == '0') --digits.count;
    if (digits.point < -3 || digits.point > highest_point)
        return lay_out_scientific(out, digits, {digits.count - 1, alternate}, letter);
    const i32 places = static_cast<i32>(digits.count) - digits.point;
    const usize shown = places > 0 ? static_cast<usize>(places) : usize{force_place};
    return lay_out_fixed(out, digits, {shown, alternate});
}

constexpr i32 kReprHighestPoint = 16;  // 1e16 is the first with an exponent

template <typename Float>
Digits put_shortest_digits(Float value, char* out) {
    const FloatParts parts = float_parts(value);
    if (parts.mantissa == 0) return {0, 1};
    const FloatDigits shortest = shortest_digits(value);
    std::memcpy(out, shortest.digits, shortest.count);
    return {shortest.count, shortest.point};
}

usize put_non_finite(char* out, bool is_nan, bool is_upper) {
    if (is_upper) return put_text(out, is_nan ? "NAN" : "INF");
    return put_text(out, is_nan ? "nan" : "inf");
}

i32 effective_precision(const FloatFormat& format) {
    return format.precision < 0 ? 6 : format.precision;
}

// g, and r with a precision: the latter needs an exponent one digit earlier.
template <typename Float>
usize format_general(Float value, const FloatFormat& format, char letter, char* out) {
    const i32 precision = effective_precision(format) > 0 ? effective_precision(format) : 1;
    const Digits digits = rounded_digits(value, Stop::AfterDigits, precision, out);
    const bool is_plain = format.type == 'r';
    if (!format.alternate)
        return lay_out_general(out, digits, precision - is_plain, is_plain, false, letter);
    const i32 point = digits.count > 0 ? digits.point : 1;
    if (point < -3 || point > precision - is_plain)
        return lay_out_scientific(out, digits, {static_cast<usize>(precision - 1), true}, letter);
    return lay_out_fixed(out, digits, {static_cast<usize>(precision - point), true});
}

template <typename Float>
usize format_magnitude(Float value, const FloatFormat& format, char* out) {
    const i32 precision = effective_precision(format);
    const usize places = static_cast<usize>(precision);
    switch (format.type) {
        case 'e':
        case 'E': {
            const i32 wanted = precision < INT32_MAX ? precision + 1 : precision;
            const Digits digits = rounded_digits(value, Stop::AfterDigits, wanted, out);
            return lay_out_scientific(out, digits, {places, format.alternate}, format.type);
        }
        case 'f':
        case 'F':
        case '%': {
            const Digits digits = rounded_digits(value, Stop::AfterPlaces, precision, out);
            return lay_out_fixed(out, digits, {places, format.alternate});
        }
        case 'g':
        case 'G': return format_general(value, format, format.type == 'G' ? 'E' : 'e', out);
        default: break;
    }
    if (format.precision >= 0) return format_general(value, format, 'e', out);
    const Digits digits = put_shortest_digits(value, out);
    return lay_out_general(out, digits, kReprHighestPoint, true, format.alternate, 'e');
}

}  // namespace

template <typename Float>
FloatDigits shortest_digits(Float value) {
    Decimal decimal = find_shortest<Float>(float_parts(value));
    char text[20];
    usize size = 0;
    // Two halves of nine digits: then all but one of the divisions are of 32 bits.
    u32 low = static_cast<u32>(decimal.digits % 1'000'000'000);
    u32 high = static_cast<u32>(decimal.digits / 1'000'000'000);
    if (high != 0) {
        for (int i = 0; i < 9; ++i, low /= 10) text[size++] = static_cast<char>('0' + low % 10);
        low = high;
    }
    for (; low != 0; low /= 10) text[size++] = static_cast<char>('0' + low % 10);
    FloatDigits result{{}, 0, static_cast<i16>(decimal.exponent + static_cast<i32>(size))};
    usize first = 0;
    while (text[first] == '0') ++first;
    while (size > first) result.digits[result.count++] = text[--size];
    return result;
}

template <typename Float>
usize float_repr(Float value, char* out) {
    return format_float(value, FloatFormat{}, out);
}

template <typename Float>
usize float_format_size(const FloatFormat& format) {
    const usize precision = static_cast<usize>(effective_precision(format));
    constexpr usize kSignPointExponent = 16;
    constexpr usize kWhole = FloatLayout<Float>::kIsDouble ? 309 : 39;
    switch (format.type) {
        case 'f':
        case 'F':
        case '%': return kSignPointExponent + kWhole + precision;
        case 'r':
            if (format.precision < 0) return kFloatReprSize;
            [[fallthrough]];
        default: return kSignPointExponent + 4 + precision;
    }
}

template <typename Float>
usize format_float(Float value, const FloatFormat& format, char* out) {
    usize size = 0;
    if (float_is_negative(value) && !float_is_nan(value)) out[size++] = '-';
    if (format.type == '%') value *= 100;
    if (float_is_finite(value)) {
        size += format_magnitude(value, format, out + size);
    } else {
        const bool is_upper = format.type == 'E' || format.type == 'F' || format.type == 'G';
        size += put_non_finite(out + size, float_is_nan(value), is_upper);
    }
    if (format.type == '%') out[size++] = '%';
    return size;
}

template <typename Float>
Float round_float(Float value, i32 ndigits) {
    using L = FloatLayout<Float>;
    if (!float_is_finite(value) || float_parts(value).mantissa == 0) return value;
    char text[48];
    usize size = 0;
    if (float_is_negative(value)) text[size++] = '-';
    // With so many digits the rounded number reads back as the value itself.
    const FloatParts parts = float_parts(value);
    const i32 point = DecimalExpansion<Float>(parts.mantissa, parts.exponent).point();
    if (i64{point} + ndigits > L::kRoundTripDigits) return value;
    const Digits digits = rounded_digits(value, Stop::AfterPlaces, ndigits, text + size);
    if (digits.count == 0) text[size] = '0';
    const i32 exponent = digits.count == 0 ? 0 : digits.point - static_cast<i32>(digits.count);
    size += digits.count == 0 ? 1 : digits.count;
    size += put_exponent(text + size, exponent, 'e');
    return parse_float<Float>({text, size}).value;
}

template <typename Float>
usize float_hex(Float value, char* out) {
    using L = FloatLayout<Float>;
    usize size = 0;
    if (float_is_negative(value) && !float_is_nan(value)) out[size++] = '-';
    if (!float_is_finite(value))
        return size + put_non_finite(out + size, float_is_nan(value), false);
    const FloatParts parts = float_parts(value);
    if (parts.mantissa == 0) return size + put_text(out + size, "0x0.0p+0");
    constexpr int kPlaces = (L::kPrecision + 2) / 4;  // after the point
    const u64 digits = parts.mantissa << (4 * kPlaces - (L::kPrecision - 1));
    size += put_text(out + size, digits >> (4 * kPlaces) ? "0x1." : "0x0.");
    for (int i = kPlaces - 1; i >= 0; --i) out[size++] = "0123456789abcdef"[digits >> (4 * i) & 15];
    const i32 exponent = parts.exponent + L::kPrecision - 1;
    out[size++] = 'p';
    out[size++] = exponent < 0 ? '-' : '+';
    u32 rest = static_cast<u32>(exponent < 0 ? -exponent : exponent);
    for (u32 weight = rest >= 1000  ? 1000
                      : rest >= 100 ? 100
                      : rest >= 10  ? 10
                                    : 1;
         weight != 0; weight /= 10) {
        out[size++] = static_cast<char>('0' + rest / weight);
        rest %= weight;
    }
    return size;
}

template FloatDigits shortest_digits(float);
template FloatDigits shortest_digits(double);
template usize float_repr(float, char*);
template usize float_repr(double, char*);
template usize float_format_size<float>(const FloatFormat&);
template usize float_format_size<double>(const FloatFormat&);
template usize format_float(float, const FloatFormat&, char*);
template usize format_float(double, const FloatFormat&, char*);
template float round_float(float, i32);
template double round_float(double, i32);
template usize float_hex(float, char*);
template usize float_hex(double, char*);

}  // namespace krait
