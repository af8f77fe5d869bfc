// Calls: binding arguments to parameters, and what the Call opcodes do with other callees than
// plain functions.
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "core/special.hpp"
#include "core/str_builder.hpp"
#include "core/suggest.hpp"
#include "vm/messages.hpp"
#include "vm/slow.hpp"

namespace krait {

namespace {

// "f() missing 2 required positional arguments: 'a' and 'b'".
Raised raise_missing(Interp& in, const Function* f, const Value* registers, u32 from, u32 to,
                     std::string_view kind) {
    u32 count = 0, seen = 0;
    for (u32 i = from; i < to; ++i) count += !registers[i];
    auto names = new_list(in);
    if (!names) return {};
    for (u32 i = from; i < to; ++i) {
        if (registers[i]) continue;
        ++seen;
        std::string_view joint = seen == 1       ? ""
                                 : seen == count ? (count == 2 ? " and " : ", and ")
                                                 : ", ";
        auto part = format_str(in, "{}'{}'", joint,
                               static_cast<Str*>(f->code->local_names->items_[i].object()));
        if (!part || !list_append(in, names.take(), part.take())) return {};
    }
    auto text = join_strings(in, names.take()->span());
    if (!text) return {};
    return raise(in, kTypeError, "{}() missing {} required {} argument{}: {}", f->qualname, count,
                 kind, count == 1 ? "" : "s", text.take());
}

// "f() takes from 1 to 2 positional arguments but 3 were given".
Raised raise_too_many(Interp& in, const Function* f, u32 given, u32 keywords_given) {
    const Code* code = f->code;
    u32 most = code->positional;
    u32 defaults = f->defaults ? static_cast<u32>(f->defaults->size()) : 0;
    u32 least = most - std::min(most, defaults);
    auto limits =
        least == most ? format_str(in, "{}", most) : format_str(in, "from {} to {}", least, most);
    if (!limits) return {};
    bool plural = least != most || most != 1;
    if (keywords_given == 0)
        return raise(in, kTypeError, "{}() takes {} positional argument{} but {} {} given",
                     f->qualname, limits.take(), plural ? "s" : "", given,
                     given == 1 ? "was" : "were");
    return raise(in, kTypeError,
                 "{}() takes {} positional argument{} but {} positional argument{} (and {} "
                 "keyword-only argument{}) were given",
                 f->qualname, limits.take(), plural ? "s" : "", given, given == 1 ? "" : "s",
                 keywords_given, keywords_given == 1 ? "" : "s");
}

// Positional-only parameters whose names were given as keywords; empty: none.
Result<Str*> misused_keywords(Interp& in, const Code* code, const CallArgs& args) {
    StrBuilder names(in);
    for (u32 i = 0; i < code->positional_only; ++i) {
        Str* parameter = as<Str>(code->local_names->items_[i]);
        for (u32 k = 0; k < args.named; ++k) {
            if (as<Str>(args.names[k])->view() != parameter->view()) continue;
            KRAIT_TRY(names.append(names.view().empty() ? "" : ", "));
            KRAIT_TRY(names.append(parameter));
        }
    }
    return names.finish();
}

Raised raise_unexpected_keyword(Interp& in, const Function* f, const CallArgs& args, Str* name) {
    auto misused = misused_keywords(in, f->code, args);
    if (!misused) return {};
    if (misused.take()->size())
        return raise(in, kTypeError,
                     "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                     f->qualname, misused.take());
    NearestName nearest(name->view());
    const u32 end = u32{f->code->positional} + f->code->keyword_only;
    for (u32 i = f->code->positional_only; i < end; ++i)
        nearest.consider(as<Str>(f->code->local_names->items_[i]));
    if (!nearest.best())
        return raise(in, kTypeError, "{}() got an unexpected keyword argument '{}'", f->qualname,
                     name);
    return raise(in, kTypeError, "{}() got an unexpected keyword argument '{}'. Did you mean '{}'?",
                 f->qualname, name, nearest.best());
}

// The register of the parameter of that name, -1 if it has none that takes keywords.
int find_parameter(const Code* code, const Str* name) {
    u32 end = u32{code->positional} + code->keyword_only;
    for (u32 i = code->positional_only; i < end; ++i) {
        auto* parameter = static_cast<const Str*>(code->local_names->items_[i].object());
        if (parameter == name || (!name->is_interned() && parameter->view() == name->view()))
            return static_cast<int>(i);
    }
    return -1;
}

Status bind_keywords(Interp& in, const Function* f, const CallArgs& args, Value* registers,
                     Dict* rest) {
    for (u32 i = 0; i < args.named; ++i) {
        if (!is<Str>(args.names[i])) return raise(in, kTypeError, "keywords must be strings");
        Str* name = as<Str>(args.names[i]);
        Value v = args.values[args.positional + i];
        int at = find_parameter(f->code, name);
        if (at >= 0) {
            if (registers[at])
                return raise(in, kTypeError, "{}() got multiple values for argument '{}'",
                             f->qualname, name);
            registers[at] = v;
        } else if (rest) {
            KRAIT_TRY(dict_set(in, rest, name, v));
        } else {
            return raise_unexpected_keyword(in, f, args, name);
        }
    }
    return kOk;
}

Status fill_defaults(Interp& in, const Function* f, Value* registers, u32 from) {
    const Code* code = f->code;
    u32 defaults = f->defaults ? static_cast<u32>(f->defaults->size()) : 0;
    // Scripts may assign more defaults than there are parameters: the last ones count.
    u32 required = code->positional - std::min<u32>(code->positional, defaults);
    u32 skipped = defaults - (code->positional - required);
    bool missing = false;
    for (u32 i = from; i < code->positional; ++i) {
        if (registers[i]) continue;
        if (i < required)
            missing = true;
        else
            registers[i] = f->defaults->items_[skipped + i - required];
    }
    if (missing) return raise_missing(in, f, registers, 0, required, "positional");
    u32 end = u32{code->positional} + code->keyword_only;
    for (u32 i = code->positional; i < end; ++i) {
        if (registers[i]) continue;
        auto* name = static_cast<Str*>(code->local_names->items_[i].object());
        Value* v = f->keyword_defaults ? dict_find(f->keyword_defaults, name) : nullptr;
        if (v)
            registers[i] = *v;
        else
            missing = true;
    }
    if (missing) return raise_missing(in, f, registers, code->positional, end, "keyword-only");
    return kOk;
}

}  // namespace

Status bind_arguments(Interp& in, const Function* f, const CallArgs& args, Value* registers) {
    const Code* code = f->code;
    u32 taken = std::min<u32>(args.positional, code->positional);
    u32 named_end = u32{code->positional} + code->keyword_only;
    std::copy_n(args.values, taken, registers);
    std::fill(registers + taken, registers + code->parameter_count(), Value());
    Value* extra = registers + named_end;
    if (code->has(kVarArgs)) {
        Tuple* rest = KRAIT_TRY(
            new_tuple(in, std::span<const Value>(args.values + taken, args.positional - taken)));
        *extra++ = rest;
    }
    Dict* keywords = nullptr;
    if (code->has(kVarKeywords)) *extra = keywords = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(bind_keywords(in, f, args, registers, keywords));
    if (args.positional > taken && !code->has(kVarArgs)) {
        u32 given = 0;
        for (u32 i = code->positional; i < named_end; ++i) given += bool(registers[i]);
        return raise_too_many(in, f, args.positional, given);
    }
    return fill_defaults(in, f, registers, taken);
}

namespace slow {

namespace {

Outcome call_python(Interp& in, Function* function, const CallArgs& args, Value& result) {
    Vm& vm = in.vm();
    Frame* frame = vm.push_call(function, args);
    if (!frame) return Outcome::Failed;
    if (!(function->code->flags & (kGenerator | kCoroutine))) return Outcome::Pushed;
    auto generator = new_generator(in, function, frame->registers);
    vm.pop_frame();
    if (!generator) return Outcome::Failed;
    result = generator.take();
    return Outcome::Returned;
}

Outcome returned(Value v, Value& result) {
    if (!v) return Outcome::Failed;
    result = v;
    return Outcome::Returned;
}

// A class whose instances are made plainly and whose __init__ is Python code: its frame is pushed,
// so that making objects does not recurse on the C stack.
Outcome construct(Interp& in, const Type* cls, const CallArgs& args, Value& result) {
    Value init = type_lookup(in, cls, "__init__"_sym);
    if (!init) return Outcome::Failed;
    // What is inherited from object takes no arguments and does nothing.
    const SlotWrapper* inherited = as_slot_wrapper(init);
    if (inherited && inherited->of == &ObjectType::kType && args.total() == 0)
        return returned(Value(new_instance(in, cls).take()), result);
    if (!is_exact<Function>(init)) return returned(instantiate(in, cls, args), result);
    auto instance = new_instance(in, cls);
    if (!instance) return Outcome::Failed;
    Function* function = as<Function>(init);
    if (function->code->flags & (kGenerator | kCoroutine))
        return returned(instantiate(in, cls, args), result);
    Frame* frame = in.vm().push_bound(function, instance.take(), args);
    if (!frame) return Outcome::Failed;
    frame->owner = instance.take();
    frame->flags |= kInitFrame;
    return Outcome::Pushed;
}

Outcome call_bound(Interp& in, const BoundMethod* method, const CallArgs& args, Value& result) {
    if (is_builtin(method->function))
        return returned(call_builtin(in, as<Builtin>(method->function), args, method->self),
                        result);
    if (!is_exact<Function>(method->function))
        return returned(krait::call(in, Value(method), args), result);
    Function* function = as<Function>(method->function);
    Frame* frame = in.vm().push_bound(function, method->self, args);
    if (!frame) return Outcome::Failed;
    if (!(function->code->flags & (kGenerator | kCoroutine))) return Outcome::Pushed;
    auto generator = new_generator(in, function, frame->registers);
    in.vm().pop_frame();
    return generator ? returned(generator.take(), result) : Outcome::Failed;
}

}  // namespace

bool complete_window(const Function* function, Value* window, u32 count) {
    const Tuple* defaults = function->defaults;
    const u32 wanted = function->code->positional;
    if (!defaults || count > wanted || wanted - count > defaults->size()) return false;
    const u32 missing = wanted - count;
    std::copy_n(defaults->items_ + defaults->size() - missing, missing, window + count);
    return true;
}

Outcome call(Interp& in, Frame* frame, Value callee, const CallArgs& args, Value& result) {
    (void)frame;
    const Shape* shape = callee.is_object() ? callee.object()->shape : nullptr;
    const bool builtin = is_builtin(callee);
    // Code that only calls built-in functions comes to an end or to a back edge soon; only the end
    // of everything does not wait for that.
    const u32 wanted = builtin ? u32{kReasonStop} : ~u32{0};
    if (in.safe_point().load(std::memory_order_relaxed) & wanted) [[unlikely]]
        if (!in.serve_safe_point()) return Outcome::Failed;
    if (builtin)
        return returned(call_builtin(in, static_cast<Builtin*>(callee.object()), args), result);
    if (shape) {
        if (shape == Function::kType.shape())
            return call_python(in, as<Function>(callee), args, result);
        if (shape == BoundMethod::kType.shape())
            return call_bound(in, as<BoundMethod>(callee), args, result);
        if (shape == Type::kType.shape() && as_type(callee)->has(kPlainNew))
            return construct(in, as_type(callee), args, result);
    }
    return returned(krait::call(in, callee, args), result);
}

Outcome call_spread(Interp& in, Frame* frame, const u8* pc, Value& result) {
    const Value* base = frame->registers + pc[2];
    std::span<const Value> positional =
        is_exact<List>(base[1]) ? as<List>(base[1])->span() : as<Tuple>(base[1])->span();
    Dict* keywords = base[2] ? as<Dict>(base[2]) : nullptr;
    if (!keywords || keywords->size() == 0)
        return call(in, frame, base[0],
                    {positional.data(), static_cast<u32>(positional.size()), 0, nullptr}, result);
    usize named = keywords->size();
    auto values = new_tuple(in, positional.size() + named);
    auto names = values ? new_tuple(in, named) : Result<Tuple*>();
    if (!names) return Outcome::Failed;
    std::copy(positional.begin(), positional.end(), values.take()->items_);
    usize position = 0, i = 0;
    Value key, value;
    while (dict_next(keywords, position, key, value)) {
        names.take()->items_[i] = key;
        values.take()->items_[positional.size() + i++] = value;
    }
    return call(in, frame, base[0],
                {values.take()->items_, static_cast<u32>(positional.size()),
                 static_cast<u32>(named), names.take()->items_},
                result);
}

}  // namespace slow
}  // namespace krait
