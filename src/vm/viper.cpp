#include "vm/viper.hpp"

#include "objects/int.hpp"
#include "objects/memory.hpp"

namespace krait::viper {

namespace {

using SignedWord = std::make_signed_t<Word>;
constexpr unsigned kWordBits = sizeof(Word) * 8;

// An int modulo the machine word. Requires: is_int(v).
Word word_of(Value v) {
    if (v.is_int()) return static_cast<Word>(v.as_int());
    const IntOperand big(v);
    Word word = 0;
    unsigned at = 0;
    for (const big::Limb limb : big.magnitude()) {
        if (at >= kWordBits) break;
        word |= static_cast<Word>(limb) << at;
        at += sizeof(limb) * 8;
    }
    return big.is_negative() ? Word{0} - word : word;
}

Value signed_int(Interp& in, Word word) { return new_int(in, static_cast<SignedWord>(word)); }
Value unsigned_int(Interp& in, Word word) { return new_int_unsigned(in, word); }
Value int_of(Interp& in, Word word, bool is_unsigned) {
    return is_unsigned ? unsigned_int(in, word) : signed_int(in, word);
}

Status take_word(Interp& in, Value v, Word& out) {
    if (!is_int(v)) return raise(in, kTypeError, "can't convert {} to int", TextArg::type_name(v));
    out = word_of(v);
    return kOk;
}

// Rounded down; the least int divided by -1 is itself.
Status divide(Interp& in, Word a, Word b, bool wants_remainder, Word& out) {
    const auto x = static_cast<SignedWord>(a), y = static_cast<SignedWord>(b);
    if (y == 0) return raise(in, kZeroDivisionError, "integer division or modulo by zero");
    if (y == -1) {
        out = wants_remainder ? 0 : Word{0} - a;
        return kOk;
    }
    SignedWord quotient = x / y, remainder = x % y;
    if (remainder != 0 && (remainder < 0) != (y < 0)) {
        --quotient;
        remainder += y;
    }
    out = static_cast<Word>(wants_remainder ? remainder : quotient);
    return kOk;
}

// By a word's bits or more (so a negative count is one): all bits are shifted out.
Word shift_right(Word a, Word count, bool is_unsigned) {
    if (is_unsigned) return count < kWordBits ? a >> count : 0;
    const auto x = static_cast<SignedWord>(a);
    return static_cast<Word>(x >> (count < kWordBits ? count : kWordBits - 1));
}

// A pointer's place for a moment: the bytes of a buffer, or at an address.
struct Place {
    HeldBuffer held;
    u8* data = nullptr;
};

Status find_place(Interp& in, Value pointer, Value index, u8 width, bool writable, Place& out) {
    Word i;
    KRAIT_TRY(take_word(in, index, i));
    const usize size = usize{1} << width;
    if (is_int(pointer)) {
        SignedWord offset;
        if (__builtin_mul_overflow(static_cast<SignedWord>(i), static_cast<SignedWord>(size),
                                   &offset))
            return raise(in, kIndexError, "memory index out of range");
        return memory_at(in, word_of(pointer), static_cast<isize>(offset), size, writable,
                         out.data);
    }
    usize count;
    if (is<Str>(pointer) && !writable) {  // its UTF-8, as MicroPython has it
        const std::string_view text = as<Str>(pointer)->view();
        out.data = reinterpret_cast<u8*>(const_cast<char*>(text.data()));
        count = text.size();
    } else {
        KRAIT_TRY(get_buffer(in, pointer, out.held, writable));
        out.data = out.held.data;
        count = out.held.size;
    }
    if (i >= count >> width)
        return raise(in, kIndexError, "ptr{} index {} out of range for {} bytes", 8 * size,
                     static_cast<isize>(i), count);
    out.data += i << width;
    return kOk;
}

Value as_pointer(Interp& in, Value v) {
    if (is_int(v)) return unsigned_int(in, word_of(v));
    if (is<Str>(v) || find_slot<&Slots::get_buffer>(type_of(v))) return v;
    return raise(in, kTypeError, "can't convert {} to a pointer: expected a buffer or an int",
                 TextArg::type_name(v));
}

}  // namespace

Value convert(Interp& in, ViperType to, Value v) {
    switch (to) {
        case ViperType::Object: return v;
        case ViperType::Bool: return from_bool(KRAIT_TRY(truth(in, v)));
        case ViperType::Int:
        case ViperType::Uint: {
            Word word;
            KRAIT_TRY(take_word(in, v, word));
            return int_of(in, word, to == ViperType::Uint);
        }
        default: return as_pointer(in, v);
    }
}

Value address(Interp& in, Value pointer) {
    if (is_int(pointer)) return unsigned_int(in, word_of(pointer));
    if (is<Str>(pointer))
        return unsigned_int(in, reinterpret_cast<Word>(as<Str>(pointer)->view().data()));
    Word word;
    KRAIT_TRY(address_of(in, pointer, word));
    return unsigned_int(in, word);
}

Value binary(Interp& in, u8 flags, Value a, Value b) {
    const bool is_unsigned = flags & kViperUnsigned;
    Word x, y;
    KRAIT_TRY(take_word(in, a, x));
    KRAIT_TRY(take_word(in, b, y));
    const auto op = static_cast<BinaryOp>(flags & ~kViperUnsigned);
    switch (op) {
        case BinaryOp::Add: x += y; break;
        case BinaryOp::Sub: x -= y; break;
        case BinaryOp::Mul: x *= y; break;
        case BinaryOp::And: x &= y; break;
        case BinaryOp::Or: x |= y; break;
        case BinaryOp::Xor: x ^= y; break;
        case BinaryOp::LShift: x = y < kWordBits ? x << y : 0; break;
        case BinaryOp::RShift: x = shift_right(x, y, is_unsigned); break;
        case BinaryOp::FloorDiv:
        case BinaryOp::Mod: KRAIT_TRY(divide(in, x, y, op == BinaryOp::Mod, x)); break;
        default: return raise(in, kTypeError, "unsupported viper operation");
    }
    return int_of(in, x, is_unsigned);
}

Value unary(Interp& in, u8 flags, Value v) {
    Word word;
    KRAIT_TRY(take_word(in, v, word));
    const auto op = static_cast<UnaryOp>(flags & ~kViperUnsigned);
    if (op == UnaryOp::Neg) word = Word{0} - word;
    if (op == UnaryOp::Invert) word = ~word;
    return int_of(in, word, flags & kViperUnsigned);
}

Value load(Interp& in, Value pointer, Value index, u8 width) {
    Place place;
    KRAIT_TRY(find_place(in, pointer, index, width, false, place));
    const u32 value = load_bytes(place.data, width);
    // A native int: where a word has 32 bits, the upper half of those is negative.
    return signed_int(in, value);
}

Status store(Interp& in, Value pointer, Value index, u8 width, Value value) {
    Word word;
    KRAIT_TRY(take_word(in, value, word));
    Place place;
    KRAIT_TRY(find_place(in, pointer, index, width, true, place));
    store_bytes(place.data, width, static_cast<u32>(word));
    return kOk;
}

}  // namespace krait::viper
