#include "repl/execute.hpp"

#include "core/class.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "modules/console.hpp"
#include "vm/builtins.hpp"
#include "vm/traceback.hpp"

namespace krait {

Status execute(Interp& in, Dict* globals, std::string_view source, CompileMode mode) {
    Str* name = mutable_name("<stdin>"_sym);
    Code* code = KRAIT_TRY(compile_source(in, source, name, mode));
    (void)KRAIT_TRY(in.vm().run_code(code, globals, Value()));
    return kOk;
}

bool is_last_exception(Interp& in) {
    return in.scheduler()->is_stopping() || is_instance(in.pending(), &kSystemExit);
}

Status show_exception(Interp& in) {
    const Value exception = in.take_pending();
    StrBuilder out(in);
    if (format_exception(in, exception, out, TracebackStyle::Brief))
        return console_write(in, ConsoleEnd::Output, out.view());
    (void)in.take_pending();
    print_exception(in, exception);  // at least its name
    return kOk;
}

void unlock_heap(Interp& in) {
    while (in.heap().is_locked()) in.unlock_heap();
}

}  // namespace krait
