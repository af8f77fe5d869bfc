// Binding of C++ functions: how a built-in type or a module declares what Python sees of it.
//
//     static isize str_find(Str* self, Str* sub, ClampedIndex start, ClampedIndex end);
//     static Result<List*> str_split(Interp& in, Str* self, Str* sep, isize maxsplit);
//
//     constexpr Row kStrRows[] = {
//         def<"find(self, sub, start=0, end=None, /)", str_find>,
//         def<"split(self, sep=None, maxsplit=-1)", str_split>,
//         getter<"real", int_real>,                  // and <"name", get, set>
//         def_static<"maketrans(x, y=..., z=..., /)", str_maketrans>,
//         def_class<"fromhex(cls, text, /)", bytes_fromhex>,
//         constant<"MAX">(Value::from_int(7)),
//         alias<"usplit">(def<"split(self, sep=None, maxsplit=-1)", str_split>),
//     };
//
// The text is Python's notation (signature_text.hpp); it is checked against the C++ function when
// compiling. If its first parameter is called `self` the row is a method, else a function. Bound
// functions are `static`, so that the thunk and the function become one. `Interp&` comes first in
// those that may raise, allocate or run Python, and is left out in those that cannot.
//
//     C++ parameter    takes                              Python default may be
//     Value            anything                           any; `...`: the empty Value
//     Str*, List*, T*  an object that is a T (T::kType)   None, ... (both: null), 'text' for Str*
//     Of<T>            an instance of T's Python type     none
//     const Type*      a class                            None, ... (both: null)
//     isize            an int or __index__                int
//     ClampedIndex     the same, clamped, or None         int, None (kEnd)
//     i64              the same                           int
//     Float            what float arithmetic takes        float, int
//     bool             anything, by its truth             True, False
//     Buffer           bytes-like                         None, ..., b'' (all: empty)
//     MutableBuffer    bytes-like, writable               None, ...
//     Args, Kwargs     *args, **kwargs
//
// Results: Value, Result<T*>, Result<isize>, Result<bool>, Status (None); or, when nothing can go
// wrong, T*, isize, bool, void (None); i64 and Float become int and float.
//
// C++ slots that get raw CallArgs (construct, init, call) use parse_args, below, for the same.
#pragma once

#include "core/signature.hpp"
#include "core/signature_text.hpp"

