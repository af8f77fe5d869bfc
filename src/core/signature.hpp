// What a C++ function takes from Python, and how a call's arguments reach it.
//
// A bound function has a Signature in read-only memory: the names of its parameters, their defaults
// and how each is converted. bind.hpp makes it at compile time from text in Python's notation and
// the C++ function's own types. One parser (signature.cpp) serves all functions: it matches a
// call's arguments with the parameters, converts them into slots, one word each, and gives the
// slots to the function's thunk, which only unpacks them.
//
// Slots stand in the order of the named parameters; behind them come two for *args and two for
// **kwargs, if the function has them.
#pragma once

#include "core/protocols.hpp"
#include "core/rom.hpp"

namespace krait {

// --- what bound functions may take, beside plain C++ types (bind.hpp has the table) --------------

// The positional arguments that *args takes. They belong to the caller: valid until it returns.
struct Args {
    const Value* values = nullptr;
    usize count = 0;

    usize size() const { return count; }
    bool empty() const { return count == 0; }
    Value operator[](usize i) const { return values[i]; }
    const Value* begin() const { return values; }
    const Value* end() const { return values + count; }
    operator std::span<const Value>() const { return {values, count}; }  // NOLINT
};

// The keyword arguments that **kwargs takes: those that are no parameters by name.
class Kwargs {
  public:
    Kwargs(const CallArgs& args, const Signature& signature) : args_(args), signature_(signature) {}

    // The next pair; `position` starts at 0; false at the end.
    bool next(usize& position, Str*& name, Value& value) const;
    usize size() const;
    bool empty() const { return size() == 0; }
    Result<Dict*> to_dict(Interp&) const;

  private:
    const CallArgs& args_;
    const Signature& signature_;
};

// A bytes-like argument, held (not resizable) until the function has returned. Of an argument that
// was not given (default None, b'' or ...) it is empty.
class Buffer {
  public:
    explicit Buffer(const BufferView* view) : view_(view) {}
    bool given() const { return bool(view_->exporter); }
    const u8* data() const { return view_->data; }
    usize size() const { return view_->size; }
    Bytes bytes() const { return view_->bytes(); }
    const BufferView& view() const { return *view_; }
    std::string_view text() const { return {reinterpret_cast<const char*>(data()), size()}; }
    operator Bytes() const { return bytes(); }  // NOLINT(google-explicit-constructor)

  protected:
    const BufferView* view_;
};

// The same for what goes to a device, a stream or a codec: a str stands for its UTF-8 there, as in
// MicroPython (lend_bytes() in protocols.hpp).
class Payload : public Buffer {
  public:
    using Buffer::Buffer;
};

// The same for one that can be written.
class MutableBuffer : public Buffer {
  public:
    using Buffer::Buffer;
    u8* data() const { return view_->data; }
    MutableBytes bytes() const { return {view_->data, view_->size}; }
    operator MutableBytes() const { return bytes(); }  // NOLINT(google-explicit-constructor)
};

// An index as slices take it: what is out of range is clamped to isize. None (given or by default)
// is the parameter's default, and where that is None too, kEnd.
struct ClampedIndex {
    static constexpr isize kEnd = std::numeric_limits<isize>::max();
    isize value;
    operator isize() const { return value; }  // NOLINT(google-explicit-constructor)
};

// A Value that is known to be an instance of the built-in type T, where T is no struct (IntType,
// FloatType) or where the Value is what is wanted.
template <class T>
struct Of {
    Value value;
    operator Value() const { return value; }  // NOLINT(google-explicit-constructor)
};

// --- the tables ------------------------------------------------------------------------------

// One converted argument. Pointers need no conversion: the word of a Value that is an object is
// the object's address, and the empty Value is null.
union ArgSlot {
    Value value;
    Object* object;
    isize index;
    Float number;
    const BufferView* view;
    const void* pointer;
    ArgSlot() {}  // NOLINT: filled by the parser
};
static_assert(sizeof(ArgSlot) == sizeof(Word));

enum class ArgKind : u8 {
    Any,
    Object,    // a C++ struct: T*
    Instance,  // Of<T>
    Class,     // const Type*
    Index,
    Clamped,
    Int64,  // checked; stays a Value, the thunk reads it
    Number,
    Truth,
    ReadBuffer,
    Payload,  // a buffer to read from, or a str
    WriteBuffer,
    Rest,      // *args; not among the named parameters
    Keywords,  // **kwargs; likewise
};
constexpr u8 kArgKindMask = 0x1f;
constexpr u8 kArgNullable = 0x40;  // the default is None: None is passed as null
constexpr u8 kArgRequired = 0x80;

// Behind the header stand the Values: names of the `count` parameters, defaults of those from
// `first_default` on, and the types of the Object and Instance ones; then `count` bytes of kinds.
struct alignas(Word) Signature {
    u8 count;            // named parameters
    u8 positional_only;  // the first so many cannot be given by name
    u8 positional;       // the first so many can be given by position
    u8 first_default;
    u8 entry_count;  // Values in all
    u8 flags;
    u8 unused[2];

    static constexpr u8 kRest = 1;      // has *args
    static constexpr u8 kKeywords = 2;  // has **kwargs
    static constexpr u8 kReceiver = 4;  // the first parameter is self or cls
    static constexpr u8 kBuffers = 8;   // some argument is a buffer
    static constexpr u8 kSimple = 16;   // all by position; no *args, **kwargs or buffers
    static constexpr u8 kPlain = 32;    // simple, and all are Any: the arguments are the slots
    static constexpr u8 kDirect = 64;   // the same if the objects among them are of their types

    bool has(u8 flag) const { return flags & flag; }
    const Value* names() const { return reinterpret_cast<const Value*>(this + 1); }
    Value default_of(usize i) const { return names()[count + i - first_default]; }
    const Value* types() const { return names() + 2 * count - first_default; }
    const u8* kinds() const { return reinterpret_cast<const u8*>(names() + entry_count); }
    ArgKind kind(usize i) const { return static_cast<ArgKind>(kinds()[i] & kArgKindMask); }
    bool is_required(usize i) const { return kinds()[i] & kArgRequired; }
};

constexpr usize kMaxParameters = 12;
constexpr usize kMaxSlots = kMaxParameters + 4;
constexpr usize kMaxBuffers = 3;

// --- calls -------------------------------------------------------------------------------------

// A built-in function, or a method that is not bound.
inline bool is_builtin(Value v) {
    const Shape* shape = v.is_object() ? v.object()->shape : nullptr;
    return shape == Builtin::kFunctionType.shape() || shape == Builtin::kMethodType.shape();
}

// Calls the function. `self`, if not empty, stands before the arguments.
Value call_builtin(Interp&, const Builtin* function, const CallArgs& args, Value self = {});
// The same with arguments by position alone, for the interpreter loop: the depth of the C stack is
// looked at only where it can grow.
Value call_builtin(Interp&, const Builtin* function, const Value* args, u32 count);

// Matches and converts; `name` is for messages. `views` is room for as many buffers as the
// signature has; the caller releases those whose exporter is set, also after a failure.
Status bind_args(Interp&, const Str* name, const Signature& signature, const CallArgs& args,
                 Value self, ArgSlot* slots, BufferView* views);

// "(self, sub, start=0, end=None, /)": what help() shows.
Result<Str*> describe_signature(Interp&, const Signature& signature);

}  // namespace krait
