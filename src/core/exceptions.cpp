#include "core/exceptions.hpp"

#include "core/errno.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

// --- text ----------------------------------------------------------------------------------------

std::string_view TextArg::text() const {
    switch (kind_) {
        case Kind::Text: return {literal_, size_};
        case Kind::Literal: return literal_;
        case Kind::Name: return name_->view();
        case Kind::Type: return type_->name->view();
        case Kind::TypeOf: return type_of(value_)->name->view();
        default: return {};
    }
}

Result<Str*> format_text(Interp& in, std::string_view format, const TextArg* args) {
    StrBuilder out(in);
    for (usize at; (at = format.find("{}")) != format.npos; format.remove_prefix(at + 2)) {
        KRAIT_TRY(out.append({format.data(), at}));
        KRAIT_TRY(out.append_arg(*args++));
    }
    KRAIT_TRY(out.append(format));
    return out.finish();
}

Result<Str*> format_text(Interp& in, const char* format, const TextArg* args) {
    return format_text(in, std::string_view(format), args);
}

Raised raise_format(Interp& in, const Type& type, const char* format, const TextArg* args) {
    return raise_format(in, type, std::string_view(format), args);
}

Raised raise_format(Interp& in, const Type& type, std::string_view format, const TextArg* args) {
    const Interp::Emergency emergency(in);
    const Result<Str*> message = format_text(in, format, args);
    if (!message) {
        if (!in.heap().is_locked() || !is_instance(in.pending(), &kMemoryError)) return {};
        (void)in.take_pending();  // its kind tells more than a MemoryError would
        return raise_args(in, type, {});
    }
    const Value values[] = {Value(message.take())};
    return raise_args(in, type, values);
}

// --- making and raising --------------------------------------------------------------------------

Result<Exception*> new_exception(Interp& in, const Type& type, std::span<const Value> args) {
    const Interp::Emergency emergency(in);
    Exception* e = KRAIT_TRY(make_instance<Exception>(in, &type));
    e->args = KRAIT_TRY(exception_arguments(in, args));
    return e;
}

Result<Tuple*> exception_arguments(Interp& in, std::span<const Value> args) {
    const Interp::Emergency emergency(in);
    const Result<Tuple*> tuple = new_tuple(in, args);
    if (tuple || !in.heap().is_locked()) return tuple;
    (void)in.take_pending();
    return empty_tuple();
}

Raised raise_args(Interp& in, const Type& type, std::span<const Value> args) {
    // Classes of scripts may have their own __new__ and __init__.
    const Value e = type.has(kHeapType) ? call(in, Value(&type), args)
                                        : Value(new_exception(in, type, args).take());
    if (e.is_empty()) return {};
    return raise_value(in, e);
}

// A chain that leads back to the exception is cut, as contexts are walked to their end. One that
// scripts made into a ring elsewhere is noticed by a second walker at half the speed.
void link_context(Interp& in, Value exception) {
    Exception* e = as_if<Exception>(exception);
    Exception* handled = as_if<Exception>(in.handled());
    if (!e || !handled || handled == e) return;
    Exception* slow = handled;
    bool odd = false;
    for (Exception* x = handled; x; odd = !odd) {
        if (x->context == exception) x->context = Value();
        x = as_if<Exception>(x->context);
        if (odd) slow = as_if<Exception>(slow->context);
        if (x == slow) break;
    }
    in.heap().write(e->context, Value(handled));
}

Raised raise_value(Interp& in, Value exception) {
    if (is_type(exception) && as_type(exception)->is_subtype_of(&kBaseException)) {
        exception = call(in, exception);
        if (exception.is_empty()) return {};
    }
    if (!is<Exception>(exception))
        return raise(in, kTypeError, "exceptions must derive from BaseException");
    link_context(in, exception);
    in.set_pending(exception);
    return {};
}

Raised raise_memory_error(Interp& in) {
    Exception* e = in.memory_error();
    if (!e) __builtin_trap();  // not even the start fits: the port gave too little
    e->traceback = nullptr;
    e->cause = e->context = Value();
    in.set_pending(e);
    return {};
}

Raised raise_recursion_error(Interp& in) {
    return raise(in, kRecursionError, "maximum recursion depth exceeded");
}

// --- particular exceptions -----------------------------------------------------------------------

Raised raise_os_error(Interp& in, int error, Value filename) {
    const ErrnoInfo* info = find_errno(error);
    const Result<Str*> text =
        info ? new_str(in, info->text) : format_str(in, "Unknown error {}", error);
    if (!text) return {};
    const Value args[] = {Value::from_int(error), Value(text.take())};
    const Result<Exception*> e = new_exception(in, os_error_class(error), args);
    if (!e) return {};
    if (!filename.is_empty() && !own_attr_set(in, e.take(), "filename"_sym, filename)) return {};
    return raise_value(in, Value(e.take()));
}

Raised raise_driver_error(Interp& in, int error) {
    return raise_driver_error(in, error, os_error_class(error));
}
Raised raise_driver_error(Interp& in, int error, const Type& type) {
    const ErrnoInfo* info = find_errno(error);
    const Result<Str*> name = info ? new_str(in, info->name) : format_str(in, "{}", error);
    if (!name) return {};
    const Value number = Value::from_int(error);
    const Result<Exception*> e = new_exception(in, type, {&number, 1});
    if (!e || !own_attr_set(in, e.take(), "strerror"_sym, name.take())) return {};
    return raise_value(in, Value(e.take()));
}

Raised raise_key_error(Interp& in, Value key) { return raise_args(in, kKeyError, {&key, 1}); }

Raised raise_stop_iteration(Interp& in, Value value) {
    const bool plain = value.is_empty() || is_none(value);
    return raise_args(in, kStopIteration, {&value, plain ? usize{0} : usize{1}});
}

static Result<Str*> no_attribute_message(Interp& in, Value object, const Str* name) {
    if (is_type(object))
        return format_str(in, "type object '{}' has no attribute '{}'", as_type(object)->name,
                          name);
    if (type_of(object)->name == "module"_sym) {
        const Value module = get_attr_or(in, object, "__name__"_sym, none());
        if (module.is_empty()) return {};
        if (Str* text = as_if<Str>(module))
            return format_str(in, "module '{}' has no attribute '{}'", text, name);
    }
    return format_str(in, "'{}' object has no attribute '{}'", TextArg::type_name(object), name);
}

Raised raise_no_attribute(Interp& in, Value object, const Str* name) {
    const Result<Str*> message = no_attribute_message(in, object, name);
    if (!message) return {};
    const Value args[] = {Value(message.take())};
    const Result<Exception*> e = new_exception(in, kAttributeError, args);
    if (!e || !own_attr_set(in, e.take(), "name"_sym, Value(name)) ||
        !own_attr_set(in, e.take(), "obj"_sym, object))
        return {};
    return raise_value(in, Value(e.take()));
}

}  // namespace krait
