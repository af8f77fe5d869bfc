// The named fields of exceptions. A field that was assigned, or came as a keyword, stands in the
// instance's attributes; otherwise it is read from `args`.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"
#include "objects/exception.hpp"
#include "objects/exception_rows.hpp"

namespace krait {

namespace {

constexpr usize kNowhere = ~usize{0};  // the field is in no argument

// Rows of a field: what it reads (argument `Index`) and how it is set.
template <FixedString Name, usize Index>
Value get_field(Interp& in, Exception* e) {
    return exception_field(in, e, symbol<Name>, Index);
}
template <FixedString Name>
Status set_field(Interp& in, Exception* e, Value v) {
    if (v) return own_attr_set(in, e, symbol<Name>, v);
    KRAIT_TRY(own_attr_remove(in, e, symbol<Name>));
    return kOk;
}
template <FixedString Name, usize Index>
constexpr Row field = getter<Name, get_field<Name, Index>, set_field<Name>>;

Exception* self_of(Value v) { return static_cast<Exception*>(v.object()); }

// Keeps the keyword arguments as fields if each is one of `allowed`; then the others are `args`.
Status take_keywords(Interp& in, Value self, const CallArgs& args,
                     std::initializer_list<const Str*> allowed) {
    for (u32 i = 0; i < args.named; ++i) {
        bool known = false;
        for (const Str* name : allowed) known |= args.names[i] == Value(name);
        if (!known)
            return raise(in, kTypeError, "'{}' is an invalid keyword argument for {}",
                         as<Str>(args.names[i]), type_of(self));
        KRAIT_TRY(own_attr_set(in, self_of(self), as<Str>(args.names[i]),
                               args.values[args.positional + i]));
    }
    return exception_init(in, self, {args.values, args.positional, 0, nullptr});
}

// --- StopIteration, SystemExit, AttributeError, NameError, ImportError ---

Value exit_code(Interp& in, Exception* e) {
    if (e->args->size() > 1) {
        Value set = own_attr_get(in, e, "code"_sym);
        return set ? set : Value(e->args);
    }
    return exception_field(in, e, "code"_sym, 0);
}

Status named_error_init(Interp& in, Value self, const CallArgs& args) {
    if (is_instance(self, &kNameError)) return take_keywords(in, self, args, {"name"_sym});
    return take_keywords(in, self, args, {"name"_sym, "obj"_sym});
}

Status import_error_init(Interp& in, Value self, const CallArgs& args) {
    return take_keywords(in, self, args, {"name"_sym, "path"_sym, "name_from"_sym});
}

Value import_error_msg(Interp& in, Exception* e) {
    if (e->args->size() == 1) return exception_field(in, e, "msg"_sym, 0);
    return exception_field(in, e, "msg"_sym, kNowhere);
}

Value import_error_str(Interp& in, Value self) {
    Value msg = KRAIT_TRY(import_error_msg(in, self_of(self)));
    return is_exact<Str>(msg) ? msg : exception_str(in, self);
}

Value key_error_str(Interp& in, Value self) {
    const Tuple* args = self_of(self)->args;
    if (args->size() == 1) return repr(in, (*args)[0]).take();
    return exception_str(in, self);
}

// --- OSError ---

// Differs: OSError(n) has errno n, as scripts for MicroPython expect; CPython has None.
Value os_error_errno(Interp& in, Exception* e) {
    Value v = exception_field(in, e, "errno"_sym, 0);
    return e->args->size() == 1 && !is_int(v) ? none() : v;
}

Value os_error_strerror(Interp& in, Exception* e) {
    if (Value set = own_attr_get(in, e, "strerror"_sym)) return set;
    return e->args->size() == 2 ? (*e->args)[1] : none();
}

// OSError(errno, text, filename, winerror, filename2): args keep the first two.
Status os_error_set(Interp& in, Exception* e, const CallArgs& args) {
    const u32 kept = args.positional > 2 && args.positional <= 5 ? 2 : args.positional;
    Tuple* tuple = KRAIT_TRY(new_tuple(in, std::span(args.values, kept)));
    in.heap().write(e->args, tuple);
    if (args.positional > 2 && args.positional <= 5 && !is_none(args.values[2]))
        KRAIT_TRY(own_attr_set(in, e, "filename"_sym, args.values[2]));
    if (args.positional == 5 && !is_none(args.values[4]))
        KRAIT_TRY(own_attr_set(in, e, "filename2"_sym, args.values[4]));
    return kOk;
}

// OSError(ENOENT, ...) is a FileNotFoundError.
Value os_error_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (cls == &kOSError && args.positional >= 2 && args.positional <= 5 && args.values[0].is_int())
        cls = &os_error_class(static_cast<int>(args.values[0].as_int()));
    auto* e = KRAIT_TRY(make_instance<Exception>(in, cls));
    e->args = empty_tuple();
    KRAIT_TRY(os_error_set(in, e, args));
    return Value(e);
}

Status os_error_init(Interp& in, Value self, const CallArgs& args) {
    if (args.named > 0)
        return raise(in, kTypeError, "{}() takes no keyword arguments", type_of(self));
    return os_error_set(in, self_of(self), args);
}

// Made by raise_driver_error(): it has the number alone, and the number's name as its text.
bool is_driver_error(Interp& in, Exception* e) {
    return e->args->size() == 1 && own_attr_get(in, e, "strerror"_sym);
}

// Differs: such errors, which only filesystem drivers raise, look as in MicroPython.
Value os_error_repr(Interp& in, Value self) {
    Exception* e = self_of(self);
    if (!is_driver_error(in, e)) return exception_repr(in, self);
    return format_str(in, "{}({},)", type_of(self), (*e->args)[0]).take();
}

Value os_error_str(Interp& in, Value self) {
    Exception* e = self_of(self);
    if (e->args->size() != 2 && !is_driver_error(in, e)) return exception_str(in, self);
    Str* number = KRAIT_TRY(to_str(in, KRAIT_TRY(os_error_errno(in, e))));
    Str* text = KRAIT_TRY(to_str(in, KRAIT_TRY(os_error_strerror(in, e))));
    Value file = KRAIT_TRY(exception_field(in, e, "filename"_sym, kNowhere));
    Value second = KRAIT_TRY(exception_field(in, e, "filename2"_sym, kNowhere));
    if (is_none(file)) return format_str(in, "[Errno {}] {}", number, text).take();
    if (is_none(second)) return format_str(in, "[Errno {}] {}: {}", number, text, file).take();
    return format_str(in, "[Errno {}] {}: {} -> {}", number, text, file, second).take();
}

// --- SyntaxError(message, (filename, line, offset, text, end_line, end_offset)) ---

template <FixedString Name, usize Index>
Value get_detail(Interp& in, Exception* e) {
    if (Value set = own_attr_get(in, e, symbol<Name>)) return set;
    if (e->args->size() != 2 || !is<Tuple>((*e->args)[1])) return none();
    const Tuple* details = as<Tuple>((*e->args)[1]);
    return Index < details->size() ? (*details)[Index] : none();
}
template <FixedString Name, usize Index>
constexpr Row detail = getter<Name, get_detail<Name, Index>, set_field<Name>>;

// The file's name without its folders.
std::string_view base_name(std::string_view path) {
    const usize slash = path.rfind('/');
    if (slash != path.npos) path.remove_prefix(slash + 1);
    return path;
}

Value syntax_error_str(Interp& in, Value self) {
    Exception* e = self_of(self);
    if (e->args->size() == 0) return Value("None"_sym);
    Str* msg = KRAIT_TRY(to_str(in, KRAIT_TRY(exception_field(in, e, "msg"_sym, 0))));
    Value file = KRAIT_TRY((get_detail<"filename", 0>(in, e)));
    Value line = KRAIT_TRY((get_detail<"lineno", 1>(in, e)));
    const bool has_line = is_int(line);
    if (is<Str>(file) && has_line)
        return format_str(in, "{} ({}, line {})", msg, base_name(as<Str>(file)->view()), line)
            .take();
    if (is<Str>(file))
        return format_str(in, "{} ({})", msg, base_name(as<Str>(file)->view())).take();
    if (has_line) return format_str(in, "{} (line {})", msg, line).take();
    return Value(msg);
}

// --- UnicodeDecodeError, UnicodeEncodeError(encoding, object, start, end, reason) ---

Status unicode_error_init(Interp& in, Value self, const CallArgs& args) {
    if (args.total() != 5 || args.named)
        return raise(in, kTypeError, "function takes exactly 5 arguments ({} given)", args.total());
    return exception_init(in, self, args);
}

// "byte 0xff" or "character '\xe9'" at that place of the object; null if it has none.
Result<Str*> unicode_error_culprit(Interp& in, Exception* e, isize start) {
    Value item = KRAIT_TRY(get_item(in, KRAIT_TRY(exception_field(in, e, "object"_sym, 1)),
                                    KRAIT_TRY(new_int(in, start))));
    StrBuilder out(in);
    if (item.is_int()) {
        KRAIT_TRY(out.append("byte 0x"));
        KRAIT_TRY(out.append_unsigned(static_cast<u64>(item.as_int()), 16, 2));
    } else {
        KRAIT_TRY(out.append("character "));
        KRAIT_TRY(out.append(KRAIT_TRY(ascii(in, item))));
    }
    return out.finish();
}

Value unicode_error_str(Interp& in, Value self) {
    Exception* e = self_of(self);
    if (e->args->size() != 5) return exception_str(in, self);
    Str* encoding = KRAIT_TRY(to_str(in, KRAIT_TRY(exception_field(in, e, "encoding"_sym, 0))));
    const isize start = KRAIT_TRY(to_index(in, KRAIT_TRY(exception_field(in, e, "start"_sym, 2))));
    const isize end = KRAIT_TRY(to_index(in, KRAIT_TRY(exception_field(in, e, "end"_sym, 3))));
    Str* reason = KRAIT_TRY(to_str(in, KRAIT_TRY(exception_field(in, e, "reason"_sym, 4))));
    const bool decoding = is_instance(self, &kUnicodeDecodeError);
    const char* verb = decoding ? "decode" : "encode";
    const isize size = KRAIT_TRY(length(in, KRAIT_TRY(exception_field(in, e, "object"_sym, 1))));
    if (start >= 0 && start < size && end == start + 1) {
        Str* culprit = KRAIT_TRY(unicode_error_culprit(in, e, start));
        return format_str(in, "'{}' codec can't {} {} in position {}: {}", encoding, verb, culprit,
                          start, reason)
            .take();
    }
    return format_str(in, "'{}' codec can't {} {} in position {}-{}: {}", encoding, verb,
                      decoding ? "bytes" : "characters", start, end - 1, reason)
        .take();
}

}  // namespace

