// Slow paths of exceptions, context managers, functions and pattern matching.
#include "core/attributes.hpp"
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "objects/bytes.hpp"
#include "objects/exception_group.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"
#include "objects/set.hpp"
#include "vm/builtins.hpp"
#include "vm/native.hpp"
#include "vm/slow.hpp"

namespace krait::slow {

namespace {

u16 read_u16(const u8* p) { return static_cast<u16>(p[0] | p[1] << 8); }
Opcode opcode(const u8* pc) { return static_cast<Opcode>(*pc); }

bool store(Value* regs, u8 dst, Value v) {
    if (!v) return false;
    regs[dst] = v;
    return true;
}

bool is_exception_class(Value v) { return is_type(v) && as_type(v)->has(kExceptionType); }

// An instance of what stands behind `raise` or `from`; empty: TypeError is pending.
Value exception_instance(Interp& in, Value v, std::string_view message) {
    if (is<Exception>(v)) return v;
    if (!is_exception_class(v)) return raise(in, kTypeError, "{}", message);
    Value made = KRAIT_TRY(call(in, v));
    if (!is<Exception>(made))
        return raise(in, kTypeError,
                     "calling {} should have returned an instance of BaseException, not {}", v,
                     Value(type_of(made)));
    return made;
}

}  // namespace

void raise(Interp& in, Value exception, Value cause, bool has_cause) {
    Value e = exception_instance(in, exception, "exceptions must derive from BaseException");
    if (!e) return;
    if (has_cause) {
        auto* object = as<Exception>(e);
        object->suppress_context = true;
        if (is_none(cause)) {
            object->cause = Value();
        } else {
            Value c =
                exception_instance(in, cause, "exception causes must derive from BaseException");
            if (!c) return;
            in.heap().write(object->cause, c);
        }
    }
    (void)raise_value(in, e);
}

bool raise_again(Interp& in) {
    if (in.handled()) {
        in.set_pending(in.handled());
        return true;
    }
    (void)krait::raise(in, kRuntimeError, "No active exception to reraise");
    return false;
}

namespace {

bool check_handler_class(Interp& in, Value cls) {
    if (is_exception_class(cls)) return true;
    (void)krait::raise(in, kTypeError,
                       "catching classes that do not inherit from BaseException is not allowed");
    return false;
}

bool match_exception(Interp& in, Value* regs, const u8* pc) {
    Value exception = regs[pc[2]], cls = regs[pc[3]];
    std::span<const Value> classes{&cls, 1};
    if (is<Tuple>(cls)) classes = as<Tuple>(cls)->span();
    for (Value c : classes)
        if (!check_handler_class(in, c)) return false;
    bool hit = false;
    for (Value c : classes) hit = hit || is_instance(exception, as_type(c));
    regs[pc[1]] = from_bool(hit);
    return true;
}

// except*: what of the exception is of the class, and the rest; None where there is none.
bool match_group(Interp& in, Value* regs, const u8* pc) {
    Value exception = regs[pc[2]], cls = regs[pc[3]];
    Value* out = regs + pc[1];
    std::span<const Value> classes{&cls, 1};
    if (is<Tuple>(cls)) classes = as<Tuple>(cls)->span();
    for (Value c : classes) {
        if (!check_handler_class(in, c)) return false;
        if (as_type(c)->is_subtype_of(&kBaseExceptionGroup)) {
            (void)krait::raise(in, kTypeError,
                               "catching ExceptionGroup with except* is not allowed. Use except "
                               "instead.");
            return false;
        }
    }
    if (is_none(exception)) {
        out[0] = out[1] = none();
        return true;
    }
    if (!is_instance(exception, &kBaseExceptionGroup)) {
        bool hit = false;
        for (Value c : classes) hit = hit || is_instance(exception, as_type(c));
        out[0] = none();
        out[1] = exception;
        if (!hit) return true;
        auto members = new_tuple(in, std::span<const Value>(&exception, 1));
        if (!members) return false;
        Value group = call(in, Value(&kExceptionGroup), mutable_name(""_sym), members.take());
        if (!group) return false;
        out[0] = group;
        out[1] = none();
        return true;
    }
    Value pair = call_method(in, exception, "split"_sym, {&cls, 1});
    if (!pair) return false;
    if (!is<Tuple>(pair) || as<Tuple>(pair)->size() < 2) {
        (void)krait::raise(in, kTypeError, "{}.split must return a tuple of two, not {}",
                           TextArg::type_name(exception), TextArg::type_name(pair));
        return false;
    }
    for (int i = 0; i < 2; ++i) {
        out[i] = as<Tuple>(pair)->items_[i];
        if (is_none(out[i]) || is<Exception>(out[i])) continue;
        (void)krait::raise(in, kTypeError, "{}.split must return exceptions or None, not {}",
                           TextArg::type_name(exception), TextArg::type_name(out[i]));
        return false;
    }
    return true;
}

bool same_traceback(List* a, List* b) {
    if (!a || !b) return a == b;
    return std::ranges::equal(a->span(), b->span());
}

// Whether `e` is a part of the original group that was raised again as it was, and so can be
// joined with the other parts. An explicit `raise e` has left its place in the traceback.
bool is_part_of(Exception* e, Exception* original) {
    return e->cause == original->cause && e->context == original->context &&
           same_traceback(e->traceback, original->traceback);
}

// Appends the exceptions in a group, or the single one.
Status append_leaves(Interp& in, Value e, List* out) {
    if (!in.check_stack()) return {};
    if (!is_instance(e, &kBaseExceptionGroup)) return list_append(in, out, e);
    for (Value member : group_members(in, e)->span()) KRAIT_TRY(append_leaves(in, member, out));
    return kOk;
}

// What is to be raised at the end of a try with except*, of the original exception's unhandled rest
// and of what the handlers raised (both in `results`); None: nothing. Parts of the original that
// come back unchanged become one group of its shape; it and new exceptions are raised together.
Value regroup(Interp& in, Value original, List* results) {
    List* fresh = KRAIT_TRY(new_list(in));
    List* leaves = KRAIT_TRY(new_list(in));
    bool is_group = is_instance(original, &kBaseExceptionGroup);
    for (usize i = 0; i < results->size(); ++i) {
        Value e = results->begin()[i];
        if (is_none(e) || !is<Exception>(e)) continue;
        if (!is_group) return e;  // a single exception was wrapped, so only one clause ran
        if (is_part_of(as<Exception>(e), as<Exception>(original)))
            KRAIT_TRY(append_leaves(in, e, leaves));
        else
            KRAIT_TRY(list_append(in, fresh, e));
    }
    Value again = is_group ? KRAIT_TRY(group_projection(in, original, leaves)) : none();
    if (fresh->size() == 0) return again;
    if (!is_none(again)) KRAIT_TRY(list_append(in, fresh, again));
    if (fresh->size() == 1) return fresh->begin()[0];
    return call(in, Value(&kBaseExceptionGroup), mutable_name(""_sym), Value(fresh));
}

}  // namespace

bool exception(Interp& in, Value* regs, const u8* pc) {
    switch (opcode(pc)) {
        case Opcode::MatchException: return match_exception(in, regs, pc);
        case Opcode::MatchGroup: return match_group(in, regs, pc);
        default: return store(regs, pc[1], regroup(in, regs[pc[2]], as<List>(regs[pc[3]])));
    }
}

namespace {

// The iterator to be awaited for what a method of an asynchronous context manager returned.
Value awaitable_of(Interp& in, Value v, std::string_view method) {
    Value iterator = get_awaitable(in, v);
    if (iterator || is_coroutine(v) || !is_done(find_special(type_of(v), "__await__"_sym)))
        return iterator;
    (void)in.take_pending();
    return krait::raise(in, kTypeError,
                        "'async with' received an object from {} that does not implement "
                        "__await__: {}",
                        method, TextArg::type_name(v));
}

}  // namespace

bool with(Interp& in, Frame* frame, const u8* pc) {
    Value* regs = frame->registers;
    if (opcode(pc) == Opcode::WithExit) {
        Value e = regs[pc[3]];
        Value args[] = {none(), none(), none()};
        if (!is_none(e)) {
            args[0] = Value(type_of(e));
            args[1] = e;
            // Differs: functions marked as native give no traceback, as MicroPython's.
            if (!frame->code()->has(kNative)) args[2] = get_attr(in, e, "__traceback__"_sym);
            if (!args[2]) {  // no memory for it: the context manager can do without
                (void)in.take_pending();
                args[2] = none();
            }
        }
        return store(regs, pc[1], krait::call(in, regs[pc[2]], args));
    }
    bool async = opcode(pc) == Opcode::AsyncWithEnter;
    Value manager = regs[pc[2]];
    const Type* type = type_of(manager);
    Value enter = type_lookup(in, type, async ? "__aenter__"_sym : "__enter__"_sym);
    Value exit = type_lookup(in, type, async ? "__aexit__"_sym : "__exit__"_sym);
    if (!enter || !exit) return false;
    if (is_done(enter) || is_done(exit)) {
        (void)krait::raise(in, kTypeError,
                           "'{}' object does not support the {}context manager protocol{}", type,
                           async ? "asynchronous " : "",
                           is_done(enter) ? ""
                           : async        ? " (missed __aexit__ method)"
                                          : " (missed __exit__ method)");
        return false;
    }
    Value bound = bind_attr(in, exit, manager, type);
    if (!bound) return false;
    regs[pc[1]] = bound;
    Value entered;
    if (is_exact<Function>(enter)) {
        entered = call_with_self(in, enter, manager, {});
    } else {
        const Value enter_bound = bind_attr(in, enter, manager, type);
        if (!enter_bound) return false;
        entered = krait::call(in, enter_bound);
    }
    if (entered && async) entered = awaitable_of(in, entered, "__aenter__");
    return store(regs, pc[1] + 1, entered);
}

bool make_function(Interp& in, Frame* frame, const u8* pc) {
    Value* regs = frame->registers;
    if (opcode(pc) == Opcode::LoadBuildClass) {
        Value build = dict_get(frame->function->globals, "__build_class__"_sym);
        if (!build && in.builtins()) build = dict_get(in.builtins(), "__build_class__"_sym);
        regs[pc[1]] = build ? build : build_class_function();
        return true;
    }
    Code* code = static_cast<Code*>(frame->code()->constants->items[read_u16(pc + 3)].object());
    auto made = new_function(in, code, frame->function->globals);
    if (!made) return false;
    Function* f = made.take();
    const Value* part = regs + pc[2];
    if (pc[5] & 1) f->defaults = as<Tuple>(*part++);
    if (pc[5] & 2) f->keyword_defaults = as<Dict>(*part++);
    if (pc[5] & 4) f->annotations = as<Dict>(*part++);
    if (pc[5] & 8) f->closure = as<Tuple>(*part++);
    regs[pc[1]] = f;
    if constexpr (kHasNative)
        if (code->has(kNative) && !code->native && in.vm().native())
            in.vm().native()->compile(code);
    return true;
}

// --- pattern matching ------------------------------------------------------------------------

namespace {

bool match_keys(Interp& in, Value* regs, const u8* pc) {
    Value subject = regs[pc[2]];
    Tuple* keys = as<Tuple>(regs[pc[3]]);
    auto values = new_tuple(in, keys->size());
    if (!values) return false;
    Value get = keys->size() ? get_attr(in, subject, "get"_sym) : none();
    if (!get) return false;
    // What get() returns for a missing key; a script may see it, so it is an object like any other.
    Value missing = call(in, Value(&ObjectType::kType));
    if (!missing) return false;
    for (usize i = 0; i < keys->size(); ++i) {
        for (usize j = 0; j < i; ++j) {
            auto same = equal(in, keys->items_[i], keys->items_[j]);
            if (!same) return false;
            if (same.take()) {
                (void)krait::raise(in, kValueError, "mapping pattern checks duplicate key ({})",
                                   keys->items_[i]);
                return false;
            }
        }
        Value v = krait::call(in, get, keys->items_[i], missing);
        if (!v) return false;
        if (v == missing) return store(regs, pc[1], none());
        values.take()->items_[i] = v;
    }
    return store(regs, pc[1], values.take());
}

bool match_rest(Interp& in, Value* regs, const u8* pc) {
    Value dict = krait::call(in, Value(&Dict::kType), regs[pc[2]]);
    if (!dict) return false;
    for (Value key : as<Tuple>(regs[pc[3]])->span())
        if (!dict_remove(in, as<Dict>(dict), key)) return false;
    return store(regs, pc[1], dict);
}

// Types whose single positional sub-pattern matches the subject itself.
bool matches_itself(const Type* cls) {
    for (const Type* t : std::initializer_list<const Type*>{
             &Bool::kType, &BytearrayObject::kType, &BytesObject::kType, &Dict::kType,
             &FloatType::kType, &FrozenSet::kType, &IntType::kType, &List::kType, &Set::kType,
             &Str::kType, &Tuple::kType})
        if (cls->is_subtype_of(t)) return true;
    return false;
}

bool raise_repeated(Interp& in, const Type* cls, Value name) {
    (void)krait::raise(in, kTypeError, "{}() got multiple sub-patterns for attribute '{}'", cls,
                       as<Str>(name));
    return false;
}

// Positional sub-patterns' attributes, from __match_args__. False: pending; `count` is checked.
bool positional_attrs(Interp& in, Value subject, const Type* cls, usize count, List* out,
                      const Tuple* named, bool& missing) {
    Value names = find_attr(in, Value(cls), "__match_args__"_sym);
    if (!names) return false;
    if (is_done(names) && matches_itself(cls)) {
        if (count == 1) return bool(list_append(in, out, subject));
        names = empty_tuple();
    }
    if (is_done(names)) names = empty_tuple();
    if (!is<Tuple>(names)) {
        (void)krait::raise(in, kTypeError, "{}.__match_args__ must be a tuple (got {})", cls,
                           TextArg::type_name(names));
        return false;
    }
    usize allowed =
        matches_itself(cls) && as<Tuple>(names)->size() == 0 ? 1 : as<Tuple>(names)->size();
    if (count > allowed) {
        (void)krait::raise(in, kTypeError, "{}() accepts {} positional sub-pattern{} ({} given)",
                           cls, allowed, allowed == 1 ? "" : "s", count);
        return false;
    }
    for (usize i = 0; i < count; ++i) {
        Value name = as<Tuple>(names)->items_[i];
        if (!is<Str>(name)) {
            (void)krait::raise(in, kTypeError, "__match_args__ elements must be strings (got {})",
                               TextArg::type_name(name));
            return false;
        }
        auto interned = intern(in, as<Str>(name));
        if (!interned) return false;
        for (usize j = 0; j < i; ++j)
            if (as<Tuple>(names)->items_[j] == Value(interned.take()))
                return raise_repeated(in, cls, name);
        for (Value other : named->span())
            if (other == Value(interned.take())) return raise_repeated(in, cls, name);
        Value v = find_attr(in, subject, interned.take());
        if (!v) return false;
        if (is_done(v)) return missing = true;
        if (!list_append(in, out, v)) return false;
    }
    return true;
}

bool match_class(Interp& in, Value* regs, const u8* pc) {
    const Value* base = regs + pc[2];
    Value subject = base[0];
    Tuple* names = as<Tuple>(base[2]);
    if (!is_type(base[1])) {
        (void)krait::raise(in, kTypeError, "called match pattern must be a class");
        return false;
    }
    const Type* cls = as_type(base[1]);
    auto fits = is_instance(in, subject, base[1]);
    if (!fits) return false;
    if (!fits.take()) return store(regs, pc[1], none());
    auto out = new_list(in);
    bool missing = false;
    if (!out || !positional_attrs(in, subject, cls, pc[3], out.take(), names, missing))
        return false;
    if (missing) return store(regs, pc[1], none());
    for (Value name : names->span()) {
        Value v = find_attr(in, subject, as<Str>(name));
        if (!v) return false;
        if (is_done(v)) return store(regs, pc[1], none());
        if (!list_append(in, out.take(), v)) return false;
    }
    auto tuple = new_tuple(in, out.take()->span());
    return tuple && store(regs, pc[1], tuple.take());
}

}  // namespace

bool match(Interp& in, Frame* frame, const u8* pc) {
    switch (opcode(pc)) {
        case Opcode::MatchKeys: return match_keys(in, frame->registers, pc);
        case Opcode::MatchRest: return match_rest(in, frame->registers, pc);
        default: return match_class(in, frame->registers, pc);
    }
}

const Handler* find_handler(const Code* code, u32 offset) {
    for (const Handler& h : code->handler_table())
        if (offset >= h.start && offset < h.end) return &h;
    return nullptr;
}

}  // namespace krait::slow