namespace krait {
namespace bind_detail {

using signature_text::DefaultKind;
using signature_text::ItemKind;
using signature_text::Parsed;

template <class T>
concept HasType = requires {
    T::kType.shape();
};

// How a C++ parameter type is had from a slot.
template <class T>
struct Argument {
    static_assert(sizeof(T) == 0, "a bound function cannot have a parameter of this type");
};
template <ArgKind Kind>
struct ArgumentOf {
    static constexpr ArgKind kKind = Kind;
    static constexpr const BuiltinType* kType = nullptr;
};
template <>
struct Argument<Value> : ArgumentOf<ArgKind::Any> {
    static Value get(Interp&, const ArgSlot* s) { return s->value; }
};
template <HasType T>
struct Argument<T*> {
    static constexpr ArgKind kKind = ArgKind::Object;
    static constexpr const BuiltinType* kType = &T::kType;
    static T* get(Interp&, const ArgSlot* s) { return static_cast<T*>(s->object); }
};
template <HasType T>
struct Argument<Of<T>> {
    static constexpr ArgKind kKind = ArgKind::Instance;
    static constexpr const BuiltinType* kType = &T::kType;
    static Of<T> get(Interp&, const ArgSlot* s) { return {s->value}; }
};
template <>
struct Argument<const Type*> : ArgumentOf<ArgKind::Class> {
    static const Type* get(Interp&, const ArgSlot* s) { return static_cast<Type*>(s->object); }
};
template <>
struct Argument<isize> : ArgumentOf<ArgKind::Index> {
    static isize get(Interp&, const ArgSlot* s) { return s->index; }
};
template <>
struct Argument<ClampedIndex> : ArgumentOf<ArgKind::Clamped> {
    static ClampedIndex get(Interp&, const ArgSlot* s) { return {s->index}; }
};
// On 64 bits i64 and isize may be one type; then an index is all that is needed.
struct Int64Argument : ArgumentOf<ArgKind::Int64> {
    static i64 get(Interp& in, const ArgSlot* s) {
        i64 out = 0;
        KRAIT_MUST(int_to_i64(in, s->value, out), "bind_args has checked the range");
        return out;
    }
};
template <class T>
requires(std::same_as<T, i64> && !std::same_as<i64, isize>) struct Argument<T> : Int64Argument {
};
template <>
struct Argument<Float> : ArgumentOf<ArgKind::Number> {
    static Float get(Interp&, const ArgSlot* s) { return s->number; }
};
template <>
struct Argument<bool> : ArgumentOf<ArgKind::Truth> {
    static bool get(Interp&, const ArgSlot* s) { return s->index != 0; }
};
template <>
struct Argument<Buffer> : ArgumentOf<ArgKind::ReadBuffer> {
    static Buffer get(Interp&, const ArgSlot* s) { return Buffer(s->view); }
};
template <>
struct Argument<Payload> : ArgumentOf<ArgKind::Payload> {
    static Payload get(Interp&, const ArgSlot* s) { return Payload(s->view); }
};
template <>
struct Argument<MutableBuffer> : ArgumentOf<ArgKind::WriteBuffer> {
    static MutableBuffer get(Interp&, const ArgSlot* s) { return MutableBuffer(s->view); }
};
template <>
struct Argument<Args> : ArgumentOf<ArgKind::Rest> {
    static Args get(Interp&, const ArgSlot* s) {
        return {static_cast<const Value*>(s[0].pointer), static_cast<usize>(s[1].index)};
    }
};
template <>
struct Argument<Kwargs> : ArgumentOf<ArgKind::Keywords> {
    static Kwargs get(Interp&, const ArgSlot* s) {
        return {*static_cast<const CallArgs*>(s[0].pointer),
                *static_cast<const Signature*>(s[1].pointer)};
    }
};

// How a C++ result becomes a Value.
inline Value to_value(Interp&, Value v) { return v; }
template <class T>
Value to_value(Interp&, Result<T*> r) {
    return Value(r.take());  // null is the empty Value
}
inline Value to_value(Interp& in, Result<isize> r) { return new_int(in, KRAIT_TRY(r)); }
inline Value to_value(Interp&, Result<bool> r) { return from_bool(KRAIT_TRY(r)); }
inline Value to_value(Interp&, Status r) {
    KRAIT_TRY(r);
    return none();
}
inline Value to_value(Interp&, bool b) { return from_bool(b); }
inline Value to_value(Interp&, Raised) { return {}; }
inline Value to_value(Interp&, const Str* name) { return Value(name); }
template <class T>
requires std::derived_from<T, Object> Value to_value(Interp&, T* object) { return Value(object); }
template <std::integral I>
requires(!std::same_as<I, bool>) Value to_value(Interp& in, I i) {
    if constexpr (std::is_unsigned_v<I> && sizeof(I) == 8)
        return new_int_unsigned(in, i);
    else
        return new_int(in, static_cast<i64>(i));
}
inline Value to_value(Interp& in, Float f) { return new_float(in, f); }

// A part of a text as a template argument.
template <FixedString Text, usize Start, usize Size>
inline constexpr FixedString<Size + 1> kPiece{Text.text + Start, Size};

template <class... P>
struct TypeList {
    static constexpr usize kCount = sizeof...(P);
};

// The header and what stands behind it.
template <usize Entries, usize Kinds>
struct SignatureData : Signature {
    Value entries[Entries]{};
    u8 kinds_[Kinds]{};
};

// What text and C++ types say of a signature.
template <FixedString Text, class... P>
struct SignatureFacts {
    static constexpr Parsed kParsed = signature_text::parse(Text.view());
    static constexpr ArgKind kKinds[sizeof...(P) + 1] = {Argument<P>::kKind..., ArgKind::Any};
    static constexpr const BuiltinType* kTypes[sizeof...(P) + 1] = {Argument<P>::kType..., nullptr};