constinit const Slots kKeyErrorSlots{.str = key_error_str};
constinit const Slots kNamedErrorSlots{.init = named_error_init};
constinit const Slots kImportErrorSlots{.str = import_error_str, .init = import_error_init};
constinit const Slots kOsErrorSlots{.repr = os_error_repr,
                                    .str = os_error_str,
                                    .construct = os_error_construct,
                                    .init = os_error_init};
constinit const Slots kSyntaxErrorSlots{.str = syntax_error_str};
constinit const Slots kUnicodeErrorSlots{.str = unicode_error_str, .init = unicode_error_init};

constinit const Row kStopIterationRows[] = {field<"value", 0>};
constinit const Row kSystemExitRows[] = {getter<"code", exit_code, set_field<"code">>};
constinit const Row kAttributeErrorRows[] = {field<"name", kNowhere>, field<"obj", kNowhere>};
constinit const Row kNameErrorRows[] = {field<"name", kNowhere>};
constinit const Row kImportErrorRows[] = {getter<"msg", import_error_msg, set_field<"msg">>,
                                          field<"name", kNowhere>, field<"path", kNowhere>,
                                          field<"name_from", kNowhere>};
constinit const Row kOsErrorRows[] = {
    getter<"errno", os_error_errno, set_field<"errno">>,
    getter<"strerror", os_error_strerror, set_field<"strerror">>,
    field<"filename", kNowhere>,
    field<"filename2", kNowhere>,
};
constinit const Row kSyntaxErrorRows[] = {
    field<"msg", 0>,         detail<"filename", 0>,
    detail<"lineno", 1>,     detail<"offset", 2>,
    detail<"text", 3>,       detail<"end_lineno", 4>,
    detail<"end_offset", 5>, field<"print_file_and_line", kNowhere>,
};
constinit const Row kUnicodeErrorRows[] = {field<"encoding", 0>, field<"object", 1>,
                                           field<"start", 2>, field<"end", 3>, field<"reason", 4>};

}  // namespace krait
