#include "core/signature.hpp"

#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {
namespace {

constexpr BufferView kNoView{};

// One call on its way to the slots; also what messages need.
struct Binder {
    Interp& in;
    const Str* name;
    const Signature& sig;
    const CallArgs& args;
    Value self;  // empty, or the argument before the others
    ArgSlot* slots;
    BufferView* views;

    Status match();
    Status match_names();
    Status fill_defaults(usize given);
    Status convert_all();
    Status convert(usize i, Value type);
    Result<isize> clamped_index(usize i);

    usize given() const { return args.positional + (self.is_empty() ? 0 : 1); }
    // `self` is an argument like any other, but messages do not count it.
    usize receivers() const { return sig.has(Signature::kReceiver) ? 1 : 0; }
    bool takes_names() const { return sig.positional_only < sig.count || sig.has(sig.kKeywords); }
    usize required_positional() const;
    std::string_view owner() const;

    Raised wrong_count() const;
    Raised wrong_count_by_position(usize most, usize least, usize got) const;
    Raised wrong_count_with_names(usize most, usize least, usize got) const;
    Raised missing(usize i) const;
    Raised wrong_type(usize i, std::string_view expected) const;
};

// --- messages, as CPython words them -----------------------------------------------------------

// "str." for methods of str.
std::string_view Binder::owner() const {
    if (!receivers() || sig.entry_count == 2 * sig.count - sig.first_default) return {};
    return as<Type>(sig.types()[0])->name->view();
}

usize Binder::required_positional() const {
    usize n = 0;
    while (n < sig.positional && sig.is_required(n)) ++n;
    return n;
}

Raised Binder::wrong_count() const {
    const usize most = sig.positional - receivers(), least = required_positional() - receivers();
    if (given() < receivers())
        return raise(in, kTypeError, "unbound method {}{}{}() needs an argument", owner(),
                     owner().empty() ? "" : ".", name);
    const usize got = given() - receivers();
    if (takes_names()) return wrong_count_with_names(most, least, got);
    return wrong_count_by_position(most, least, got);
}

Raised Binder::wrong_count_by_position(usize most, usize least, usize got) const {
    const std::string_view dot = owner().empty() ? "" : ".";
    if (most == 0)
        return raise(in, kTypeError, "{}{}{}() takes no arguments ({} given)", owner(), dot, name,
                     got);
    if (most == 1 && least == 1 && !sig.has(Signature::kRest))
        return raise(in, kTypeError, "{}{}{}() takes exactly one argument ({} given)", owner(), dot,
                     name, got);
    const bool exact = most == least && !sig.has(Signature::kRest);
    const usize limit = got < least ? least : most;
    return raise(in, kTypeError, "{} expected {}{} argument{}, got {}", name,
                 exact         ? ""
                 : got < least ? "at least "
                               : "at most ",
                 limit, limit == 1 ? "" : "s", got);
}

Raised Binder::wrong_count_with_names(usize most, usize least, usize got) const {
    if (most == 0) return raise(in, kTypeError, "{}() takes no positional arguments", name);
    const bool exact = most == least && !sig.has(Signature::kRest), too_few = got < least;
    const usize limit = too_few ? least : most;
    return raise(in, kTypeError, "{}() takes {} {} {}argument{} ({} given)", name,
                 exact     ? "exactly"
                 : too_few ? "at least"
                           : "at most",
                 limit, too_few || sig.positional < sig.count ? "positional " : "",
                 limit == 1 ? "" : "s", got);
}

Raised Binder::missing(usize i) const {
    if (i < sig.positional_only) return wrong_count();
    return raise(in, kTypeError, "{}() missing required argument '{}' (pos {})", name,
                 as<Str>(sig.names()[i]), i + 1 - receivers());
}

Raised Binder::wrong_type(usize i, std::string_view expected) const {
    const TextArg got = TextArg::type_name(slots[i].value);
    const usize position = i + 1 - receivers();
    const std::string_view or_none = sig.kinds()[i] & kArgNullable ? " or None" : "";
    if (i < receivers())
        return raise(in, kTypeError,
                     "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name,
                     expected, got);
    if (i >= sig.positional_only)
        return raise(in, kTypeError, "{}() argument '{}' must be {}{}, not {}", name,
                     as<Str>(sig.names()[i]), expected, or_none, got);
    if (sig.count - receivers() == 1)
        return raise(in, kTypeError, "{}() argument must be {}{}, not {}", name, expected, or_none,
                     got);
    return raise(in, kTypeError, "{}() argument {} must be {}{}, not {}", name, position, expected,
                 or_none, got);
}

// --- matching ------------------------------------------------------------------------------------

Status Binder::match() {
    const usize total = given();
    if (total > sig.positional && !sig.has(Signature::kRest)) return wrong_count();
    const usize placed = std::min<usize>(total, sig.positional), shift = total - args.positional;
    if (shift && placed) slots[0].value = self;
    for (usize i = shift; i < placed; ++i) slots[i].value = args.values[i - shift];
    if (placed < sig.count || args.named) {
        for (usize i = placed; i < sig.count; ++i) slots[i].value = Value();
        if (args.named) KRAIT_TRY(match_names());
        KRAIT_TRY(fill_defaults(placed));
    }
    ArgSlot* extra = slots + sig.count;
    if (sig.has(Signature::kRest)) {
        extra[0].pointer = args.values + (placed - std::min(shift, placed));
        extra[1].index = static_cast<isize>(total - placed);
        extra += 2;
    }
    if (sig.has(Signature::kKeywords)) {
        extra[0].pointer = &args;
        extra[1].pointer = &sig;
    }
    return kOk;
}

// The parameter that can be given by this name; sig.count if there is none.
usize find_parameter(const Signature& sig, Value name) {
    usize i = sig.positional_only;
    while (i < sig.count && sig.names()[i] != name) ++i;
    return i;
}

Status Binder::match_names() {
    if (!takes_names())
        return raise(in, kTypeError, "{}{}{}() takes no keyword arguments", owner(),
                     owner().empty() ? "" : ".", name);
    const Value* values = args.values + args.positional;
    for (usize k = 0; k < args.named; ++k) {
        const usize i = find_parameter(sig, args.names[k]);
        if (i == sig.count) {
            if (sig.has(Signature::kKeywords)) continue;
            return raise(in, kTypeError, "'{}' is an invalid keyword argument for {}()",
                         as<Str>(args.names[k]), name);
        }
        if (!slots[i].value.is_empty())
            return raise(in, kTypeError, "argument for {}() given by name ('{}') and position ({})",
                         name, as<Str>(args.names[k]), i + 1 - receivers());
        slots[i].value = values[k];
    }
    return kOk;
}

Status Binder::fill_defaults(usize given) {
    for (usize i = given; i < sig.count; ++i) {
        if (!slots[i].value.is_empty()) continue;
        if (sig.is_required(i)) return missing(i);
        slots[i].value = sig.default_of(i);
    }
    return kOk;
}

// --- conversion ----------------------------------------------------------------------------------

// What most arguments are: of exactly the type, small ints, inline floats. False: not so.
inline bool convert_plain(ArgSlot& slot, ArgKind kind, Value type) {
    const Value v = slot.value;
    switch (kind) {
        case ArgKind::Any: return true;
        case ArgKind::Object:
            return v.is_object() && v.object()->shape == as<BuiltinType>(type)->shape();
        case ArgKind::Index:
        case ArgKind::Clamped:
            if (!v.is_int()) return false;
            slot.index = v.as_int();
            return true;
        case ArgKind::Number:
            if (!v.is_inline_float()) return false;
            slot.number = v.as_inline_float();
            return true;
        case ArgKind::Truth:
            if (!is_bool(v)) return false;
            slot.index = v == true_();
            return true;
        default: return false;
    }
}

Status Binder::convert_all() {
    const Value* type = sig.types();
    const u8* kinds = sig.kinds();
    for (usize i = 0; i < sig.count; ++i) {
        const auto kind = static_cast<ArgKind>(kinds[i] & kArgKindMask);
        Value wanted;
        if (kind == ArgKind::Object || kind == ArgKind::Instance) wanted = *type++;
        if (!convert_plain(slots[i], kind, wanted)) KRAIT_TRY(convert(i, wanted));
    }
    return kOk;
}

bool has_layout(Value v, const Type* wanted) {
    if (!v.is_object()) return false;
    for (const Type* t = v.object()->type()->layout; t; t = t->base)
        if (t == wanted) return true;
    return false;
}

Result<isize> Binder::clamped_index(usize i) {
    Value v = slots[i].value;
    if (is_none(v) && !sig.is_required(i)) {
        v = sig.default_of(i);
        if (is_none(v)) return ClampedIndex::kEnd;
    }
    return to_index_clamped(in, v);
}

[[gnu::noinline]] Status Binder::convert(usize i, Value type) {
    ArgSlot& slot = slots[i];
    const Value v = slot.value;
    const bool absent = v.is_empty() || (is_none(v) && sig.kinds()[i] & kArgNullable);
    switch (sig.kind(i)) {
        case ArgKind::Object: {
            const auto* wanted = as<BuiltinType>(type);
            if (absent)
                slot.object = nullptr;
            else if (!has_layout(v, wanted))
                return wrong_type(i, wanted->name->view());
            return kOk;
        }
        case ArgKind::Instance:
            if (is_instance(v, as<Type>(type))) return kOk;
            return wrong_type(i, as<Type>(type)->name->view());
        case ArgKind::Class:
            if (absent)
                slot.object = nullptr;
            else if (!is_type(v))
                return wrong_type(i, "type");
            return kOk;
        case ArgKind::Index: slot.index = KRAIT_TRY(to_index(in, v)); return kOk;
        case ArgKind::Clamped: slot.index = KRAIT_TRY(clamped_index(i)); return kOk;
        case ArgKind::Int64: {
            i64 checked = 0;
            slot.value = KRAIT_TRY(to_int_object(in, v));
            return int_to_i64(in, slot.value, checked);
        }
        case ArgKind::Number: return to_float(in, v, slot.number);
        case ArgKind::Truth: slot.index = KRAIT_TRY(truth(in, v)); return kOk;
        case ArgKind::ReadBuffer:
        case ArgKind::Payload:
        case ArgKind::WriteBuffer:
            slot.view = absent ? &kNoView : views;
            if (absent) return kOk;
            if (sig.kind(i) == ArgKind::Payload) return lend_bytes(in, v, *views++);
            return get_buffer(in, v, *views++, sig.kind(i) == ArgKind::WriteBuffer);
        default: return kOk;
    }
}

// Room for the views is on the stack only of calls that have them.
[[gnu::noinline]] Value call_with_buffers(Binder& binder, const Builtin* function) {
    BufferView views[kMaxBuffers];
    binder.views = views;
    Value result;
    if (binder.match() && binder.convert_all()) result = function->thunk(binder.in, binder.slots);
    for (BufferView& view : views)
        if (view.exporter) release_buffer(view);
    return result;
}

}  // namespace

