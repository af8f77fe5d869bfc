#include "convert.hpp"

#include <cstring>

#include "core/bind.hpp"
#include "core/text.hpp"
#include "objects/int.hpp"

namespace krait::host {

namespace {

Status pointer_to_c(Interp& in, Value v, CValue& out, BufferView& view) {
    if (is_none(v)) return out.p = nullptr, kOk;
    if (is_int(v)) return out.Q = int_low_bits(v), kOk;
    if (const Callback* callback = as_if<Callback>(v)) return out.p = callback->code, kOk;
    if (Str* text = as_if<Str>(v)) return out.p = text->data(), kOk;
    KRAIT_TRY(get_buffer(in, v, view));
    out.p = view.data;
    return kOk;
}

}  // namespace

ffi_type* type_of_letter(char letter) {
    switch (letter) {
        case 'v': return &ffi_type_void;
        case 'b': return &ffi_type_sint8;
        case 'B': return &ffi_type_uint8;
        case 'h': return &ffi_type_sint16;
        case 'H': return &ffi_type_uint16;
        case 'i': return &ffi_type_sint32;
        case 'I': return &ffi_type_uint32;
        case 'l': return &ffi_type_slong;
        case 'L': return &ffi_type_ulong;
        case 'q': return &ffi_type_sint64;
        case 'Q': return &ffi_type_uint64;
        case 'f': return &ffi_type_float;
        case 'd': return &ffi_type_double;
        case 'p':
        case 'P':
        case 's':
        case 'C':
        case 'O': return &ffi_type_pointer;
        default: return nullptr;
    }
}

Result<isize> read_types(Interp& in, Str* letters, ffi_type** out) {
    if (letters->size() > kMostArguments)
        return raise(in, kValueError, "a function takes at most {} arguments", kMostArguments);
    for (usize i = 0; i < letters->size(); ++i) {
        const char letter = letters->view()[i];
        out[i] = type_of_letter(letter);
        if (!out[i] || letter == 'v')
            return raise(in, kValueError, "'{}' is no type of an argument",
                         letters->view().substr(i, 1));
    }
    return static_cast<isize>(letters->size());
}

Status to_c(Interp& in, char letter, Value v, CValue& out, BufferView& view) {
    std::memset(&out, 0, sizeof out);
    Float number = 0;
    switch (letter) {
        case 'f':
            KRAIT_TRY(to_float(in, v, number));
            out.f = static_cast<float>(number);
            return kOk;
        case 'd':
            KRAIT_TRY(to_float(in, v, number));
            out.d = number;
            return kOk;
        case 'O': return out.p = v.is_object() ? v.object() : nullptr, kOk;
        case 's':
            if (!is_none(v) && !is<Str>(v))
                return raise(in, kTypeError, "expected str or None, not {}", TextArg::type_name(v));
            [[fallthrough]];
        case 'p':
        case 'P':
        case 'C': return pointer_to_c(in, v, out, view);
        // The narrower ones are the lowest bytes: C's own conversion.
        default: return to_low_bits(in, v, out.Q);
    }
}

Value from_c(Interp& in, char letter, const CValue& v, bool widened) {
    const ffi_arg wide = v.integer;
    switch (letter) {
        case 'v': return none();
        case 'b': return new_int(in, widened ? static_cast<i8>(wide) : v.b);
        case 'B': return new_int(in, widened ? static_cast<u8>(wide) : v.B);
        case 'h': return new_int(in, widened ? static_cast<i16>(wide) : v.h);
        case 'H': return new_int(in, widened ? static_cast<u16>(wide) : v.H);
        case 'i': return new_int(in, widened ? static_cast<i32>(wide) : v.i);
        case 'I': return new_int(in, widened ? static_cast<u32>(wide) : v.I);
        case 'l': return new_int(in, sizeof(long) == 8 ? v.q : static_cast<i32>(wide));
        case 'L': return new_int_unsigned(in, sizeof(long) == 8 ? v.Q : static_cast<u32>(wide));
        case 'q': return new_int(in, v.q);
        case 'Q': return new_int_unsigned(in, v.Q);
        case 'f': return new_float(in, static_cast<Float>(v.f));
        case 'd': return new_float(in, static_cast<Float>(v.d));
        case 's':
            if (!v.p) return none();
            return new_str(in, static_cast<const char*>(v.p)).take();
        case 'O': return v.p ? Value(static_cast<const Object*>(v.p)) : none();
        default: return new_int_unsigned(in, reinterpret_cast<u64>(v.p));
    }
}

Status to_c_result(Interp& in, char letter, Value v, CValue& out) {
    std::memset(&out, 0, sizeof out);
    if (letter == 'v') return kOk;
    BufferView view;
    const Status ok = to_c(in, letter, v, out, view);
    release_buffer(view);
    KRAIT_TRY(ok);
    // Results are widened by their sign.
    switch (letter) {
        case 'b': out.integer = static_cast<ffi_arg>(static_cast<ffi_sarg>(out.b)); break;
        case 'h': out.integer = static_cast<ffi_arg>(static_cast<ffi_sarg>(out.h)); break;
        case 'i': out.integer = static_cast<ffi_arg>(static_cast<ffi_sarg>(out.i)); break;
        case 'B': out.integer = out.B; break;
        case 'H': out.integer = out.H; break;
        case 'I': out.integer = out.I; break;
        default: break;
    }
    return kOk;
}

}  // namespace krait::host
