// What os has where there is a process around the interpreter: environment, shell, process number.
// A module of its own, so that only the ports that have a process link it.
#include "hal/process.hpp"

#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/interp.hpp"
#include "hal/board.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

Result<hal::Process*> process_of(Interp& in) {
    if (hal::Process* process = in.board()->process()) return process;
    return raise_os_error(in, error::kEOPNOTSUPP);
}

Status check_name(Interp& in, const Str* name) {
    const std::string_view text = name->view();
    if (text.find('\0') != std::string_view::npos)
        return raise(in, kValueError, "embedded null byte");
    if (text.find('=') != std::string_view::npos)
        return raise(in, kValueError, "illegal environment variable name");
    return text.empty() ? Status(raise_os_error(in, error::kEINVAL)) : Status(kOk);
}

Value os_getenv(Interp& in, Str* key, Value fallback) {
    const std::string_view value = KRAIT_TRY(process_of(in))->variable(key->view());
    return value.data() ? Value(new_str(in, value).take()) : fallback;
}
Status os_putenv(Interp& in, Str* name, Str* value) {
    KRAIT_TRY(check_name(in, name));
    if (value->view().find('\0') != std::string_view::npos)
        return raise(in, kValueError, "embedded null byte");
    KRAIT_TRY(process_of(in))->set_variable(name->view(), value->view());
    return kOk;
}
Status os_unsetenv(Interp& in, Str* name) {
    KRAIT_TRY(check_name(in, name));
    KRAIT_TRY(process_of(in))->remove_variable(name->view());
    return kOk;
}

// (name, value) of all.
Result<List*> os_variables(Interp& in) {
    hal::Process* process = KRAIT_TRY(process_of(in));
    List* list = KRAIT_TRY(new_list(in));
    for (usize i = 0;; ++i) {
        const std::string_view entry = process->entry(i);
        if (!entry.data()) return list;
        const usize equals = entry.find('=');
        const Value name = KRAIT_TRY(new_str(in, entry.substr(0, equals)));
        const Value pair[] = {name, KRAIT_TRY(new_str(in, entry.substr(equals + 1)))};
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, pair))));
    }
}

Value os_system(Interp& in, Str* command) {
    const hal::IoResult status = KRAIT_TRY(process_of(in))->run(command->view());
    return new_int(in, KRAIT_TRY(take_count(in, status)));
}

Value os_getpid(Interp& in) { return new_int(in, KRAIT_TRY(process_of(in))->identifier()); }

// The number of the last error that a program has put there; kept for scripts for MicroPython.
constinit const ModuleDef kErrnoState{"errno"_sym, {}};
Value os_errno(Interp& in, Value number) {
    if (!number) {
        const Value last = in.module_state(kErrnoState);
        return last ? last : Value::from_int(0);
    }
    const isize n = KRAIT_TRY(to_index(in, number));
    KRAIT_TRY(in.set_module_state(kErrnoState, KRAIT_TRY(new_int(in, n))));
    return none();
}

constexpr Row kRows[] = {
    def<"getenv(key, default=None)", os_getenv>, def<"putenv(name, value, /)", os_putenv>,
    def<"unsetenv(name, /)", os_unsetenv>,       def<"_variables()", os_variables>,
    def<"system(command)", os_system>,           def<"getpid()", os_getpid>,
    def<"errno(number=..., /)", os_errno>,
};

}  // namespace

constinit const ModuleDef kProcessModule{.name = "_process"_sym, .rows = kRows};

}  // namespace krait
