// functools.partial: a function with some of its arguments.
#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "modules/functools/functools.hpp"
#include "objects/generic.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

Result<Tuple*> joined(Interp& in, std::span<const Value> first, std::span<const Value> second) {
    Tuple* all = KRAIT_TRY(new_tuple(in, first.size() + second.size()));
    std::copy(first.begin(), first.end(), all->items_);
    std::copy(second.begin(), second.end(), all->items_ + first.size());
    return all;
}

Status add_keywords(Interp& in, Dict* dict, const CallArgs& args) {
    for (u32 i = 0; i < args.named; ++i)
        KRAIT_TRY(dict_set(in, dict, args.names[i], args.values[args.positional + i]));
    return kOk;
}

Value partial_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.positional == 0)
        return raise(in, kTypeError, "type 'partial' takes at least one argument");
    Value function = args.values[0];
    if (!is_callable(function)) return raise(in, kTypeError, "the first argument must be callable");
    std::span<const Value> first;
    Dict* keywords = nullptr;
    if (is_exact<Partial>(function) && !as<Partial>(function)->attributes) {
        const auto* inner = as<Partial>(function);  // one call instead of two
        function = inner->function;
        first = inner->args->span();
        keywords = KRAIT_TRY(dict_copy(in, inner->keywords));
    } else {
        keywords = KRAIT_TRY(new_dict(in));
    }
    KRAIT_TRY(add_keywords(in, keywords, args));
    Tuple* all = KRAIT_TRY(joined(in, first, {args.values + 1, args.positional - 1}));
    auto* self = KRAIT_TRY(make_instance<Partial>(in, cls));
    self->function = function;
    self->args = all;
    self->keywords = keywords;
    return self;
}

Value call_with_own_keywords(Interp& in, Partial* self, const CallArgs& args) {
    Dict* named = KRAIT_TRY(dict_copy(in, self->keywords));
    KRAIT_TRY(add_keywords(in, named, args));
    const usize own = self->args->size(), positional = own + args.positional;
    Tuple* values = KRAIT_TRY(new_tuple(in, positional + named->size()));
    Tuple* names = KRAIT_TRY(new_tuple(in, named->size()));
    std::copy_n(self->args->items_, own, values->items_);
    std::copy_n(args.values, args.positional, values->items_ + own);
    usize at = 0, position = 0;
    Value name, value;
    while (dict_next(named, position, name, value)) {
        if (!is<Str>(name)) return raise(in, kTypeError, "keywords must be strings");
        name = KRAIT_TRY(intern(in, as<Str>(name)));
        in.heap().write(names->items_[at], name);
        in.heap().write(values->items_[positional + at++], value);
    }
    return call(
        in, self->function,
        {values->items_, static_cast<u32>(positional), static_cast<u32>(at), names->items_});
}

Value partial_call(Interp& in, Value v, const CallArgs& args) {
    if (!in.check_stack()) return {};
    auto* self = as<Partial>(v);
    if (self->keywords->size()) return call_with_own_keywords(in, self, args);
    if (self->args->size() == 0) return call(in, self->function, args);
    Tuple* values = KRAIT_TRY(joined(in, self->args->span(), {args.values, args.total()}));
    const usize positional = self->args->size() + args.positional;
    return call(in, self->function,
                {values->items_, static_cast<u32>(positional), args.named, args.names});
}

Value partial_repr(Interp& in, Value v) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, v);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "..."));
    auto* self = as<Partial>(v);
    StrBuilder out(in);
    KRAIT_TRY(out.append(is_exact<Partial>(v) ? "functools.partial" : type_of(v)->name->view()));
    KRAIT_TRY(out.append("("));
    KRAIT_TRY(out.append_repr(self->function));
    for (Value item : self->args->span()) {
        KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_repr(item));
    }
    Dict* keywords = KRAIT_TRY(dict_copy(in, self->keywords));
    usize position = 0;
    Value name, value;
    while (dict_next(keywords, position, name, value)) {
        KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_str(name));
        KRAIT_TRY(out.append("="));
        KRAIT_TRY(out.append_repr(value));
    }
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

void partial_trace(Object* o, Marker& m) {
    auto* self = static_cast<Partial*>(o);
    m.value(self->function);
    m.object(self->args);
    m.object(self->keywords);
    m.object(self->attributes);
}

Value partial_function(Partial* self) { return self->function; }
Tuple* partial_args(Partial* self) { return self->args; }
Dict* partial_keywords(Partial* self) { return self->keywords; }

// (class, (function,), (function, args, keywords, attributes or None)).
Result<Tuple*> partial_reduce(Interp& in, Partial* self) {
    const Value function[] = {self->function};
    Tuple* args = KRAIT_TRY(new_tuple(in, function));
    Value attributes = KRAIT_TRY(get_attr_or(in, self, "__dict__"_sym, none()));
    const Value state[] = {self->function, Value(self->args), Value(self->keywords), attributes};
    Tuple* states = KRAIT_TRY(new_tuple(in, state));
    const Value parts[] = {Value(self->type()), Value(args), Value(states)};
    return new_tuple(in, parts);
}

Status partial_setstate(Interp& in, Partial* self, Value state) {
    const Tuple* s = as_if<Tuple>(state);
    if (!s || s->size() != 4 || !is_callable((*s)[0]) || !is<Tuple>((*s)[1]) || !is<Dict>((*s)[2]))
        return raise(in, kTypeError, "invalid partial state");
    Tuple* args = KRAIT_TRY(new_tuple(in, as<Tuple>((*s)[1])->span()));
    Dict* keywords = KRAIT_TRY(dict_copy(in, as<Dict>((*s)[2])));
    in.heap().write(self->function, (*s)[0]);
    in.heap().write(self->args, args);
    in.heap().write(self->keywords, keywords);
    if (Dict* attributes = as_if<Dict>((*s)[3])) {
        attributes = KRAIT_TRY(dict_copy(in, attributes));
        return set_attr(in, self, "__dict__"_sym, attributes);
    }
    return kOk;
}

constexpr Slots kPartialSlots = {
    .repr = partial_repr,
    .call = partial_call,
    .construct = partial_construct,
    .trace = partial_trace,
};

constexpr Row kPartialRows[] = {
    constant<"__module__">("functools"_sym),
    getter<"func", partial_function>,
    getter<"args", partial_args>,
    getter<"keywords", partial_keywords>,
    def<"__reduce__(self, /)", partial_reduce>,
    def<"__setstate__(self, state, /)", partial_setstate>,
    kClassGetItem,
};

}  // namespace

constinit const BuiltinType Partial::kType{{.name = "partial"_sym,
                                            .slots = &kPartialSlots,
                                            .rows = kPartialRows,
                                            .flags = kHasDict,
                                            .size = sizeof(Partial)}};

}  // namespace krait
