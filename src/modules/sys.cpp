// The sys module.
//
// What is the same in all interpreters stands in read-only rows. The rest (modules, path, argv, the
// board's platform) is put into the module's dict when sys is first imported. Everything can be
// replaced by assignment; print(), input() and the printing of exceptions look here each time.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "hal/board.hpp"
#include "modules/console.hpp"
#include "modules/modules.hpp"
#include "objects/record.hpp"
#include "vm/frame_object.hpp"
#include "vm/import.hpp"
#include "vm/traceback.hpp"

namespace krait {

namespace {

// The MicroPython whose documentation this follows, and Krait's own version.
constexpr int kMajor = 1, kMinor = 26, kMicro = 0;

// --- records -------------------------------------------------------------------------------------

constexpr Row kVersionFields[] = {
    record_field<"major", 0>,        record_field<"minor", 1>,  record_field<"micro", 2>,
    record_field<"releaselevel", 3>, record_field<"serial", 4>,
};
constinit const BuiltinType kVersionInfo{record_type("sys.version_info"_sym, kVersionFields)};

constexpr Row kImplementationFields[] = {
    record_field<"name", 0>,
    record_field<"version", 1>,
    record_field<"_machine", 2>,
    record_field<"_mpy", 3>,
};
constinit const BuiltinType kImplementation{
    record_type("implementation"_sym, kImplementationFields)};

constexpr Row kFloatFields[] = {
    record_field<"max", 0>,   record_field<"max_exp", 1>,  record_field<"max_10_exp", 2>,
    record_field<"min", 3>,   record_field<"min_exp", 4>,  record_field<"min_10_exp", 5>,
    record_field<"dig", 6>,   record_field<"mant_dig", 7>, record_field<"epsilon", 8>,
    record_field<"radix", 9>, record_field<"rounds", 10>,
};
constinit const BuiltinType kFloatInfo{record_type("sys.float_info"_sym, kFloatFields)};

Value make_float_info(Interp& in) {
    using L = std::numeric_limits<Float>;
    auto number = [](int i) { return Value::from_int(i); };
    const Value max = KRAIT_TRY(new_float(in, L::max())), min = KRAIT_TRY(new_float(in, L::min()));
    const Value epsilon = KRAIT_TRY(new_float(in, L::epsilon()));
    const Value values[] = {max,
                            number(L::max_exponent),
                            number(L::max_exponent10),
                            min,
                            number(L::min_exponent),
                            number(L::min_exponent10),
                            number(L::digits10),
                            number(L::digits),
                            epsilon,
                            number(L::radix),
                            number(1)};
    return KRAIT_TRY(new_record(in, kFloatInfo, values));
}

Value make_version_info(Interp& in) {
    const Value values[] = {Value::from_int(3), Value::from_int(12), Value::from_int(0),
                            "final"_sym, Value::from_int(0)};
    return KRAIT_TRY(new_record(in, kVersionInfo, values));
}

Value make_implementation(Interp& in) {
    const Value numbers[] = {Value::from_int(kMajor), Value::from_int(kMinor),
                             Value::from_int(kMicro), ""_sym};
    Tuple* version = KRAIT_TRY(new_tuple(in, numbers));
    Str* machine = KRAIT_TRY(new_str(in, in.board() ? in.board()->info().machine : ""));
    const Value values[] = {"micropython"_sym, version, machine, Value::from_int(0)};
    return KRAIT_TRY(new_record(in, kImplementation, values));
}

// --- exceptions ----------------------------------------------------------------------------------

Value sys_exit(Interp& in, Value status) {
    return raise_args(in, kSystemExit, {&status, status ? 1u : 0u});
}

Value sys_exception(Interp& in) { return in.handled() ? in.handled() : none(); }

Value sys_exc_info(Interp& in) {
    const Value e = sys_exception(in);
    if (is_none(e)) {
        const Value nothing[] = {none(), none(), none()};
        return KRAIT_TRY(new_tuple(in, nothing));
    }
    const Value traceback = KRAIT_TRY(get_attr_or(in, e, "__traceback__"_sym, none()));
    const Value parts[] = {type_of(e), e, traceback};
    return KRAIT_TRY(new_tuple(in, parts));
}

Status write_exception(Interp& in, Value exception, Value file, TracebackStyle style) {
    StrBuilder out(in);
    KRAIT_TRY(format_exception(in, exception, out, style));
    return write_text(in, file, KRAIT_TRY(out.finish()));
}

Status sys_print_exception(Interp& in, Value exception, Value file) {
    if (is_none(file)) file = current_stream(in, "stdout"_sym, kStdout);
    const Value write = KRAIT_TRY(find_attr(in, file, "write"_sym));
    if (is_done(write)) return raise_os_error(in, error::kEINVAL);
    if (!is<Exception>(exception)) return raise(in, kTypeError, "exception expected");
    return write_exception(in, exception, file, TracebackStyle::Brief);
}

Status sys_excepthook(Interp& in, Value, Value exception, Value) {
    if (!is<Exception>(exception))
        return raise(in, kTypeError, "print_exception(): Exception expected for value, {} found",
                     TextArg::type_name(exception));
    return write_exception(in, exception, current_stream(in, "stderr"_sym, kStderr),
                           TracebackStyle::Full);
}

// The text that excepthook() writes; for the library's traceback module.
Value sys_format_exception(Interp& in, Value exception) {
    if (!is<Exception>(exception)) return raise(in, kTypeError, "exception expected");
    StrBuilder out(in);
    KRAIT_TRY(format_exception(in, exception, out, TracebackStyle::Full));
    return KRAIT_TRY(out.finish());
}

// MicroPython's atexit(function): called when the program has ended; None: nothing. Gives what was
// set before. (The module `atexit` keeps any number of them.)
Value sys_atexit(Interp& in, Value function) {
    if (!is_none(function) && !is_callable(function))
        return raise(in, kTypeError, "the function must be callable");
    const Value before = in.module_state(kSysModule);
    KRAIT_TRY(in.set_module_state(kSysModule, function));
    return before ? before : none();
}

// Shows a value as the REPL does, and keeps it as `_`.
Status sys_displayhook(Interp& in, Value value) {
    if (is_none(value)) return kOk;
    StrBuilder out(in);
    KRAIT_TRY(out.append_repr(value));
    KRAIT_TRY(out.append_char('\n'));
    KRAIT_TRY(write_text(in, current_stream(in, "stdout"_sym, kStdout), KRAIT_TRY(out.finish())));
    if (const Value main = dict_get(in.modules(), "__main__"_sym))
        return set_attr(in, main, "_"_sym, value);
    return kOk;
}

// --- frames and tracing --------------------------------------------------------------------------

Value sys_getframe(Interp& in, isize depth) {
    Frame* frame = in.vm().frame_at(static_cast<usize>(std::max(depth, isize{0})));
    if (!frame) return raise(in, kValueError, "call stack is not deep enough");
    return KRAIT_TRY(frame_object(in, frame));
}

Status sys_settrace(Interp& in, Value function) {
    return in.vm().tracer().set_function(is_none(function) ? Value() : function);
}

Value sys_gettrace(Interp& in) {
    const Value function = in.vm().tracer().function();
    return function ? function : none();
}

Status sys_setprofile(Interp& in, Value function) {
    return in.vm().tracer().set_profile(is_none(function) ? Value() : function);
}

Value sys_getprofile(Interp& in) {
    const Value function = in.vm().tracer().profile();
    return function ? function : none();
}

// --- limits and sizes ----------------------------------------------------------------------------

Value sys_getsizeof(Interp& in, Value object, Value) {
    if (!object.is_object() || !in.heap().contains(object.object()))
        return Value::from_int(static_cast<isize>(sizeof(Value)));
    return Value::from_int(static_cast<isize>(in.heap().cell_size(object.object())));
}

i64 sys_getrecursionlimit(Interp& in) { return in.vm().max_depth() & 0x3fffffff; }

Status sys_setrecursionlimit(Interp& in, isize limit) {
    if (limit < 1) return raise(in, kValueError, "recursion limit must be greater or equal than 1");
    in.vm().set_max_depth(static_cast<u32>(std::min<i64>(limit, 0x3fffffff)));
    return kOk;
}

Result<Str*> sys_intern(Interp& in, Str* string) { return intern(in, string); }

// --- the module ----------------------------------------------------------------------------------

Result<List*> list_of(Interp& in, std::span<const std::string_view> texts) {
    List* list = KRAIT_TRY(new_list(in));
    for (std::string_view text : texts)
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_str(in, text))));
    return list;
}