// A default as it goes into the slot. False: convert() is to see to it.
static bool convert_default(ArgSlot& slot, u8 kind_and_flags, Value type) {
    const auto kind = static_cast<ArgKind>(kind_and_flags & kArgKindMask);
    if (slot.value.is_empty()) return true;  // which is a null pointer too
    if (!is_none(slot.value)) return convert_plain(slot, kind, type);
    if (kind == ArgKind::Clamped)
        slot.index = ClampedIndex::kEnd;
    else if (kind != ArgKind::Any)
        slot.object = nullptr;
    return kind == ArgKind::Any || kind == ArgKind::Object || kind == ArgKind::Clamped;
}

// The arguments of most calls need no more than copying: given by position, each as it should be,
// the others by default. False: match() and convert_all() are to see to it.
static bool fill_simple(const Signature& sig, const CallArgs& args, Value self, ArgSlot* slots) {
    const usize shift = self.is_empty() ? 0 : 1, given = args.positional + shift;
    if (!sig.has(Signature::kSimple) || args.named || given > sig.count ||
        given < sig.first_default)
        return false;
    const Value* type = sig.types();
    const u8* kinds = sig.kinds();
    for (usize i = 0; i < sig.count; ++i) {
        const auto kind = static_cast<ArgKind>(kinds[i] & kArgKindMask);
        Value wanted;
        if (kind == ArgKind::Object || kind == ArgKind::Instance) wanted = *type++;
        if (i < given) {
            slots[i].value = i < shift ? self : args.values[i - shift];
            if (!convert_plain(slots[i], kind, wanted)) return false;
        } else {
            slots[i].value = sig.default_of(i);
            if (!convert_default(slots[i], kinds[i], wanted)) return false;
        }
    }
    return true;
}

