// What can be awaited besides coroutines: the iterator that coroutine.__await__() gives, and what
// anext(iterator, default) returns.
#include "core/bind.hpp"
#include "core/interp.hpp"
#include "vm/builtins.hpp"
#include "vm/generator.hpp"

namespace krait {

namespace {

// Both wrap an iterator and pass on what is sent and thrown; they differ in how they end.
struct Wrapper : Object {
    static const BuiltinType kType;      // coroutine_wrapper
    static const BuiltinType kNextType;  // anext_awaitable
    Value inner;
    Value fallback;  // of anext_awaitable: its result when the inner one ends asynchronously
};

Wrapper* self_of(Value v) { return static_cast<Wrapper*>(v.object()); }

// A step's outcome: a StopAsyncIteration becomes the fallback, if there is one.
Value settle(Interp& in, const Wrapper* w, Value result) {
    if (result || !w->fallback || !is_instance(in.pending(), &kStopAsyncIteration)) return result;
    (void)in.take_pending();
    in.set_stop_value(w->fallback);
    return done();
}

Value to_python(Interp& in, Value result) {
    if (!result || !is_done(result)) return result;
    return raise_stop_iteration(in, in.take_stop_value());
}

Value wrapper_next(Interp& in, Value self) {
    return settle(in, self_of(self), generator_send_any(in, self_of(self)->inner, none()));
}

Value wrapper_send(Interp& in, Value self, Value v) {
    Wrapper* w = self_of(self);
    return to_python(in, settle(in, w, generator_send_any(in, w->inner, v)));
}

Value wrapper_throw(Interp& in, Value self, Value exception, Value value, Value) {
    exception = KRAIT_TRY(exception_to_throw(in, exception, value));
    Wrapper* w = self_of(self);
    return to_python(in, settle(in, w, delegate_throw(in, w->inner, exception)));
}

Status wrapper_close(Interp& in, Value self) {
    Value inner = self_of(self)->inner;
    if (is_generator(inner)) return generator_close(in, static_cast<Generator*>(inner.object()));
    Value close = KRAIT_TRY(find_attr(in, inner, "close"_sym));
    if (!is_done(close)) (void)KRAIT_TRY(call(in, close));
    return kOk;
}

Value wrapper_await(Value self) { return self; }

void wrapper_trace(Object* o, Marker& m) {
    m.value(static_cast<Wrapper*>(o)->inner);
    m.value(static_cast<Wrapper*>(o)->fallback);
}

constexpr Slots kWrapperSlots{
    .iter = [](Interp&, Value self) { return self; }, .next = wrapper_next, .trace = wrapper_trace};
constexpr Row kWrapperRows[] = {
    def<"send(self, value, /)", wrapper_send>,
    def<"throw(self, type, value=..., traceback=..., /)", wrapper_throw>,
    def<"close(self, /)", wrapper_close>,
    def<"__await__(self, /)", wrapper_await>,
};

Value aiter(Interp& in, Value iterable) { return get_async_iter(in, iterable); }

Value anext(Interp& in, Value iterator, Value fallback) {
    Value awaitable;
    if (is_exact_type(iterator, AsyncGenerator::kType)) {
        awaitable = KRAIT_TRY(get_async_next(in, iterator));
    } else {
        Value method = find_special(type_of(iterator), "__anext__"_sym);
        if (is_done(method))
            return raise(in, kTypeError, "'{}' object is not an async iterator",
                         TextArg::type_name(iterator));
        awaitable = KRAIT_TRY(call(in, method, iterator));
    }
    if (!fallback) return awaitable;
    awaitable = KRAIT_TRY(get_awaitable(in, awaitable));
    auto* w = KRAIT_TRY(in.make_with_shape<Wrapper>(Wrapper::kNextType.shape(), sizeof(Wrapper)));
    w->inner = awaitable;
    w->fallback = fallback;
    return w;
}

constexpr Row kAsyncRows[] = {
    def<"aiter(async_iterable, /)", aiter>,
    def<"anext(async_iterator, default=..., /)", anext>,
};

}  // namespace

constinit const BuiltinType Wrapper::kType{{.name = "coroutine_wrapper"_sym,
                                            .slots = &kWrapperSlots,
                                            .rows = kWrapperRows,
                                            .flags = kFinal | kAbstractBase,
                                            .size = sizeof(Wrapper)}};
constinit const BuiltinType Wrapper::kNextType{{.name = "anext_awaitable"_sym,
                                                .slots = &kWrapperSlots,
                                                .rows = kWrapperRows,
                                                .flags = kFinal | kAbstractBase,
                                                .size = sizeof(Wrapper)}};

constinit const std::span<const Row> kAsyncBuiltins{kAsyncRows};

Value coroutine_await(Interp& in, Value self) {
    auto* w = KRAIT_TRY(in.make<Wrapper>());
    w->inner = self;
    return w;
}

}  // namespace krait