Status sys_init(Interp& in, Module* module) {
    auto set = [&](const Str* name, Value value) -> Status {
        return set_attr(in, module, name, KRAIT_TRY(value));
    };
    KRAIT_TRY(set("modules"_sym, in.modules()));
    KRAIT_TRY(set("path"_sym, KRAIT_TRY(search_path(in))));
    KRAIT_TRY(set("argv"_sym, KRAIT_TRY(list_of(in, in.config().arguments))));
    KRAIT_TRY(set("platform"_sym,
                  KRAIT_TRY(new_str(in, in.board() ? in.board()->info().platform : "bare"))));
    KRAIT_TRY(set("version_info"_sym, make_version_info(in)));
    KRAIT_TRY(set("implementation"_sym, make_implementation(in)));
    KRAIT_TRY(set("maxsize"_sym, new_int(in, std::numeric_limits<isize>::max())));
    return set("float_info"_sym, make_float_info(in));
}

constexpr Row kRows[] = {
    def<"exit(status=..., /)", sys_exit>,
    def<"exception()", sys_exception>,
    def<"exc_info()", sys_exc_info>,
    def<"print_exception(exception, file=None, /)", sys_print_exception>,
    def<"atexit(function, /)", sys_atexit>,
    def<"excepthook(exctype, value, traceback, /)", sys_excepthook>,
    alias<"__excepthook__">(def<"excepthook(exctype, value, traceback, /)", sys_excepthook>),
    def<"_format_exception(exception, /)", sys_format_exception>,
    def<"displayhook(object, /)", sys_displayhook>,
    def<"_getframe(depth=0, /)", sys_getframe>,
    def<"settrace(function, /)", sys_settrace>,
    def<"gettrace()", sys_gettrace>,
    def<"setprofile(function, /)", sys_setprofile>,
    def<"getprofile()", sys_getprofile>,
    def<"getsizeof(object, default=...)", sys_getsizeof>,
    def<"getrecursionlimit()", sys_getrecursionlimit>,
    def<"setrecursionlimit(limit, /)", sys_setrecursionlimit>,
    def<"intern(string, /)", sys_intern>,
    constant<"stdin">(&kStdin),
    constant<"stdout">(&kStdout),
    constant<"stderr">(&kStderr),
    constant<"version">("3.12.0; Krait"_sym),
    constant<"hexversion">(0x030c00f0),
    constant<"byteorder">("little"_sym),
    constant<"maxunicode">(0x10FFFF),
};

}  // namespace

constinit const ModuleDef kSysModule{.name = "sys"_sym, .rows = kRows, .init = sys_init};

}  // namespace krait