    // Where *args stands among the C++ parameters; behind the last if there is none.
    static constexpr usize rest_index() {
        usize i = 0;
        while (i < sizeof...(P) && kParsed.items[i] != ItemKind::Rest) ++i;
        return i;
    }
    // The slot of the C++ function's i-th parameter, and the parameter of a slot.
    static constexpr usize slot_of(usize i) {
        if (kParsed.items[i] == ItemKind::Rest) return kParsed.count;
        if (kParsed.items[i] == ItemKind::Keywords) return kParsed.count + (kParsed.rest ? 2 : 0);
        return i - (rest_index() < i ? 1 : 0);
    }
    static constexpr usize parameter_of(usize slot) {
        return slot + (rest_index() <= slot ? 1 : 0);
    }

    static constexpr bool is_buffer(ArgKind kind) {
        return kind == ArgKind::ReadBuffer || kind == ArgKind::Payload ||
               kind == ArgKind::WriteBuffer;
    }
    static constexpr usize buffer_count() {
        usize n = 0;
        for (usize i = 0; i < sizeof...(P); ++i) n += is_buffer(kKinds[i]);
        return n;
    }
    // How many of the first `end` C++ parameters have a type to be checked.
    static constexpr usize type_count(usize end = sizeof...(P)) {
        usize n = 0;
        for (usize i = 0; i < end; ++i) n += kTypes[i] != nullptr;
        return n;
    }
    static constexpr usize first_default() {
        usize i = 0;
        while (i < kParsed.count && kParsed.parameters[i].default_kind == DefaultKind::Required)
            ++i;
        return i;
    }
    static constexpr std::string_view first_name() {
        if (kParsed.count == 0) return {};
        return {Text.text + kParsed.parameters[0].start, kParsed.parameters[0].size};
    }
    static constexpr bool has_receiver() { return first_name() == "self" || first_name() == "cls"; }