Status bind_args(Interp& in, const Str* name, const Signature& signature, const CallArgs& args,
                 Value self, ArgSlot* slots, BufferView* views) {
    if (fill_simple(signature, args, self, slots)) return kOk;
    Binder binder{in, name, signature, args, self, slots, views};
    KRAIT_TRY(binder.match());
    return binder.convert_all();
}

// Whether the arguments are the slots.
static bool fit_directly(const Signature& sig, const Value* args) {
    const Value* type = sig.types();
    const u8* kinds = sig.kinds();
    for (usize i = 0; i < sig.count; ++i) {
        if (static_cast<ArgKind>(kinds[i] & kArgKindMask) != ArgKind::Object) continue;
        const Shape* wanted = as<BuiltinType>(*type++)->shape();
        if (!args[i].is_object() || args[i].object()->shape != wanted) return false;
    }
    return true;
}

Value call_builtin(Interp& in, const Builtin* function, const Value* args, u32 count) {
    const Signature& sig = *function->signature;
    if (sig.has(Signature::kDirect) && count == sig.count && fit_directly(sig, args)) [[likely]]
        return function->thunk(in, reinterpret_cast<const ArgSlot*>(args));
    return call_builtin(in, function, CallArgs{args, count, 0, nullptr});
}

Value call_builtin(Interp& in, const Builtin* function, const CallArgs& args, Value self) {
    const Signature& sig = *function->signature;
    if (!in.check_stack()) return {};
    if (sig.has(Signature::kPlain) && !args.named && self.is_empty() &&
        args.positional == sig.count)
        return function->thunk(in, reinterpret_cast<const ArgSlot*>(args.values));
    ArgSlot slots[kMaxSlots];
    if (fill_simple(sig, args, self, slots)) return function->thunk(in, slots);
    Binder binder{in, function->name, sig, args, self, slots, nullptr};
    if (sig.has(Signature::kBuffers)) return call_with_buffers(binder, function);
    KRAIT_TRY(binder.match());
    KRAIT_TRY(binder.convert_all());
    return function->thunk(in, slots);
}

