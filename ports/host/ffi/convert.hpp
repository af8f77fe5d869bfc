// The types of C by the letters that ffi gives them, and values to C and back.
//     v void   b B h H i I l L q Q integers as in struct   f float   d double
//     p P pointer (None, an int, a buffer, a callback)   s text   C callback   O any object
#pragma once

#include <ffi.h>

#include "core/interp.hpp"

namespace krait::host {

union CValue {
    ffi_arg integer;  // results of integer functions are at least this wide
    i8 b;
    u8 B;
    i16 h;
    u16 H;
    i32 i;
    u32 I;
    i64 q;
    u64 Q;
    float f;
    double d;
    const void* p;
};

// Null for a letter that is no type.
ffi_type* type_of_letter(char letter);
// The letters of a signature as types. ValueError; at most kMostArguments.
constexpr usize kMostArguments = 16;
Result<isize> read_types(Interp&, Str* letters, ffi_type** out);

// A Python value as an argument; `view` holds the buffer that a pointer points into.
Status to_c(Interp&, char letter, Value v, CValue& out, BufferView& view);
// A result or a callback's argument; `widened`: integers fill an ffi_arg, as results do.
Value from_c(Interp&, char letter, const CValue& v, bool widened);
// What a callback returns.
Status to_c_result(Interp&, char letter, Value v, CValue& out);

// A function of Python's that C can call.
struct Callback : Object {
    static const BuiltinType kType;
    ffi_closure* closure;
    void* code;  // what C calls
    ffi_cif cif;
    ffi_type* types[kMostArguments];
    Value function;
    Interp* interp;
    Str* letters;
    char result;
};

}  // namespace krait::host
