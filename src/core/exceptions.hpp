// Python exceptions: the object, the built-in classes, and how C++ raises them.
//
// Raising sets the interpreter's pending exception and returns the empty result, so a failing path
// is one line:  return raise(in, kValueError, "{} is not in list", item);
#pragma once

#include "core/collections.hpp"

namespace krait {

struct Exception : Object {
    static const BuiltinType kType;  // BaseException
    Tuple* args;
    Value cause, context;  // empty: none
    bool suppress_context;
    List* traceback;  // the places it passed (vm/traceback.hpp), innermost first; null: none
    // Extra named fields of some classes (StopIteration.value, OSError.errno, SyntaxError's
    // position, __notes__, ...) are read from `args`, or stand in the instance's attributes.
    Dict* attributes;  // of direct instances of built-in classes; null until one is set
};

// What knows an exception's list of places: the traceback object for it, and the list (a copy) that
// such an object stands for. TypeError if it is none.
struct TracebackHooks {
    Value (*show)(Interp&, List* places);
    Result<List*> (*take)(Interp&, Value traceback);
};

// The built-in exception classes, declared once in exceptions.def as
//     EXCEPTION(ValueError, Exception)
#define EXCEPTION(name, base) extern const BuiltinType k##name;
#include "core/exceptions.def"
#undef EXCEPTION

extern const BuiltinType kExceptionGroup;  // has two bases: BaseExceptionGroup and Exception

// BaseException under the name that exceptions.def uses.
inline constexpr const BuiltinType& kBaseException = Exception::kType;

// A piece of text for messages: remembers what the caller has and is made text when needed, so that
// the places that raise, which are many, stay small.
class TextArg {
  public:
    enum class Kind : u8 { Text, Literal, Name, Type, TypeOf, Int, Repr, Address };
    TextArg(const char* s) : kind_(Kind::Literal), literal_(s) {}  // NOLINT
    TextArg(std::string_view s)                                    // NOLINT
        : kind_(Kind::Text), size_(static_cast<u32>(s.size())), literal_(s.data()) {}
    TextArg(const Str* s) : kind_(Kind::Name), name_(s) {}  // NOLINT
    template <std::integral I>
    TextArg(I i) : kind_(Kind::Int), int_(static_cast<i64>(i)) {}  // NOLINT
    TextArg(const Type* t) : kind_(Kind::Type), type_(t) {}        // NOLINT: its name
    TextArg(Value v) : kind_(Kind::Repr), value_(v) {}             // NOLINT: its repr()
    // The name of the value's type.
    static TextArg type_name(Value v) {
        TextArg arg(v);
        arg.kind_ = Kind::TypeOf;
        return arg;
    }

    // Where the object lives, as repr() shows it: 0x7f...
    static TextArg address(const Object* o) {
        TextArg arg(reinterpret_cast<isize>(o));
        arg.kind_ = Kind::Address;
        return arg;
    }

    Kind kind() const { return kind_; }
    // The text of any kind but Int, Address and Repr.
    std::string_view text() const;
    i64 integer() const { return int_; }
    Value value() const { return value_; }

  private:
    Kind kind_;
    u32 size_ = 0;
    union {
        const char* literal_;
        const Str* name_;
        const Type* type_;
        i64 int_;
        Value value_;
    };
};

// What raise() returns: converts to the empty form of every result.
struct [[nodiscard]] Raised {
    operator Value() const { return {}; }  // NOLINT(google-explicit-constructor)
    template <class T>
    operator Result<T>() const {  // NOLINT(google-explicit-constructor)
        return {};
    }
};

// Raises `type(message)`; each {} in `format` is replaced by the next argument. A literal goes as a
// plain pointer, as a thousand places raise, and what each needs of code adds up.
Raised raise_format(Interp&, const Type& type, const char* format, const TextArg* args);
Raised raise_format(Interp&, const Type& type, std::string_view format, const TextArg* args);
template <class Format, class... Args>
requires std::convertible_to<Format, std::string_view> Raised raise(Interp& in, const Type& type,
                                                                    const Format& format,
                                                                    const Args&... args) {
    if constexpr (sizeof...(Args) == 0) {
        return raise_format(in, type, format, nullptr);
    } else {
        const TextArg list[] = {TextArg(args)...};
        return raise_format(in, type, format, list);
    }
}
// A fresh exception of a built-in class, as `type(*args)` would make it, without running Python.
Result<Exception*> new_exception(Interp&, const Type& type, std::span<const Value> args);
// The `args` of an exception; an empty tuple if there is no room for them while the heap is locked.
Result<Tuple*> exception_arguments(Interp&, std::span<const Value> args);
// Raises an exception object, or a class (which is then instantiated without arguments). The
// exception being handled becomes its __context__.
Raised raise_value(Interp&, Value exception);
// The exception being handled, if there is one, becomes the __context__ of this one.
void link_context(Interp&, Value exception);
// Raises `type(*args)`.
Raised raise_args(Interp&, const Type& type, std::span<const Value> args);
// OSError(errno, text), or the subclass for that number: `error` is a positive number of errno.hpp.
// With a file name, if it is not empty.
Raised raise_os_error(Interp&, int error, Value filename = {});
// The same as drivers of filesystems raise it: OSError(errno), whose text is the number's name
// ("[Errno 2] ENOENT"), as scripts for MicroPython see it.
Raised raise_driver_error(Interp&, int error);
Raised raise_driver_error(Interp&, int error, const Type& type);
// MemoryError, from an object made at start (allocates nothing).
Raised raise_memory_error(Interp&);
Raised raise_recursion_error(Interp&);
Raised raise_key_error(Interp&, Value key);
// Appends to the exception's __notes__.
Status add_note(Interp&, Value exception, Str* note);
// "'T' object has no attribute 'x'"; the exception knows both (`obj`, `name`), so that whoever
// prints it can suggest a near name (suggest.hpp).
Raised raise_no_attribute(Interp&, Value object, const Str* name);
// StopIteration(value).
Raised raise_stop_iteration(Interp&, Value value);

// A Str from a format and arguments, as raise() does it.
Result<Str*> format_text(Interp&, const char* format, const TextArg* args);
Result<Str*> format_text(Interp&, std::string_view format, const TextArg* args);
template <class Format, class... Args>
requires std::convertible_to<Format, std::string_view> Result<Str*> format_str(
    Interp& in, const Format& format, const Args&... args) {
    if constexpr (sizeof...(Args) == 0) {
        return format_text(in, format, nullptr);
    } else {
        const TextArg list[] = {TextArg(args)...};
        return format_text(in, format, list);
    }
}

}  // namespace krait
