// The built-in functions that reach into the VM, and the rarer slow paths that belong with them.
#include "vm/builtins.hpp"

#include "core/attributes.hpp"
#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "core/text.hpp"
#include "objects/template.hpp"
#include "vm/import.hpp"
#include "vm/messages.hpp"
#include "vm/slow.hpp"
#include "vm/typing_objects.hpp"

namespace krait {

Result<Code*> compile_source(Interp& in, std::string_view source, Str* filename, CompileMode mode,
                             bool namespaced) {
    if (!in.config().compiler)
        return raise(in, kNotImplementedError, "this firmware has no compiler");
    return in.config().compiler->compile(in, source, filename, mode, namespaced);
}

Value run_source(Interp& in, std::string_view source, Str* filename, Dict* globals,
                 CompileMode mode) {
    Code* code = KRAIT_TRY(compile_source(in, source, filename, mode));
    return in.vm().run_code(code, globals, Value());
}

Result<Dict*> frame_locals(Interp& in, const Frame* frame, bool complete) {
    if (!frame) return raise(in, kSystemError, "frame does not exist");
    const Code* code = frame->code();
    if (code->has(kClassBody) && is<Dict>(frame->registers[0]))
        return as<Dict>(frame->registers[0]);
    if (code->has(kModuleBody)) return frame->function->globals;
    Dict* out = KRAIT_TRY(new_dict(in));
    // Registers of locals are emptied at entry only where the code names locals() or its like.
    complete = complete || code->has(kUsesLocals);
    u32 valid = complete ? code->local_count : code->parameter_count();
    for (u32 i = 0; i < u32{code->local_count} + code->free_count; ++i) {
        if (i >= valid && i < code->local_count) continue;
        auto* name = static_cast<Str*>(code->local_names->items_[i].object());
        Value v = i < code->local_count ? frame->registers[i]
                                        : frame->function->closure->items_[i - code->local_count];
        if (v && is_exact<Cell>(v)) v = static_cast<Cell*>(v.object())->value;
        if (v && name->size() && name->view().front() != '.') KRAIT_TRY(dict_set(in, out, name, v));
    }
    const std::span<const Value> far =
        code->local_names->span().subspan(u32{code->local_count} + code->free_count);
    for (usize i = 0; i < far.size(); i += 2) {
        Value v = frame->registers[far[i + 1].as_int()];
        if (v && is_exact<Cell>(v)) v = static_cast<Cell*>(v.object())->value;
        if (v) KRAIT_TRY(dict_set(in, out, far[i], v));
    }
    return out;
}

namespace {

static Value builtin_globals(Interp& in) {
    Dict* globals = in.vm().globals();
    return globals ? Value(globals) : none();
}

static Result<Dict*> builtin_locals(Interp& in) { return frame_locals(in, in.vm().frame()); }

// Source text of eval(), exec() and compile(): a str, or UTF-8 bytes.
Status source_text(Interp& in, Value source, HeldBuffer& buffer, std::string_view& text,
                   std::string_view who) {
    if (is<Str>(source)) {
        text = as<Str>(source)->view();
    } else {
        if (!get_buffer(in, source, buffer)) {
            (void)in.take_pending();
            return raise(in, kTypeError, "{}() arg 1 must be a string, bytes or code object", who);
        }
        text = {reinterpret_cast<const char*>(buffer.data), buffer.size};
    }
    if (text.find('\0') != std::string_view::npos)
        return raise(in, kSyntaxError, "source code string cannot contain null bytes");
    return kOk;
}

Value run_in(Interp& in, Value source, Value globals, Value locals, CompileMode mode) {
    Dict* space = in.vm().globals();
    if (globals && !is_none(globals)) {
        if (!is<Dict>(globals))
            return raise(in, kTypeError, "{}() globals must be a dict, not {}",
                         mode == CompileMode::Module ? "exec" : "eval",
                         TextArg::type_name(globals));
        space = as<Dict>(globals);
    }
    if (!space) return raise(in, kSystemError, "globals and locals cannot be NULL");
    bool namespaced = locals && !is_none(locals) && !(locals == Value(space));
    if ((!globals || is_none(globals)) && !namespaced && in.vm().frame() &&
        !in.vm().frame()->code()->has(kModuleBody)) {
        locals = KRAIT_TRY(frame_locals(in, in.vm().frame()));
        namespaced = true;
    }
    if (is_exact<Code>(source)) {
        Code* code = as<Code>(source);
        if (code->free_count)
            return raise(in, kTypeError,
                         "code object passed to exec() may not contain free "
                         "variables");
        return in.vm().run_code(code, space, namespaced ? locals : Value(space));
    }
    HeldBuffer buffer;
    std::string_view text;
    KRAIT_TRY(source_text(in, source, buffer, text, mode == CompileMode::Module ? "exec" : "eval"));
    if (mode == CompileMode::Expression)
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
            text.remove_prefix(1);
    Code* code =
        KRAIT_TRY(compile_source(in, text, mutable_name("<string>"_sym), mode, namespaced));
    return in.vm().run_code(code, space, namespaced ? locals : Value());
}

static Value builtin_eval(Interp& in, Value source, Value globals, Value locals) {
    return run_in(in, source, globals, locals, CompileMode::Expression);
}

static Value builtin_exec(Interp& in, Value source, Value globals, Value locals) {
    (void)KRAIT_TRY(run_in(in, source, globals, locals, CompileMode::Module));
    return none();
}

static Result<Code*> builtin_compile(Interp& in, Value source, Value filename, Str* mode, Value,
                                     Value, isize optimize) {
    CompileMode how;
    if (mode->view() == "exec")
        how = CompileMode::Module;
    else if (mode->view() == "eval")
        how = CompileMode::Expression;
    else if (mode->view() == "single")
        how = CompileMode::Interactive;
    else
        return raise(in, kValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    if (optimize < -1 || optimize > 2)
        return raise(in, kValueError, "compile(): invalid optimize value");
    if (is_exact<Code>(source)) return as<Code>(source);
    HeldBuffer buffer;
    std::string_view text;
    KRAIT_TRY(source_text(in, source, buffer, text, "compile"));
    Str* name = KRAIT_TRY(to_str(in, filename));
    const u8 level = in.optimization();
    if (optimize >= 0) in.set_optimization(static_cast<u8>(optimize));
    // Names may be locals of a namespace when the code is run, so they are looked up by name.
    auto code = compile_source(in, text, name, how, true);
    in.set_optimization(level);
    return code;
}

static Value builtin_import(Interp& in, Str* name, Value globals, Value, Value fromlist,
                            isize level) {
    Dict* space = globals && is<Dict>(globals) ? as<Dict>(globals) : in.vm().globals();
    auto wanted = is_none(fromlist) ? Result<bool>(false) : truth(in, fromlist);
    if (!KRAIT_TRY(wanted)) fromlist = none();
    if (is<List>(fromlist)) fromlist = KRAIT_TRY(new_tuple(in, as<List>(fromlist)->span()));
    if (level < 0) return raise(in, kValueError, "level must be >= 0");
    if (level > 0 && globals && !is_none(globals) && !is<Dict>(globals))
        return raise(in, kTypeError, "globals must be a dict");
    return import_name(in, name, space, fromlist, static_cast<u32>(level));
}

static Value builtin_build_class(Interp& in, Value body, Str* name, Args bases, Kwargs keywords) {
    if (!is_exact<Function>(body))
        return raise(in, kTypeError, "__build_class__: func must be a function");
    Dict* named = KRAIT_TRY(keywords.to_dict(in));
    Tuple* values = KRAIT_TRY(new_tuple(in, bases.size() + named->size()));
    Tuple* names = KRAIT_TRY(new_tuple(in, named->size()));
    std::copy(bases.begin(), bases.end(), values->items_);
    usize position = 0, i = 0;
    Value key, value;
    while (dict_next(named, position, key, value)) {
        names->items_[i] = key;
        values->items_[bases.size() + i++] = value;
    }
    CallArgs args{values->items_, static_cast<u32>(bases.size()), static_cast<u32>(named->size()),
                  names->items_};
    ClassBuilder* builder = KRAIT_TRY(begin_class(in, name, args));
    Function* f = as<Function>(body);
    (void)KRAIT_TRY(in.vm().run_code(f->code, f->globals, builder->namespace_, f->closure));
    Value cls = KRAIT_TRY(finish_class(in, builder));
    if (is_type(cls) && f->code->attr_hint && as_type(cls)->has(kHeapType))
        KRAIT_TRY(set_capacity(in, const_cast<Type*>(as_type(cls)), f->code->attr_hint));
    return cls;
}

// MicroPython's execfile(path, globals, locals).
Value builtin_execfile(Interp& in, Str* path, Value globals, Value locals) {
    ByteArray* text = KRAIT_TRY(read_file(in, path->view()));
    const std::string_view source{reinterpret_cast<const char*>(text->data), text->capacity};
    const bool namespaced = locals && !is_none(locals);
    Code* code = KRAIT_TRY(compile_source(in, source, path, CompileMode::Module, namespaced));
    return run_in(in, code, globals, locals, CompileMode::Module);
}

// MicroPython's __template__(strings, parts): of each interpolation the value and three texts, all
// in one tuple or list, or as arguments of their own.
Value builtin_template(Interp& in, Value strings, Args rest) {
    Tuple* texts = KRAIT_TRY(tuple_from(in, strings));
    for (Value text : texts->span())
        if (!is<Str>(text))
            return raise(in, kTypeError, "strings of a template must be str, not {}",
                         TextArg::type_name(text));
    std::span<const Value> parts(rest.values, rest.count);
    if (rest.count == 1) {
        if (!is<Tuple>(rest[0]) && !is<List>(rest[0]))
            return raise(in, kTypeError, "object '{}' isn't a tuple or list",
                         TextArg::type_name(rest[0]));
        parts = KRAIT_TRY(tuple_from(in, rest[0]))->span();
    }
    constexpr usize kParts = 4;
    Tuple* fields = KRAIT_TRY(new_tuple(in, parts.size() / kParts));
    for (usize i = 0; i < fields->size(); ++i) {
        Tuple* four = KRAIT_TRY(new_tuple(in, parts.subspan(i * kParts, kParts)));
        in.heap().write(fields->items_[i], KRAIT_TRY(new_interpolation(in, four)));
    }
    Template* out = KRAIT_TRY(in.make<Template>());
    out->strings = texts;
    out->interpolations = fields;
    return out;
}

constexpr Row kVmRows[] = {
    def<"globals()", builtin_globals>,
    def<"locals()", builtin_locals>,
    def<"eval(source, globals=..., locals=..., /)", builtin_eval>,
    def<"exec(source, globals=..., locals=..., /)", builtin_exec>,
    def<"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
        builtin_compile>,
    def<"execfile(path, globals=..., locals=..., /)", builtin_execfile>,
    def<"__template__(strings, /, *parts)", builtin_template>,
    def<"__import__(name, globals=None, locals=None, fromlist=None, level=0)", builtin_import>,
    def<"__build_class__(func, name, /, *bases, **keywords)", builtin_build_class>,
};

}  // namespace

constinit const std::span<const Row> kVmBuiltins{kVmRows};

Value build_class_function() { return kVmRows[std::size(kVmRows) - 1].value; }

// --- texts -------------------------------------------------------------------------------------

Result<Str*> join_strings(Interp& in, std::span<const Value> strings) {
    StrBuilder out(in);
    for (Value s : strings) KRAIT_TRY(out.append(as<Str>(s)));
    return out.finish();
}

Result<Str*> callable_name(Interp& in, Value callee) {
    Value name = KRAIT_TRY(get_attr_or(in, callee, "__qualname__"_sym, none()));
    if (!is<Str>(name)) name = KRAIT_TRY(get_attr_or(in, callee, "__name__"_sym, none()));
    if (!is<Str>(name)) return format_str(in, "{}", TextArg::type_name(callee));
    Value module = KRAIT_TRY(get_attr_or(in, callee, "__module__"_sym, none()));
    if (is<Str>(module) && as<Str>(module)->view() != "builtins")
        return format_str(in, "{}.{}()", as<Str>(module), as<Str>(name));
    return format_str(in, "{}()", as<Str>(name));
}

Raised raise_undefined_name(Interp& in, Str* name) {
    (void)raise(in, kNameError, "name '{}' is not defined", name);
    Value e = in.take_pending();
    if (is_instance(e, &kNameError) && !set_attr(in, e, "name"_sym, name))
        (void)in.take_pending();  // no memory: then without
    in.set_pending(e);
    return {};
}

// --- slow paths --------------------------------------------------------------------------------

namespace slow {

namespace {
u16 read_u16(const u8* p) { return static_cast<u16>(p[0] | p[1] << 8); }

bool import_star(Interp& in, Frame* frame, Value module) {
    Value space =
        frame->code()->has(kClassBody) ? frame->registers[0] : Value(frame->function->globals);
    Value names = find_attr(in, module, "__all__"_sym);
    if (!names) return false;
    bool all = !is_done(names);
    if (!all) {
        if (is<Module>(module)) {
            auto dict = module_dict(in, as<Module>(module));
            names = dict ? Value(dict.take()) : Value();
        } else {  // whatever sys.modules holds
            names = find_attr(in, module, "__dict__"_sym);
        }
        if (!names) return false;
        if (is_done(names)) {
            (void)raise(in, kImportError, "from-import-* object has no __dict__ and no __all__");
            return false;
        }
    }
    auto list = list_from(in, names);
    if (!list) return false;
    for (usize i = 0; i < list.take()->size(); ++i) {
        Value name = list.take()->begin()[i];
        if (!is<Str>(name) || (!all && as<Str>(name)->view().starts_with('_'))) continue;
        auto interned = intern(in, as<Str>(name));
        Value v = interned ? get_attr(in, module, interned.take()) : Value();
        if (!v || !set_item(in, space, interned.take(), v)) return false;
    }
    return true;
}

}  // namespace

bool import(Interp& in, Frame* frame, const u8* pc) {
    Value* regs = frame->registers;
    Value result;
    switch (static_cast<Opcode>(*pc)) {
        case Opcode::ImportStar: return import_star(in, frame, regs[pc[1]]);
        case Opcode::ImportFrom:
            result = import_from(in, regs[pc[2]], frame->code()->name_at(read_u16(pc + 3)));
            break;
        default: {
            Str* name = frame->code()->name_at(read_u16(pc + 3));
            Value hook = in.builtins() ? dict_get(in.builtins(), "__import__"_sym) : Value();
            if (hook) {
                Value args[] = {name, frame->function->globals, none(), regs[pc[2]],
                                Value::from_int(pc[5])};
                result = krait::call(in, hook, args);
            } else {
                result = import_name(in, name, frame->function->globals, regs[pc[2]], pc[5]);
            }
        }
    }
    if (!result) return false;
    regs[pc[1]] = result;
    return true;
}

bool intrinsic(Interp& in, Frame* frame, const u8* pc) {
    Value v = frame->registers[pc[2]];
    Value result = none();
    switch (static_cast<Intrinsic>(pc[3])) {
        case Intrinsic::Print: {
            if (is_none(v)) break;
            Value print =
                find_attr(in, import_module(in, mutable_name("sys"_sym)), "displayhook"_sym);
            if (!print) return false;
            result = is_done(print) ? none() : krait::call(in, print, v);
            break;
        }
        case Intrinsic::SetupAnnotations: {
            Value space = frame->code()->has(kClassBody) ? frame->registers[0]
                                                         : Value(frame->function->globals);
            auto there = contains(in, space, mutable_name("__annotations__"_sym));
            if (!there) return false;
            if (!there.take()) {
                auto dict = new_dict(in);
                if (!dict || !set_item(in, space, mutable_name("__annotations__"_sym), dict.take()))
                    return false;
            }
            break;
        }
        case Intrinsic::Super: result = call_super(in, frame->registers + pc[2]); break;
        case Intrinsic::StopAsyncToRuntime: break;
        case Intrinsic::Interpolation: {
            if (as<Tuple>(v)->size() != 4)  // from outside: the verifier knows no lengths
                return (void)raise(in, kTypeError, "a field needs four parts"), false;
            auto made = new_interpolation(in, as<Tuple>(v));
            result = made ? Value(made.take()) : Value();
            break;
        }
        case Intrinsic::Template: {
            auto made = new_template(in, as<List>(v)->span());
            result = made ? Value(made.take()) : Value();
            break;
        }
        default: result = new_typing_object(in, static_cast<Intrinsic>(pc[3]), v); break;
    }
    if (!result) return false;
    frame->registers[pc[1]] = result;
    return true;
}

}  // namespace slow
}  // namespace krait