    static constexpr bool items_agree() {
        for (usize i = 0; i < sizeof...(P); ++i) {
            if ((kKinds[i] == ArgKind::Rest) != (kParsed.items[i] == ItemKind::Rest)) return false;
            if ((kKinds[i] == ArgKind::Keywords) != (kParsed.items[i] == ItemKind::Keywords))
                return false;
        }
        return true;
    }
    static constexpr bool defaults_agree() {
        for (usize i = 0; i < kParsed.count; ++i)
            if (!default_agrees(kKinds[parameter_of(i)], kParsed.parameters[i].default_kind))
                return false;
        return true;
    }
    static constexpr bool default_agrees(ArgKind kind, DefaultKind d) {
        const bool none = d == DefaultKind::None, absent = d == DefaultKind::Absent;
        if (d == DefaultKind::Required) return true;
        switch (kind) {
            case ArgKind::Any: return d != DefaultKind::EmptyBytes;
            case ArgKind::Object: return none || absent || d == DefaultKind::Text;
            case ArgKind::Class: return none || absent;
            case ArgKind::Index:
            case ArgKind::Int64: return d == DefaultKind::Int;
            case ArgKind::Clamped: return none || d == DefaultKind::Int;
            case ArgKind::Number: return d == DefaultKind::Int || d == DefaultKind::Float;
            case ArgKind::Truth: return d == DefaultKind::True || d == DefaultKind::False;
            case ArgKind::ReadBuffer:
            case ArgKind::Payload:
            case ArgKind::WriteBuffer: return none || absent || d == DefaultKind::EmptyBytes;
            default: return false;
        }
    }
    static constexpr u8 flags() {
        u8 flags = 0;
        const bool simple = kParsed.positional == kParsed.count && !kParsed.rest &&
                            !kParsed.keywords && !buffer_count();
        bool plain = simple;
        bool direct = simple;
        for (usize i = 0; i < sizeof...(P); ++i) {
            plain &= kKinds[i] == ArgKind::Any;
            direct &= kKinds[i] == ArgKind::Any || kKinds[i] == ArgKind::Object;
        }
        if (kParsed.rest) flags |= Signature::kRest;
        if (kParsed.keywords) flags |= Signature::kKeywords;
        if (has_receiver()) flags |= Signature::kReceiver;
        if (buffer_count()) flags |= Signature::kBuffers;
        if (simple) flags |= Signature::kSimple;
        if (plain) flags |= Signature::kPlain;
        if (direct) flags |= Signature::kDirect;
        return flags;
    }
};

// The signature itself; functions that agree in text and types share it.
template <FixedString Text, class... P>
struct SignatureMaker {
    using Facts = SignatureFacts<Text, P...>;
    static constexpr const Parsed& kParsed = Facts::kParsed;
    using Error = signature_text::Error;
    static_assert(kParsed.error != Error::NoParenthesis, "the text has no ( after the name");
    static_assert(kParsed.error != Error::NotClosed, "the text does not end with )");
    static_assert(kParsed.error != Error::NoParameterName, "a parameter has no name");
    static_assert(kParsed.error != Error::TooManyParameters, "parameters after ** or too many");
    static_assert(kParsed.error != Error::BadDefault, "a default that cannot be read");
    static_assert(kParsed.error != Error::MisplacedSlash, "a misplaced /");
    static_assert(kParsed.error != Error::MisplacedStar, "a second *");
    static_assert(kParsed.error != Error::NoComma, "a comma is missing");
    static_assert(kParsed.item_count == sizeof...(P),
                  "text and C++ function have different numbers of parameters");
    static_assert(kParsed.count <= kMaxParameters, "more parameters than kMaxParameters");
    static_assert(Facts::buffer_count() <= kMaxBuffers, "more buffers than kMaxBuffers");
    static_assert(Facts::items_agree(), "*args is Args and **kwargs is Kwargs, as in the text");
    static_assert(Facts::defaults_agree(), "a default does not go with its parameter's C++ type");

    static constexpr usize kFirstDefault = Facts::first_default();
    static constexpr usize kEntries = 2 * kParsed.count - kFirstDefault + Facts::type_count();
    using Data = SignatureData<kEntries ? kEntries : 1, kParsed.count ? kParsed.count : 1>;