// --- what a function was not declared to take ----------------------------------------------------

bool Kwargs::next(usize& position, Str*& name, Value& value) const {
    for (; position < args_.named; ++position) {
        if (find_parameter(signature_, args_.names[position]) != signature_.count) continue;
        name = as<Str>(args_.names[position]);
        value = args_.values[args_.positional + position];
        ++position;
        return true;
    }
    return false;
}

usize Kwargs::size() const {
    usize n = 0, position = 0;
    Str* name;
    Value value;
    while (next(position, name, value)) ++n;
    return n;
}

Result<Dict*> Kwargs::to_dict(Interp& in) const {
    Dict* dict = KRAIT_TRY(new_dict(in));
    usize position = 0;
    Str* name;
    Value value;
    while (next(position, name, value)) KRAIT_TRY(dict_set(in, dict, name, value));
    return dict;
}

// --- text ----------------------------------------------------------------------------------------

Result<Str*> describe_signature(Interp& in, const Signature& sig) {
    StrBuilder out(in);
    const char* comma = "(";
    for (usize i = 0; i < sig.count; ++i) {
        if (i == sig.positional && !sig.has(Signature::kRest))
            KRAIT_TRY(out.append(comma, "*")), comma = ", ";
        if (i == sig.positional && sig.has(Signature::kRest))
            KRAIT_TRY(out.append(comma, "*args")), comma = ", ";
        KRAIT_TRY(out.append(comma, i == 0 && sig.has(Signature::kReceiver) ? "$" : ""));
        KRAIT_TRY(out.append(as<Str>(sig.names()[i])));
        if (!sig.is_required(i)) {
            const Value fallback = sig.default_of(i);
            KRAIT_TRY(out.append("="));
            KRAIT_TRY(fallback.is_empty() ? out.append("<unrepresentable>")
                                          : out.append_repr(fallback));
        }
        comma = ", ";
        if (i + 1u == sig.positional_only) KRAIT_TRY(out.append(", /"));
    }
    if (sig.has(Signature::kRest) && sig.positional == sig.count) {
        KRAIT_TRY(out.append(comma, "*args"));
        comma = ", ";
    }
    if (sig.has(Signature::kKeywords)) {
        KRAIT_TRY(out.append(comma, "**kwargs"));
        comma = ", ";
    }
    KRAIT_TRY(out.append(*comma == '(' ? "()" : ")"));
    return out.finish();
}

}  // namespace krait
