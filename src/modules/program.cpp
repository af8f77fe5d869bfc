#include "modules/program.hpp"

#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "core/threads.hpp"
#include "modules/console.hpp"
#include "modules/modules.hpp"
#include "vm/builtins.hpp"
#include "vm/import.hpp"
#include "vm/traceback.hpp"

namespace krait {

Result<Dict*> main_globals(Interp& in) {
    Str* name = mutable_name("__main__"_sym);
    const Value there = dict_get(in.modules(), name);
    if (there) return module_dict(in, as<Module>(there));
    Module* main = KRAIT_TRY(new_module(in, name));
    KRAIT_TRY(dict_set(in, in.modules(), name, main));
    return module_dict(in, main);
}

Status run_main(Interp& in, std::string_view text, std::string_view filename, bool is_file) {
    Dict* globals = KRAIT_TRY(main_globals(in));
    Str* name = KRAIT_TRY(new_str(in, filename));
    if (is_file) KRAIT_TRY(dict_set(in, globals, "__file__"_sym, name));
    Code* code = KRAIT_TRY(compile_source(in, text, name, CompileMode::Module));
    (void)KRAIT_TRY(in.vm().run_code(code, globals, Value()));
    return kOk;
}

void report_unraisable(Interp& in, Value exception, Value where) {
    StrBuilder out(in);
    if (out.append("Exception ignored in: ") && out.append_repr(where) && out.append("\n"))
        (void)console_write(in, ConsoleEnd::Error, out.view());
    (void)in.take_pending();
    print_exception(in, exception);
}

// sys.exit(status): an int is the status, None success, anything else is shown.
static int exit_status(Interp& in, Value exception) {
    Value code = get_attr_or(in, exception, "code"_sym, none());
    if (!code || is_none(code)) return kExitSuccess;
    if (code.is_int()) return static_cast<int>(code.as_int() & 0xff);
    if (is_bool(code)) return code == true_();
    if (auto text = to_str(in, code)) {
        (void)write_text(in, current_stream(in, "stderr"_sym, kStderr), text.take());
        (void)console_write(in, ConsoleEnd::Error, "\n");
    }
    return kExitFailure;
}

int finish_with_exception(Interp& in) {
    const Value e = in.take_pending();
    if (in.scheduler()->is_stopping()) return kExitSuccess;
    if (is_instance(e, &kSystemExit)) return exit_status(in, e);
    const Value sys = dict_get(in.modules(), "sys"_sym);
    const Value hook = sys ? get_attr_or(in, sys, "excepthook"_sym, none()) : none();
    bool is_shown = false;
    if (hook && !is_none(hook)) {
        const Value args[] = {type_of(e), e, none()};
        is_shown = bool(call(in, hook, args));
        if (!is_shown) (void)in.take_pending();
    }
    if (!is_shown) print_exception(in, e);
    return is_instance(e, &kKeyboardInterrupt) ? kExitInterrupted : kExitFailure;
}

void wait_for_threads(Interp& in) {
    const Value threading = dict_get(in.modules(), "threading"_sym);
    if (!threading || in.scheduler()->is_stopping()) return;
    if (!call_method(in, threading, "_shutdown"_sym)) (void)finish_with_exception(in);
}

void run_last_finalizers(Interp& in) {
    if (in.scheduler()->is_stopping()) return;
    // Threads that the program does not wait for still hold what they use.
    if (in.threads() && in.threads()->count() > 1) return;
    in.heap().retire_all();
    in.run_finalizers();
}

int run_exit_functions(Interp& in, int status) {
    if (in.scheduler()->is_stopping()) return status;
    const Value function = in.module_state(kSysModule);
    if (function && !is_none(function)) {
        (void)in.set_module_state(kSysModule, none());
        if (!call(in, function)) status = finish_with_exception(in);
    }
    const Value module = dict_get(in.modules(), "atexit"_sym);
    if (!module) return status;
    return call_method(in, module, "_run_exitfuncs"_sym) ? status : finish_with_exception(in);
}

}  // namespace krait