    template <usize I>
    static constexpr Value default_value() {
        constexpr auto& p = kParsed.parameters[I];
        constexpr DefaultKind kind = p.default_kind;
        if constexpr (kind == DefaultKind::None) return none();
        if constexpr (kind == DefaultKind::True) return true_();
        if constexpr (kind == DefaultKind::False) return false_();
        if constexpr (kind == DefaultKind::Text)
            return Value(symbol<kPiece<Text, p.default_start, p.default_size>>);
        if constexpr (kind == DefaultKind::Int) {
            static_assert(Value::fits_int(p.integer), "an int default that is too large");
            return Value::from_int(static_cast<isize>(p.integer));
        }
        if constexpr (kind == DefaultKind::Float) {
            constexpr auto number = static_cast<Float>(p.number);
            static_assert(Value::float_fits(number), "a float default that needs a box");
            return Value::from_inline_float(number);
        }
        return {};
    }
    template <usize I>
    static constexpr void fill(Data& d) {
        constexpr auto& p = kParsed.parameters[I];
        constexpr usize parameter = Facts::parameter_of(I);
        d.entries[I] = Value(symbol<kPiece<Text, p.start, p.size>>);
        if constexpr (I >= kFirstDefault)
            d.entries[kParsed.count + I - kFirstDefault] = default_value<I>();
        if constexpr (Facts::kTypes[parameter] != nullptr)
            d.entries[2 * kParsed.count - kFirstDefault + Facts::type_count(parameter)] =
                Value(Facts::kTypes[parameter]);
        u8 kind = static_cast<u8>(Facts::kKinds[parameter]);
        if (p.default_kind == DefaultKind::Required) kind |= kArgRequired;
        if (p.default_kind == DefaultKind::None) kind |= kArgNullable;
        d.kinds_[I] = kind;
    }
    static constexpr Data make() {
        Data d{};
        d.count = kParsed.count;
        // `self` is never given by name.
        d.positional_only = kParsed.positional_only ? kParsed.positional_only
                                                    : static_cast<u8>(Facts::has_receiver());
        d.positional = kParsed.positional;
        d.first_default = static_cast<u8>(kFirstDefault);
        d.entry_count = static_cast<u8>(kEntries);
        d.flags = Facts::flags();
        [&]<usize... I>(std::index_sequence<I...>) { (fill<I>(d), ...); }
        (std::make_index_sequence<kParsed.count>());
        return d;
    }
};
template <FixedString Text, class... P>
inline constexpr auto kSignature = SignatureMaker<Text, P...>::make();

// The function's result type and parameters, Interp& apart.
template <class F>
struct FunctionOf;
template <class R, class... P>
struct FunctionOf<R (*)(P...)> {
    using Parameters = TypeList<P...>;
    static constexpr bool kTakesInterp = false;
};
template <class R, class... P>
struct FunctionOf<R (*)(Interp&, P...)> {
    using Parameters = TypeList<P...>;
    static constexpr bool kTakesInterp = true;
};

// What a row for a function needs: the thunk and the read-only object.
template <FixedString Text, auto Function, class Parameters>
struct Binding;
template <FixedString Text, auto Function, class... P>
struct Binding<Text, Function, TypeList<P...>> {
    static constexpr usize kNameSize = signature_text::parse(Text.view()).name_size;
    static_assert(kNameSize > 0, "the text begins with the function's name");
    static constexpr const Str* kName = symbol<kPiece<Text, 0, kNameSize>>;
    static constexpr auto kParameters = kPiece<Text, kNameSize, Text.size() - kNameSize>;
    using Facts = SignatureFacts<kParameters, P...>;

    static Value thunk(Interp& in, const ArgSlot* slots) {
        return unpack(in, slots, std::make_index_sequence<sizeof...(P)>());
    }
    template <usize... I>
    static Value unpack(Interp& in, [[maybe_unused]] const ArgSlot* slots,
                        std::index_sequence<I...>) {
        auto run = [&] {
            if constexpr (FunctionOf<decltype(Function)>::kTakesInterp)
                return Function(in, Argument<P>::get(in, slots + Facts::slot_of(I))...);
            else
                return Function(Argument<P>::get(in, slots + Facts::slot_of(I))...);
        };
        if constexpr (std::is_void_v<decltype(run())>) {
            run();
            return none();
        } else {
            return to_value(in, run());
        }
    }
    template <const BuiltinType& Kind>
    static constexpr Builtin kObject{Kind, kName, thunk, &kSignature<kParameters, P...>};

