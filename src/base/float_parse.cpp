// Reading floats. The first nineteen digits times a power of ten, kept to 64 bits, gives an
// interval that has the number; where both its ends round to the same float, that is it. Else the
// number lies close to the midpoint between two floats, whose decimal expansion is compared with
// the text.

#include "base/decimal_expansion.hpp"
#include "base/float_bits.hpp"
#include "base/float_text.hpp"
#include "base/power_of_ten.hpp"

namespace krait {
namespace {

constexpr int kMaxDigits = 19;           // that always fit in 64 bits
constexpr i32 kExponentLimit = 1 << 27;  // far more than any exponent that matters

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    const char letter = lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// The text being read, and how far it was.
struct Reader {
    std::string_view text;
    usize at = 0;

    char peek(usize ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }

    bool accept(char wanted) {
        if (lower(peek()) != wanted) return false;
        ++at;
        return true;
    }

    bool accept_word(std::string_view word) {
        for (usize i = 0; i < word.size(); ++i)
            if (lower(peek(i)) != word[i]) return false;
        at += word.size();
        return true;
    }

    bool accept_minus() {
        if (accept('-')) return true;
        accept('+');
        return false;
    }
};

// A decimal number: digits * 10^exponent, and more digits behind that if is_cut.
struct Decimal {
    u64 digits = 0;
    i64 exponent = 0;
    int count = 0;  // of significant digits in `digits`
    bool is_cut = false;
    usize first = 0;  // where the significant digits start and end in the text
    usize end = 0;

