// Generator, coroutine and async generator objects.
#include "vm/generator.hpp"

#include "core/bind.hpp"
#include "vm/frame_object.hpp"
#include "vm/slow.hpp"

namespace krait {

namespace {

Generator* self_of(Value v) { return static_cast<Generator*>(v.object()); }

std::string_view kind_name(const Generator* g) {
    if (g->shape == Coroutine::kType.shape()) return "coroutine";
    if (g->shape == AsyncGenerator::kType.shape()) return "async generator";
    return "generator";
}

void generator_trace(Object* o, Marker& m) {
    auto* g = static_cast<Generator*>(o);
    m.object(g->function);
    m.object(g->name);
    m.object(g->qualname);
    m.value(g->handled);
    // While it runs, its registers are the Vm's roots: they are stored to without the barrier. They
    // are never stale, since they start empty and are traced each cycle.
    if (g->state != GeneratorState::Running) m.values(g->registers(), g->count);
}

Value generator_repr(Interp& in, Value self) {
    const Generator* g = self_of(self);
    return format_str(in, "<{} object {} at {}>",
                      g->shape == AsyncGenerator::kType.shape() ? "async_generator" : kind_name(g),
                      g->qualname, TextArg::address(self.object()))
        .take();
}

Value generator_next(Interp& in, Value self) { return generator_send(in, self_of(self), none()); }

// What send() and throw() return to Python: the end is a StopIteration.
Value to_python(Interp& in, Value result) {
    if (!result || !is_done(result)) return result;
    return raise_stop_iteration(in, in.vm().take_stop_value());
}

template <class Self>
static Value generator_method_send(Interp& in, Of<Self> self, Value v) {
    return to_python(in, generator_send(in, self_of(self), v));
}

bool is_exit(Value thrown) {
    return is_type(thrown) && as_type(thrown)->is_subtype_of(&kGeneratorExit);
}

// Whether the generator stands in a `yield from` over an iterator that is no generator. That
// iterator's throw() gets what was thrown, whatever it is.
bool delegates_to_other(const Generator* g) {
    while (g->state == GeneratorState::Suspended && *g->pc == static_cast<u8>(Opcode::YieldFrom)) {
        const Value iterator = g->registers()[g->pc[2]];
        if (!is_generator(iterator)) return true;
        g = self_of(iterator);
    }
    return false;
}

template <class Self>
static Value generator_method_throw(Interp& in, Of<Self> self, Value type, Value value,
                                    Value traceback) {
    (void)traceback;
    const bool as_it_is = !value && !is_exit(type) && delegates_to_other(self_of(self));
    const Value thrown = as_it_is ? type : KRAIT_TRY(exception_to_throw(in, type, value));
    return to_python(in, generator_throw(in, self_of(self), thrown));
}

// A pended generator is as it was before; the exception, or None if there was none.
Value take_pended(Interp& in, Generator* g) {
    if (g->state != GeneratorState::Pended) return none();
    const Value kept = g->handled;
    const Tuple* both = g->handling ? as<Tuple>(kept) : nullptr;
    in.heap().write(g->handled, both ? (*both)[0] : Value());
    g->state =
        g->pc == g->function->code->start ? GeneratorState::Created : GeneratorState::Suspended;
    return both ? (*both)[1] : kept;
}

// MicroPython's pend_throw(exception): the next resumption raises it; None takes it back. Gives
// what was pended before.
template <class Self>
static Value generator_method_pend_throw(Interp& in, Of<Self> self, Value exception) {
    Generator* g = self_of(self);
    if (g->state == GeneratorState::Running)
        return raise(in, kValueError, "{} already executing", kind_name(g));
    const Value before = take_pended(in, g);
    if (is_none(exception) || g->state == GeneratorState::Finished) return before;
    Value kept = exception;
    if (g->handling) {
        const Value both[] = {g->handled, exception};
        kept = KRAIT_TRY(new_tuple(in, both));
    }
    in.heap().write(g->handled, kept);
    g->state = GeneratorState::Pended;
    return before;
}

template <class Self>
static Status generator_method_close(Interp& in, Of<Self> self) {
    return generator_close(in, self_of(self));
}

// One that is left behind within a `try` or `with` is closed, so that their ends run.
bool generator_dies_in_python(const Object* o) {
    const auto* g = static_cast<const Generator*>(o);
    if (g->state != GeneratorState::Suspended) return false;
    const Code* code = g->function->code;
    return slow::find_handler(code, static_cast<u32>(g->pc - code->start)) != nullptr;
}

Value get_name(Interp&, Value self) { return self_of(self)->name; }
Value get_qualname(Interp&, Value self) { return self_of(self)->qualname; }
Status set_name(Interp& in, Value self, Value v) {
    if (!v || !is<Str>(v)) return raise(in, kTypeError, "__name__ must be set to a string object");
    in.heap().write(self_of(self)->name, as<Str>(v));
    return kOk;
}
Status set_qualname(Interp& in, Value self, Value v) {
    if (!v || !is<Str>(v))
        return raise(in, kTypeError, "__qualname__ must be set to a string object");
    in.heap().write(self_of(self)->qualname, as<Str>(v));
    return kOk;
}
Value get_running(Interp&, Value self) {
    return from_bool(self_of(self)->state == GeneratorState::Running);
}
Value get_suspended(Interp&, Value self) {
    const Generator* g = self_of(self);
    return from_bool(g->state == GeneratorState::Suspended ||
                     (g->state == GeneratorState::Pended && g->pc != g->function->code->start));
}
Value get_code(Interp&, Value self) { return self_of(self)->function->code; }
Value get_delegate(Interp&, Value self) {
    const Generator* g = self_of(self);
    if (g->state == GeneratorState::Suspended && *g->pc == static_cast<u8>(Opcode::YieldFrom))
        return g->registers()[g->pc[2]];
    return none();
}

// The frame; None when it is finished.
Value get_frame(Interp& in, Value self) {
    Generator* g = self_of(self);
    if (g->state == GeneratorState::Finished) return none();
    return KRAIT_TRY(generator_frame_object(in, g));
}

constexpr Slots kGeneratorSlots{.repr = generator_repr,
                                .iter = [](Interp&, Value self) { return self; },
                                .next = generator_next,
                                .trace = generator_trace,
                                .dies_in_python = generator_dies_in_python};
constexpr Slots kCoroutineSlots{
    .repr = generator_repr, .trace = generator_trace, .dies_in_python = generator_dies_in_python};

constexpr Row kGeneratorRows[] = {
    def<"send(self, value, /)", generator_method_send<Generator>>,
    def<"throw(self, type, value=..., traceback=..., /)", generator_method_throw<Generator>>,
    def<"close(self)", generator_method_close<Generator>>,
    def<"__del__(self, /)", generator_method_close<Generator>>,
    def<"pend_throw(self, exception, /)", generator_method_pend_throw<Generator>>,
    getter<"__name__", get_name, set_name>,
    getter<"__qualname__", get_qualname, set_qualname>,
    getter<"gi_running", get_running>,
    getter<"gi_suspended", get_suspended>,
    getter<"gi_code", get_code>,
    getter<"gi_frame", get_frame>,
    getter<"gi_yieldfrom", get_delegate>,
};
constexpr Row kCoroutineRows[] = {
    def<"send(self, value, /)", generator_method_send<Coroutine>>,
    def<"throw(self, type, value=..., traceback=..., /)", generator_method_throw<Coroutine>>,
    def<"close(self)", generator_method_close<Coroutine>>,
    def<"__del__(self, /)", generator_method_close<Coroutine>>,
    def<"pend_throw(self, exception, /)", generator_method_pend_throw<Coroutine>>,
    getter<"__name__", get_name, set_name>,
    getter<"__qualname__", get_qualname, set_qualname>,
    getter<"cr_running", get_running>,
    getter<"cr_suspended", get_suspended>,
    getter<"cr_code", get_code>,
    getter<"cr_frame", get_frame>,
    getter<"cr_await", get_delegate>,
    def<"__await__(self, /)", coroutine_await>,
};

}  // namespace

constinit const BuiltinType Generator::kType{{.name = "generator"_sym,
                                              .slots = &kGeneratorSlots,
                                              .rows = kGeneratorRows,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(Generator)}};
constinit const BuiltinType Coroutine::kType{{.name = "coroutine"_sym,
                                              .slots = &kCoroutineSlots,
                                              .rows = kCoroutineRows,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(Generator),
                                              .layout = &Generator::kType}};

Result<Generator*> new_generator(Interp& in, Function* function, const Value* registers) {
    const Code* code = function->code;
    const BuiltinType& type = !code->has(kCoroutine)  ? Generator::kType
                              : code->has(kGenerator) ? AsyncGenerator::kType
                                                      : Coroutine::kType;
    auto* g = KRAIT_TRY(in.make_with_shape<Generator>(
        type.shape(), sizeof(Generator) + code->registers * sizeof(Value)));
    g->function = function;
    g->pc = code->start;
    g->name = function->name;
    g->qualname = function->qualname;
    g->state = GeneratorState::Created;
    g->count = code->registers;
    std::copy_n(registers, code->parameter_count(), g->registers());
    if (code->handlers && &type != &AsyncGenerator::kType && !in.heap().register_finalizer(g))
        return raise_memory_error(in);
    return g;
}

Value exception_to_throw(Interp& in, Value type, Value value) {
    Value exception = type;
    if (is_type(type)) {
        if (!as_type(type)->has(kExceptionType))
            return raise(in, kTypeError,
                         "exceptions must be classes or instances deriving from BaseException, "
                         "not type");
        if (value && is_instance(value, as_type(type))) return value;
        exception = KRAIT_TRY(value && !is_none(value) ? call(in, type, value) : call(in, type));
    }
    if (is<Exception>(exception)) return exception;
    return raise(in, kTypeError,
                 "exceptions must be classes or instances deriving from BaseException, not {}",
                 TextArg::type_name(exception));
}

bool is_coroutine(Value v) { return is_exact_type(v, Coroutine::kType); }
bool is_generator(Value v) { return is_exact<Generator>(v) || is_exact_type(v, Coroutine::kType); }

namespace {

Value raise_running(Interp& in, const Generator* g) {
    return raise(in, kValueError, "{} already executing", kind_name(g));
}

}  // namespace

Value generator_send(Interp& in, Generator* g, Value send) {
    if (g->state == GeneratorState::Pended) {
        const Value pended = take_pended(in, g);
        return generator_throw(in, g, KRAIT_TRY(exception_to_throw(in, pended, Value())));
    }
    switch (g->state) {
        case GeneratorState::Running: return raise_running(in, g);
        case GeneratorState::Finished:
            if (g->shape == Coroutine::kType.shape())
                return raise(in, kRuntimeError, "cannot reuse already awaited coroutine");
            in.vm().set_stop_value(none());
            return done();
        case GeneratorState::Created:
            if (!is_none(send))
                return raise(in, kTypeError, "can't send non-None value to a just-started {}",
                             kind_name(g));
            break;
        default: break;
    }
    return in.vm().resume(g, send, Value());
}

Value generator_throw(Interp& in, Generator* g, Value exception) {
    (void)take_pended(in, g);
    switch (g->state) {
        case GeneratorState::Running: return raise_running(in, g);
        case GeneratorState::Finished:
            if (g->shape == Coroutine::kType.shape())
                return raise(in, kRuntimeError, "cannot reuse already awaited coroutine");
            return raise_value(in, exception);
        case GeneratorState::Created:
            g->state = GeneratorState::Finished;
            return raise_value(in, exception);
        default: break;
    }
    return in.vm().resume(g, none(), exception);
}

Status generator_close(Interp& in, Generator* g) {
    (void)take_pended(in, g);
    if (g->state == GeneratorState::Created || g->state == GeneratorState::Finished) {
        g->state = GeneratorState::Finished;
        return kOk;
    }
    if (g->state == GeneratorState::Running) return (void)raise_running(in, g), Status();
    Value exit = KRAIT_TRY(call(in, Value(&kGeneratorExit)));
    Value result = generator_throw(in, g, exit);
    if (result && !is_done(result))
        return raise(in, kRuntimeError, "{} ignored GeneratorExit", kind_name(g));
    if (result) {
        (void)in.vm().take_stop_value();
        return kOk;
    }
    if (!is_instance(in.pending(), &kGeneratorExit) && !is_instance(in.pending(), &kStopIteration))
        return {};
    (void)in.take_pending();
    return kOk;
}

namespace {

// The pending exception, if it is a StopIteration, as the end of an iteration.
Value stop_to_done(Interp& in) {
    if (!is_instance(in.pending(), &kStopIteration)) return {};
    Value value = KRAIT_TRY(get_attr_or(in, in.take_pending(), "value"_sym, none()));
    in.vm().set_stop_value(value);
    return done();
}

}  // namespace

Value generator_send_any(Interp& in, Value iterator, Value sent) {
    if (is_generator(iterator)) return generator_send(in, self_of(iterator), sent);
    if (is_none(sent)) {
        in.vm().set_stop_value(Value());
        Value v = next(in, iterator);
        return v ? v : stop_to_done(in);
    }
    Value v = call_method(in, iterator, "send"_sym, {&sent, 1});
    return v ? v : stop_to_done(in);
}

Value delegate_throw(Interp& in, Value iterator, Value exception) {
    if (is_instance(exception, &kGeneratorExit)) {
        if (is_generator(iterator)) {
            KRAIT_TRY(generator_close(in, self_of(iterator)));
        } else {
            Value close = KRAIT_TRY(find_attr(in, iterator, "close"_sym));
            if (!is_done(close)) (void)KRAIT_TRY(call(in, close));
        }
        in.set_pending(exception);
        return {};
    }
    if (is_generator(iterator)) return generator_throw(in, self_of(iterator), exception);
    Value method = KRAIT_TRY(find_attr(in, iterator, "throw"_sym));
    if (is_done(method))
        return raise_value(in, KRAIT_TRY(exception_to_throw(in, exception, Value())));
    Value v = call(in, method, exception);
    return v ? v : stop_to_done(in);
}

void stop_iteration_to_runtime_error(Interp& in, const Code* code) {
    Value pending = in.pending();
    bool async_generator = code->has(kCoroutine) && code->has(kGenerator);
    bool stop = is_instance(pending, &kStopIteration);
    if (!stop && !(async_generator && is_instance(pending, &kStopAsyncIteration))) return;
    Value inner = in.take_pending();
    (void)raise(in, kRuntimeError, "{} raised {}",
                async_generator         ? "async generator"
                : code->has(kCoroutine) ? "coroutine"
                                        : "generator",
                stop ? "StopIteration" : "StopAsyncIteration");
    auto* outer = as<Exception>(in.pending());
    in.heap().write(outer->cause, inner);
    in.heap().write(outer->context, inner);
    outer->suppress_context = true;
}

Value get_awaitable(Interp& in, Value v) {
    if (is_coroutine(v)) {
        if (self_of(v)->state == GeneratorState::Running)
            return raise(in, kRuntimeError, "coroutine is being awaited already");
        return v;
    }
    Value method = find_special(type_of(v), "__await__"_sym);
    if (is_done(method)) {
        if (is_exact_type(v, AsyncGenerator::kType)) return await_async_generator(in, v);
        // MicroPython lets any iterable be awaited, and its scripts rely on it.
        if (find_slot<&Slots::iter>(type_of(v))) return iterate(in, v);
        return raise(in, kTypeError, "object {} can't be used in 'await' expression",
                     TextArg::type_name(v));
    }
    Value iterator = KRAIT_TRY(call(in, method, v));
    if (is_coroutine(iterator)) return raise(in, kTypeError, "__await__() returned a coroutine");
    if (!find_slot<&Slots::next>(type_of(iterator)))
        return raise(in, kTypeError, "__await__() returned non-iterator of type '{}'",
                     TextArg::type_name(iterator));
    return iterator;
}

}  // namespace krait