    static constexpr const BuiltinType& kind() {
        return Facts::first_name() == "self" ? Builtin::kMethodType : Builtin::kFunctionType;
    }
};

template <FixedString Text, auto Function>
using BindingOf = Binding<Text, Function, typename FunctionOf<decltype(Function)>::Parameters>;

template <class B, const BuiltinType& Kind>
constexpr Row row_of() {
    return {B::kName, Value(&B::template kObject<Kind>)};
}
template <class B>
constexpr Row class_method() {
    static_assert(B::Facts::kKinds[0] == ArgKind::Class,
                  "a class method's first parameter is const Type* cls");
    return row_of<B, Builtin::kClassMethodType>();
}

// Getters: `self` is typed in C++, and GetSet checks it.
template <class F>
struct GetterOf;
template <class R, class Self>
struct GetterOf<R (*)(Interp&, Self)> {
    using SelfArgument = Argument<Self>;
    static constexpr bool kTakesInterp = true;
};
template <class R, class Self>
struct GetterOf<R (*)(Self)> {
    using SelfArgument = Argument<Self>;
    static constexpr bool kTakesInterp = false;
};
template <class Self>
struct GetterOf<Status (*)(Interp&, Self, Value)> {
    using SelfArgument = Argument<Self>;
};

template <auto Get>
Value get_thunk(Interp& in, Value self) {
    using G = GetterOf<decltype(Get)>;
    ArgSlot slot;
    slot.value = self;
    if constexpr (G::kTakesInterp)
        return to_value(in, Get(in, G::SelfArgument::get(in, &slot)));
    else
        return to_value(in, Get(G::SelfArgument::get(in, &slot)));
}
template <auto Set>
Status set_thunk(Interp& in, Value self, Value value) {
    ArgSlot slot;
    slot.value = self;
    return Set(in, GetterOf<decltype(Set)>::SelfArgument::get(in, &slot), value);
}

template <FixedString Name, auto Get, auto... Set>
struct GetSetOf {
    static constexpr const BuiltinType* kOwner = GetterOf<decltype(Get)>::SelfArgument::kType;
    static constexpr auto setter() -> Status (*)(Interp&, Value, Value) {
        if constexpr (sizeof...(Set) > 0) return (set_thunk<Set>, ...);
        return nullptr;
    }
    static constexpr GetSet kObject{symbol<Name>, kOwner, get_thunk<Get>, setter()};
};

}  // namespace bind_detail

// The rows.
template <FixedString Text, auto Function>
inline constexpr Row def = bind_detail::row_of<bind_detail::BindingOf<Text, Function>,
                                               bind_detail::BindingOf<Text, Function>::kind()>();

template <FixedString Text, auto Function>
inline constexpr Row def_class =
    bind_detail::class_method<bind_detail::BindingOf<Text, Function>>();

template <FixedString Text, auto Function>
inline constexpr Row def_static =
    bind_detail::row_of<bind_detail::BindingOf<Text, Function>, Builtin::kStaticMethodType>();

// get: R f([Interp&,] Self self); set: Status f(Interp&, Self self, Value value), where an empty
// value deletes. Self is T*, Of<T>, or Value (unchecked: only where any object will do).
template <FixedString Name, auto Get, auto... Set>
inline constexpr Row getter{symbol<Name>,
                            Value(&bind_detail::GetSetOf<Name, Get, Set...>::kObject)};

template <FixedString Name>
constexpr Row constant(Value value) {
    return {symbol<Name>, value};
}
template <FixedString Name>
constexpr Row constant(const Object* object) {
    return {symbol<Name>, Value(object)};
}
template <FixedString Name>
constexpr Row constant(int value) {
    return {symbol<Name>, Value::from_int(value)};
}
template <FixedString Name>
constexpr Row alias(const Row& row) {
    return {symbol<Name>, row.value};
}

// Arguments of a slot that gets them raw, by the same rules; outputs are of the types above
// (buffers apart: take a Value and hold it yourself).
//     Value object; Str *encoding, *errors;
//     KRAIT_TRY((parse_args<"(object='', encoding=None, errors=None)">(
//         in, "str"_sym, args, object, encoding, errors)));
template <FixedString Text, class... Out>
Status parse_args(Interp& in, const Str* name, const CallArgs& args, Out&... out) {
    using Facts = bind_detail::SignatureFacts<Text, Out...>;
    static_assert(Facts::buffer_count() == 0, "parse_args cannot hold buffers");
    ArgSlot slots[kMaxSlots];
    KRAIT_TRY(bind_args(in, name, bind_detail::kSignature<Text, Out...>, args, {}, slots, nullptr));
    [&]<usize... I>(std::index_sequence<I...>) {
        ((out = bind_detail::Argument<Out>::get(in, slots + Facts::slot_of(I))), ...);
    }
    (std::make_index_sequence<sizeof...(Out)>());
    return kOk;
}

}  // namespace krait