    void add(char c, bool is_fraction, usize at) {
        exponent -= is_fraction;
        if (count == 0 && c == '0') return;
        if (count == 0) first = at;
        if (count < kMaxDigits) {
            digits = digits * 10 + static_cast<u64>(c - '0');
            ++count;
        } else {
            is_cut = is_cut || c != '0';
            ++exponent;
        }
    }
};

// Digits with single underscores between them; whether there were any.
bool read_digits(Reader& reader, Decimal& decimal, bool is_fraction) {
    const usize start = reader.at;
    while (is_digit(reader.peek())) {
        decimal.add(reader.peek(), is_fraction, reader.at);
        ++reader.at;
        if (reader.peek() == '_' && is_digit(reader.peek(1))) ++reader.at;
    }
    return reader.at > start;
}

// The number behind the letter e or p; the reader stays before the letter if there is none.
i32 read_exponent(Reader& reader, char letter) {
    Reader ahead = reader;
    if (!ahead.accept(letter)) return 0;
    const bool is_negative = ahead.accept_minus();
    if (!is_digit(ahead.peek())) return 0;
    i32 exponent = 0;
    while (is_digit(ahead.peek())) {
        if (exponent < kExponentLimit) exponent = exponent * 10 + (ahead.peek() - '0');
        ++ahead.at;
        if (letter == 'e' && ahead.peek() == '_' && is_digit(ahead.peek(1))) ++ahead.at;
    }
    reader = ahead;
    return is_negative ? -exponent : exponent;
}

template <typename Float>
Float from_magnitude_bits(typename FloatLayout<Float>::Bits bits, bool negative) {
    using Bits = typename FloatLayout<Float>::Bits;
    return std::bit_cast<Float>(
        static_cast<Bits>(negative ? bits | FloatLayout<Float>::kSign : bits));
}

// Below 0, 0 or above: how the number in the text compares with the midpoint above the float.
template <typename Float>
int compare_with_midpoint(std::string_view text, const Decimal& decimal, Float below) {
    const FloatParts parts = float_parts(below);
    DecimalExpansion<Float> midpoint(2 * parts.mantissa + 1, parts.exponent - 1);
    const i64 point = decimal.exponent + decimal.count;
    if (point != midpoint.point()) return point < midpoint.point() ? -1 : 1;
    for (usize i = decimal.first; i < decimal.end; ++i) {
        if (!is_digit(text[i])) continue;
        const int difference = text[i] - '0' - static_cast<int>(midpoint.next());
        if (difference != 0) return difference;
    }
    return midpoint.is_finished() ? 0 : -1;
}

// Requires: digits are not zero. The magnitude only.
template <typename Float>
Float nearest(std::string_view text, const Decimal& decimal) {
    using L = FloatLayout<Float>;
    using Bits = typename L::Bits;
    using R = power_of_ten::Range<Float>;
    if (decimal.exponent > R::kMost) return std::bit_cast<Float>(L::kInfinity);
    if (decimal.exponent < R::kLeast) return Float(0);
    const i32 exponent = static_cast<i32>(decimal.exponent);
    const int zeros = std::countl_zero(decimal.digits);
    const power_of_ten::Power power = power_of_ten::power<Float>(exponent);
    const power_of_ten::Product product =
        power_of_ten::multiply(decimal.digits << zeros, power.high);
    const bool is_exact = power.is_exact && power.low == 0 && product.low == 0 && !decimal.is_cut;
    // The power is less than one unit too small, the digits too if they were cut.
    const u64 width = is_exact ? 0 : 2 + (decimal.is_cut ? (u64{1} << zeros) + 1 : 0);
    const u64 high = product.high + width < product.high ? ~u64{0} : product.high + width;
    const i32 scale = power_of_ten::floor_log2(exponent) + 1 - zeros;
    const Float lower = float_from_parts<Float>(product.high, scale);
    const Float upper = float_from_parts<Float>(high, scale);
    const Bits bits = float_bits(lower);
    if (bits == float_bits(upper)) return lower;
    const int order = compare_with_midpoint<Float>(text, decimal, lower);
    const bool is_up = order > 0 || (order == 0 && (bits & 1));
    return std::bit_cast<Float>(static_cast<Bits>(bits + is_up));
}

// inf, infinity or nan; size 0 if it is none of them.
template <typename Float>
FloatParse<Float> read_word(Reader reader, bool negative) {
    using L = FloatLayout<Float>;
    if (reader.accept_word("nan"))
        return {from_magnitude_bits<Float>(L::kNan, negative), reader.at};
    if (!reader.accept_word("inf")) return {Float(0), 0};
    reader.accept_word("inity");
    return {from_magnitude_bits<Float>(L::kInfinity, negative), reader.at};
}

}  // namespace

template <typename Float>
FloatParse<Float> parse_float(std::string_view text) {
    Reader reader{text};
    const bool is_negative = reader.accept_minus();
    Decimal decimal;
    bool has_digits = read_digits(reader, decimal, false);
    const bool has_point = reader.peek() == '.' && (has_digits || is_digit(reader.peek(1)));
    if (has_point) {
        ++reader.at;
        has_digits |= read_digits(reader, decimal, true);
    }
    if (!has_digits) return read_word<Float>(reader, is_negative);
    decimal.end = reader.at;
    decimal.exponent += read_exponent(reader, 'e');
    const Float magnitude = decimal.digits == 0 ? Float(0) : nearest<Float>(text, decimal);
    return {from_magnitude_bits<Float>(float_bits(magnitude), is_negative), reader.at};
}

template <typename Float>
FloatParse<Float> parse_float_hex(std::string_view text) {
    Reader reader{text};
    const bool is_negative = reader.accept_minus();
    if (reader.peek() == '0' && lower(reader.peek(1)) == 'x' &&
        (hex_value(reader.peek(2)) >= 0 ||
         (reader.peek(2) == '.' && hex_value(reader.peek(3)) >= 0)))
        reader.at += 2;
    u64 mantissa = 0;
    i64 exponent = 0;
    bool is_fraction = false, has_digits = false;
    for (;; ++reader.at) {
        const char c = reader.peek();
        const bool is_point =
            c == '.' && !is_fraction && (has_digits || hex_value(reader.peek(1)) >= 0);
        const int digit = hex_value(c);
        if (is_point) is_fraction = true;
        if (is_point) continue;
        if (digit < 0) break;
        has_digits = true;
        exponent -= is_fraction ? 4 : 0;
        if (mantissa >> 60 == 0) {
            mantissa = mantissa << 4 | static_cast<u64>(digit);
        } else {
            mantissa |= digit != 0;  // below the precision: only whether there is something
            exponent += 4;
        }
    }
    if (!has_digits) return read_word<Float>(reader, is_negative);
    exponent += read_exponent(reader, 'p');
    if (exponent > kExponentLimit) exponent = kExponentLimit;
    if (exponent < -kExponentLimit) exponent = -kExponentLimit;
    return {float_from_parts<Float>(mantissa, static_cast<i32>(exponent), is_negative), reader.at};
}

template FloatParse<float> parse_float(std::string_view);
template FloatParse<double> parse_float(std::string_view);
template FloatParse<float> parse_float_hex(std::string_view);
template FloatParse<double> parse_float_hex(std::string_view);

}  // namespace krait
