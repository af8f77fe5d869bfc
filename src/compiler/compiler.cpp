// Lexer, parser, scopes, emitter in a row; diagnostics become exceptions.
#include "compiler/compiler.hpp"

#include "compiler/emitter.hpp"
#include "compiler/parser.hpp"
#include "core/heap_chunks.hpp"
#include "core/text.hpp"
#include "hal/board.hpp"

namespace krait {

namespace {

// The line of the source that the position is in.
std::string_view line_of(std::string_view source, u32 line) {
    for (u32 at = 1;; ++at) {
        usize end = source.find('\n');
        if (at == line) return source.substr(0, end);
        if (end == std::string_view::npos) return {};
        source.remove_prefix(end + 1);
    }
}

u32 characters(std::string_view text) {
    u32 n = 0;
    for (char c : text) n += (static_cast<u8>(c) & 0xc0) != 0x80;
    return n;
}

// These have the message alone, as MicroPython's; a note says where.
Raised raise_viper(Interp& in, const Diagnostic& d, const Type& type, Str* filename) {
    (void)raise(in, type, "{}", d.message);
    Value e = in.take_pending();
    if (is_instance(e, &kMemoryError)) return raise_value(in, e);
    Str* note = KRAIT_TRY(
        format_str(in, "  File \"{}\", line {}, in {}", filename, d.span.start.line(), d.function));
    KRAIT_TRY(add_note(in, e, note));
    return raise_value(in, e);
}

Raised raise_diagnostic(Interp& in, const Diagnostic& d, std::string_view source, Str* filename) {
    const Type* type = &kSyntaxError;
    switch (d.kind) {
        case DiagnosticKind::MemoryError: return raise_memory_error(in);
        case DiagnosticKind::RecursionError:
            return raise(in, kRecursionError,
                         "maximum recursion depth exceeded during compilation");
        case DiagnosticKind::ViperTypeError: return raise_viper(in, d, kViperTypeError, filename);
        case DiagnosticKind::ViperNotImplemented:
            return raise_viper(in, d, kNotImplementedError, filename);
        case DiagnosticKind::ViperSyntaxError: return raise_viper(in, d, kSyntaxError, filename);
        case DiagnosticKind::IndentationError: type = &kIndentationError; break;
        case DiagnosticKind::TabError: type = &kTabError; break;
        default: break;
    }
    u32 line = d.span.start.line(), column = d.span.start.column();
    const bool has_place = !(d.span.end < d.span.start);
    std::string_view text = line_of(source, line);
    auto at = [](std::string_view where, u32 bytes) {
        return Value::from_int(static_cast<isize>(characters(where.substr(0, bytes))) + 1 +
                               (bytes == where.size() + 1));
    };
    const u32 end_line = d.span.end.line();
    Str* message = KRAIT_TRY(new_str(in, d.message));
    Str* shown = KRAIT_TRY(format_str(in, "{}\n", text));
    Value place[] = {
        filename,
        Value::from_int(static_cast<isize>(line)),
        at(text, column),
        shown,
        Value::from_int(static_cast<isize>(end_line)),
        has_place ? at(line_of(source, end_line), d.span.end.column()) : Value::from_int(0)};
    Tuple* where = KRAIT_TRY(new_tuple(in, place));
    Value args[] = {message, where};
    (void)raise_args(in, *type, args);
    if (d.kind == DiagnosticKind::IncompleteInput) {
        Value e = in.take_pending();
        KRAIT_TRY(set_attr(in, e, "_incomplete"_sym, true_()));
        return raise_value(in, e);
    }
    return {};
}

// Through the module `warnings` where the program has imported it, else straight to the console.
// Differs: without either `warnings` or -X strict nothing is shown, as on a board the console is
// where a program's output goes.
Status show_warning(Interp& in, const SyntaxWarningNote& note, std::string_view source,
                    Str* filename) {
    Value line = Value::from_int(static_cast<isize>(note.position.line()));
    Value* warnings = dict_find(in.modules(), "warnings"_sym);
    Value show = warnings ? KRAIT_TRY(find_attr(in, *warnings, "warn_explicit"_sym)) : done();
    if (!is_done(show)) {
        Value args[] = {KRAIT_TRY(new_str(in, note.message)), Value(&kSyntaxWarning), filename,
                        line};
        return call(in, show, args) ? kOk : Status();
    }
    if (!in.config().strict) return kOk;
    std::string_view text = line_of(source, note.position.line());
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    Str* shown = KRAIT_TRY(format_str(in, "{}:{}: SyntaxWarning: {}\n  {}\n", filename,
                                      note.position.line(), note.message, text));
    if (in.board()) {
        std::string_view all = shown->view();
        (void)in.board()->console().write_error(
            {reinterpret_cast<const u8*>(all.data()), all.size()});
    }
    return kOk;
}

Status show_warnings(Interp& in, const Diagnostics& diagnostics, std::string_view source,
                     Str* filename) {
    for (auto* note = diagnostics.warnings(); note; note = note->next)
        KRAIT_TRY(show_warning(in, *note, source, filename));
    return kOk;
}

}  // namespace

Result<Code*> SourceCompiler::compile(Interp& in, std::string_view source, Str* filename,
                                      CompileMode mode, bool namespaced) {
    if (!in.check_stack()) return {};
    RecursionLimit limit{in.stack_room(stack_bytes)};
    HeapChunks chunks(in);
    Arena arena(chunks, kIs64 ? 16 * 1024 : 1024);
    NameTable names(arena, unicode);
    Diagnostics diagnostics(arena);
    Parser parser(arena, names, diagnostics, source, limit);
    ParseMode how = mode == CompileMode::Module       ? ParseMode::Module
                    : mode == CompileMode::Expression ? ParseMode::Expression
                                                      : ParseMode::Single;
    ModuleNode* module = parser.parse(how);
    // Libraries of our own are not what the command line means.
    const bool is_frozen = filename->view().starts_with("<frozen ");
    bool fine = module && ScopeAnalysis(arena, names, diagnostics, limit).run(module);
    if (fine) {
        Compilation c{in,
                      arena,
                      names,
                      diagnostics,
                      limit,
                      filename,
                      namespaced,
                      mode == CompileMode::Interactive,
                      source.find(":=") != source.npos,
                      in.optimization(),
                      is_frozen ? CodeStyle::Bytecode : style,
                      Constants(in, arena, limit, module->scope, in.optimization() == 0),
                      module->scope};
        auto code = Emitter::emit_module(c, module);
        if (code && !show_warnings(in, diagnostics, source, filename)) return {};
        if (code) return code;
    }
    if (diagnostics.has_error()) return raise_diagnostic(in, diagnostics.first(), source, filename);
    if (in.has_pending()) return {};
    return raise_memory_error(in);
}

}  // namespace krait
