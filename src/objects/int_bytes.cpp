// Ints as bytes: to_bytes and from_bytes.
#include "objects/int.hpp"

namespace krait {

std::optional<big::ByteOrder> byte_order_of(Interp& in, const Str* name) {
    if (name->view() == "little") return big::ByteOrder::Little;
    if (name->view() == "big") return big::ByteOrder::Big;
    (void)raise(in, kValueError, "byteorder must be either 'little' or 'big'");
    return std::nullopt;
}

Value int_from_bytes(Interp& in, Bytes bytes, big::ByteOrder order, bool is_signed) {
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(big::limbs_for_bits(8 * bytes.size())));
    const auto [count, negative] = big::from_bytes(out.limbs(), bytes, order, is_signed);
    return out.finish(count, negative);
}

Status int_to_bytes(Interp& in, Value v, MutableBytes out, big::ByteOrder order, bool is_signed) {
    const IntOperand n(v);
    if (n.is_negative() && !is_signed)
        return raise(in, kOverflowError, "can't convert negative int to unsigned");
    if (!big::fits_bytes(n.with_sign(), out.size(), is_signed))
        return raise(in, kOverflowError, "int too big to convert");
    big::to_bytes(out, n.with_sign(), order);
    return kOk;
}

Value int_from_bytes_object(Interp& in, Value v, big::ByteOrder order, bool is_signed) {
    if (find_slot<&Slots::get_buffer>(type_of(v))) {
        HeldBuffer buffer;
        KRAIT_TRY(get_buffer(in, v, buffer));
        return int_from_bytes(in, buffer.bytes(), order, is_signed);
    }
    if (is<Str>(v) || !find_slot<&Slots::iter>(type_of(v)))
        return raise(in, kTypeError, "cannot convert '{}' object to bytes", type_of(v));
    List* items = KRAIT_TRY(list_from(in, v));
    LimbScratch room(in);
    KRAIT_TRY(room.reserve(big::limbs_for_bits(8 * items->size())));
    u8* bytes = reinterpret_cast<u8*>(room.limbs().data());
    const usize count = items->size();
    for (usize i = 0; i < count && i < items->size(); ++i) {
        const isize byte = KRAIT_TRY(clamped_index(in, items->begin()[i], 1000));
        if (byte < 0 || byte > 255) return raise(in, kValueError, "bytes must be in range(0, 256)");
        bytes[i] = static_cast<u8>(byte);
    }
    return int_from_bytes(in, {bytes, count}, order, is_signed);
}

}  // namespace krait
