// ExceptionGroup and BaseExceptionGroup: several exceptions at once, in a tree that `except*` takes
// apart. The message is args[0]; the exceptions are args[1] as a tuple.
#include "objects/exception_group.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "objects/exception.hpp"
#include "objects/exception_rows.hpp"

namespace krait {

namespace {

Exception* self_of(Value v) { return static_cast<Exception*>(v.object()); }

bool is_group(Value v) { return is_instance(v, &kBaseExceptionGroup); }

Value group_message(Exception* e) { return (*e->args)[0]; }

Result<Tuple*> check_members(Interp& in, Value sequence) {
    if (!is<Tuple>(sequence) && !is<List>(sequence)) {
        if (!find_slot<&Slots::get_item>(type_of(sequence)))
            return raise(in, kTypeError, "second argument (exceptions) must be a sequence");
    }
    Tuple* members = KRAIT_TRY(tuple_from(in, sequence));
    if (members->size() == 0)
        return raise(in, kValueError, "second argument (exceptions) must be a non-empty sequence");
    for (usize i = 0; i < members->size(); ++i)
        if (!is<Exception>((*members)[i]))
            return raise(in, kValueError,
                         "Item {} of second argument (exceptions) is not an exception", i);
    return members;
}

// The class to make: a BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup.
Result<const Type*> class_for(Interp& in, const Type* cls, const Tuple* members) {
    bool nested = true;  // all of them are Exceptions
    for (Value e : members->span()) nested &= is_instance(e, &kException);
    if (cls == &kBaseExceptionGroup && nested) return static_cast<const Type*>(&kExceptionGroup);
    if (nested || !cls->is_subtype_of(&kException)) return cls;
    if (cls == &kExceptionGroup)
        return raise(in, kTypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    return raise(in, kTypeError, "Cannot nest BaseExceptions in '{}'", cls);
}

Value group_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.positional != 2)
        return raise(in, kTypeError,
                     "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                     args.positional);
    Value message = args.values[0], sequence = args.values[1];
    if (!is<Str>(message))
        return raise(in, kTypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                     type_of(message));
    Tuple* members = KRAIT_TRY(check_members(in, sequence));
    cls = KRAIT_TRY(class_for(in, cls, members));
    Value made = KRAIT_TRY(exception_construct(in, cls, {args.values, 2, 0, nullptr}));
    KRAIT_TRY(own_attr_set(in, self_of(made), "exceptions"_sym, Value(members)));
    return made;
}

Status group_init(Interp& in, Value self, const CallArgs& args) {
    return exception_init(in, self, args);
}

Value group_str(Interp& in, Value self) {
    const usize n = group_members(in, self)->size();
    Str* message = KRAIT_TRY(to_str(in, group_message(self_of(self))));
    return format_str(in, "{} ({} sub-exception{})", message, n, n == 1 ? "" : "s").take();
}

Value group_repr(Interp& in, Value self) {
    Exception* e = self_of(self);
    return format_str(in, "{}({}, {})", type_of(self), group_message(e), (*e->args)[1]).take();
}

// --- split and subgroup ---

// What selects exceptions: a class, a tuple of classes, or a function of one argument.
Result<bool> matches(Interp& in, Value e, Value condition) {
    if (is<Tuple>(condition) || (is_type(condition) && as_type(condition)->has(kExceptionType)))
        return is_instance(in, e, condition);
    return truth(in, KRAIT_TRY(call(in, condition, e)));
}

Status check_condition(Interp& in, Value condition) {
    bool fits =
        is_type(condition) ? as_type(condition)->has(kExceptionType) : is_callable(condition);
    if (is<Tuple>(condition)) {
        fits = true;
        for (Value c : as<Tuple>(condition)->span())
            fits &= is_type(c) && as_type(c)->has(kExceptionType);
    }
    if (fits) return kOk;
    return raise(in, kTypeError, "expected a function, exception type or tuple of exception types");
}

// A group like `original` of other members, by its derive(); traceback, cause, context and notes
// are kept.
Value derive(Interp& in, Value original, List* members) {
    const Value sequence(members);
    Value made =
        KRAIT_TRY(call_method(in, original, "derive"_sym, std::span<const Value>(&sequence, 1)));
    if (!is_group(made))
        return raise(in, kTypeError, "derive must return an instance of BaseExceptionGroup");
    Exception *to = self_of(made), *from = self_of(original);
    Heap& heap = in.heap();
    if (from->traceback)  // each goes its own way from here
        heap.write(to->traceback, KRAIT_TRY(new_list(in, from->traceback->span())));
    heap.write(to->cause, from->cause);
    heap.write(to->context, from->context);
    to->suppress_context = from->suppress_context;
    Value notes = KRAIT_TRY(find_attr(in, original, "__notes__"_sym));
    if (is<List>(notes)) {
        Value copy(KRAIT_TRY(list_from(in, notes)));
        KRAIT_TRY(set_attr(in, made, "__notes__"_sym, copy));
    }
    return made;
}

Value derive_or_none(Interp& in, Value original, List* members) {
    return members->size() == 0 ? none() : derive(in, original, members);
}

}  // namespace

Tuple* group_members(Interp& in, Value group) {
    Value members = own_attr_get(in, self_of(group), "exceptions"_sym);
    return members && is<Tuple>(members) ? as<Tuple>(members) : empty_tuple();
}

Status split_group(Interp& in, Value e, Value condition, Value& matching, Value& rest) {
    if (!in.check_stack()) return {};
    matching = rest = none();
    if (KRAIT_TRY(matches(in, e, condition))) {
        matching = e;
        return kOk;
    }
    rest = e;
    if (!is_group(e)) return kOk;
    List* yes = KRAIT_TRY(new_list(in));
    List* no = KRAIT_TRY(new_list(in));
    const Tuple* members = group_members(in, e);
    for (Value member : members->span()) {
        Value in_yes, in_no;
        KRAIT_TRY(split_group(in, member, condition, in_yes, in_no));
        if (!is_none(in_yes)) KRAIT_TRY(list_append(in, yes, in_yes));
        if (!is_none(in_no)) KRAIT_TRY(list_append(in, no, in_no));
    }
    matching = KRAIT_TRY(derive_or_none(in, e, yes));
    rest = KRAIT_TRY(derive_or_none(in, e, no));
    return kOk;
}

Value group_projection(Interp& in, Value e, List* kept) {
    if (!in.check_stack()) return {};
    if (!is_group(e)) {
        for (Value k : kept->span())
            if (k == e) return e;
        return none();
    }
    List* members = KRAIT_TRY(new_list(in));
    for (Value member : group_members(in, e)->span()) {
        Value part = KRAIT_TRY(group_projection(in, member, kept));
        if (!is_none(part)) KRAIT_TRY(list_append(in, members, part));
    }
    return derive_or_none(in, e, members);
}

namespace {

Result<Tuple*> group_split(Interp& in, Exception* self, Value condition) {
    KRAIT_TRY(check_condition(in, condition));
    Value parts[2];
    KRAIT_TRY(split_group(in, Value(self), condition, parts[0], parts[1]));
    return new_tuple(in, parts);
}

Value group_subgroup(Interp& in, Exception* self, Value condition) {
    KRAIT_TRY(check_condition(in, condition));
    Value matching, rest;
    KRAIT_TRY(split_group(in, Value(self), condition, matching, rest));
    return matching;
}

Value group_derive(Interp& in, Exception* self, Value members) {
    return call(in, Value(&kBaseExceptionGroup), group_message(self), members);
}

Value group_exceptions(Interp& in, Exception* self) {
    return Value(group_members(in, Value(self)));
}

}  // namespace

constinit const Slots kGroupSlots{
    .repr = group_repr, .str = group_str, .construct = group_construct, .init = group_init};

constinit const Row kGroupRows[] = {
    getter<"message", group_message>,
    getter<"exceptions", group_exceptions>,
    def<"split(self, condition, /)", group_split>,
    def<"subgroup(self, condition, /)", group_subgroup>,
    def<"derive(self, excs, /)", group_derive>,
    def_class<"__class_getitem__(cls, item, /)", class_getitem>,
};

}  // namespace krait
