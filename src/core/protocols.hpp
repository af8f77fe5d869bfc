// The protocols: what can be done with any Python object. Each looks up the type's slot and falls
// back as the Python reference says. All of these may run Python code.
#pragma once

#include "core/exceptions.hpp"

namespace krait {

// Calls. The callee may be anything; arguments are copied if the callee keeps them.
Value call(Interp&, Value callee, const CallArgs& args);
Value call(Interp&, Value callee);
Value call(Interp&, Value callee, Value a);
Value call(Interp&, Value callee, Value a, Value b);
Value call(Interp&, Value callee, std::span<const Value> args);
Value call_method(Interp&, Value object, const Str* name, std::span<const Value> args = {});
bool is_callable(Value v);

// Attributes.
Value get_attr(Interp&, Value object, const Str* name);  // AttributeError if missing
Value get_attr_or(Interp&, Value object, const Str* name, Value fallback);
Value find_attr(Interp&, Value object, const Str* name);           // done() if missing
Status set_attr(Interp&, Value object, const Str* name, Value v);  // an empty v deletes
// A method found in the type of `object` (never in the instance), as special methods are: not
// bound; done() if missing. Never runs Python and never raises.
Value find_special(const Type* type, const Str* name);
// Calls the special method if the type has it; done() if it has not.
Value call_special(Interp&, Value object, const Str* name, std::span<const Value> args = {});

// Items.
Value get_item(Interp&, Value object, Value key);
Status set_item(Interp&, Value object, Value key, Value v);  // an empty v deletes
Result<isize> length(Interp&, Value object);
Result<isize> length_hint(Interp&, Value object);  // 0 if unknown
Result<bool> contains(Interp&, Value container, Value item);

// Iteration. iterate() returns an iterator; next() an item, done() at the end, empty on error.
Value iterate(Interp&, Value iterable);
Value next(Interp&, Value iterator);
// Appends all items of the iterable.
Status extend(Interp&, List* list, Value iterable);
Result<List*> list_from(Interp&, Value iterable);
Result<Tuple*> tuple_from(Interp&, Value iterable);

// Operators.
Value binary(Interp&, BinaryOp op, Value lhs, Value rhs);
Value inplace(Interp&, BinaryOp op, Value lhs, Value rhs);
// TypeError "bad operand type for unary -: 'T'".
Raised raise_bad_operand(Interp&, UnaryOp op, const Type* type);
Value unary(Interp&, UnaryOp op, Value v);
Value power(Interp&, Value base, Value exponent, Value modulus);
Value compare(Interp&, CompareOp op, Value lhs, Value rhs);  // any object
Result<bool> compare_bool(Interp&, CompareOp op, Value lhs, Value rhs);
Result<bool> equal(Interp&, Value a, Value b);  // identity first, as containers do
Result<bool> truth(Interp&, Value v);
Result<isize> hash(Interp&, Value v);  // TypeError if unhashable

// Text.
Result<Str*> repr(Interp&, Value v);
Result<Str*> to_str(Interp&, Value v);
Result<Str*> format(Interp&, Value v, Str* spec);
Result<Str*> ascii(Interp&, Value v);

// Numbers. to_index: __index__, else TypeError; clamped or OverflowError as said.
Result<isize> to_index(Interp&, Value v);          // OverflowError if it does not fit
Result<isize> to_index_clamped(Interp&, Value v);  // for slices: clamps to isize
Value to_int_object(Interp&, Value v);             // __index__ only: an int of any size
Status to_float(Interp&, Value v, Float& out);     // int, float, __float__, __index__
Value new_int(Interp&, i64 i);                     // big if need be
Value new_int_unsigned(Interp&, u64 i);
Value new_float(Interp&, Float f);
bool is_int(Value v);     // int or a subclass, bool included
bool is_float(Value v);   // float or a subclass
Float float_of(Value v);  // Requires: is_float(v)
// The value of an int as i64. OverflowError if it does not fit. Requires: is_int(v).
Status int_to_i64(Interp&, Value v, i64& out);

// Strings and bytes. Text must be valid UTF-8.
Result<Str*> new_str(Interp&, std::string_view text);
Value new_bytes(Interp&, Bytes bytes);
// The one Str with this text; names are compared by address.
Result<Str*> intern(Interp&, std::string_view text);
Result<Str*> intern(Interp&, Str* s);

// Buffers: bytes-like objects. While a view is held, the exporter cannot be resized.
struct BufferView {
    u8* data = nullptr;
    usize size = 0;     // bytes
    char format = 'B';  // item type as in struct; item_size its size
    u8 item_size = 1;
    bool readonly = true;
    Value exporter;  // kept alive by whoever holds the view
    Bytes bytes() const { return {data, size}; }
};
Status get_buffer(Interp&, Value object, BufferView& view, bool writable = false);  // TypeError
// The same to read from, of what is handed to a device, a stream or a codec: there a str stands for
// its UTF-8, as in MicroPython, unless the interpreter is strict.
Status lend_bytes(Interp&, Value v, BufferView& view);
bool lends_bytes(const Interp&, Value v);
void release_buffer(BufferView& view);
// A buffer held for a scope.
class HeldBuffer : public BufferView {
  public:
    HeldBuffer() = default;
    HeldBuffer(const HeldBuffer&) = delete;
    ~HeldBuffer() { release_buffer(*this); }
};

// Types.
bool is_instance(Value v, const Type* type);                  // plain subtype test, runs no Python
Result<bool> is_instance(Interp&, Value v, Value classinfo);  // isinstance(), __instancecheck__
Result<bool> is_subclass(Interp&, Value cls, Value classinfo);
bool is_type(Value v);
const Type* as_type(Value v);  // Requires: is_type(v)

}  // namespace krait
