#include "core/bind.hpp"

#include "core/bound_method.hpp"
#include "interp_fixture.hpp"

namespace krait {
namespace {

// Functions that say what they were given.
Value show(Interp& in, std::initializer_list<Value> items) {
    return KRAIT_TRY(new_tuple(in, {items.begin(), items.size()}));
}
Value number(isize i) { return Value::from_int(i); }
Value or_none(Value v) { return v.is_empty() ? none() : v; }

static Value no_arguments(Interp& in) { return show(in, {}); }
static Value one(Interp& in, Value a) { return show(in, {a}); }
static Value two(Interp& in, Value a, Value b) { return show(in, {a, or_none(b)}); }
static Value typed(Interp& in, Str* self, Str* sep, isize maxsplit) {
    return show(in, {self, sep ? Value(sep) : none(), number(maxsplit)});
}
static Value slices(Interp& in, Str*, ClampedIndex start, ClampedIndex end) {
    return show(in, {number(start), number(end == ClampedIndex::kEnd ? -77 : end.value)});
}
static Value rest(Interp& in, Value a, Args args, bool flag, Kwargs kwargs) {
    return show(in, {a, number(static_cast<isize>(args.size())),
                     args.empty() ? none() : args[args.size() - 1], from_bool(flag),
                     KRAIT_TRY(kwargs.to_dict(in))});
}
static Value numbers(Interp& in, Float x, i64 i) {
    return show(in, {KRAIT_TRY(new_float(in, x)), KRAIT_TRY(new_int(in, i))});
}
static Value text_default(Interp& in, Str* fill, Of<IntType> n) { return show(in, {fill, n}); }
static isize size_of(Str* self) { return static_cast<isize>(self->size()); }
static void nothing() {}
static Value of_class(Interp& in, const Type* cls) { return show(in, {cls}); }

constexpr Row kRows[] = {
    def<"no_arguments()", no_arguments>,
    def<"one(a, /)", one>,
    def<"two(a, b=...)", two>,
    def<"typed(self, sep=None, maxsplit=-1)", typed>,
    def<"slices(self, start=0, end=None, /)", slices>,
    def<"rest(a, /, *args, flag=False, **kwargs)", rest>,
    def<"numbers(x=1e-09, i=-5)", numbers>,
    def<"text_default(fill=' ', *, n)", text_default>,
    def<"size_of(self)", size_of>,
    def<"nothing()", nothing>,
    def_class<"of_class(cls, /)", of_class>,
    def_static<"static_one(a, /)", one>,
    constant<"limit">(7),
    alias<"also_one">(def<"one(a, /)", one>),
};

class BindTest : public InterpTest {
  protected:
    Value row(std::string_view name) {
        return find_row(kRows, KRAIT_MUST(intern(in, name), "heap"))->value;
    }
    // Calls with the positional arguments and then keyword arguments; the repr of the result or
    // the error.
    std::string call_row(std::string_view name, std::vector<Value> args,
                         std::vector<std::pair<const char*, Value>> named = {}) {
        std::vector<Value> names;
        const u32 positional = static_cast<u32>(args.size());
        for (const auto& [key, value] : named) {
            names.push_back(KRAIT_MUST(intern(in, key), "heap"));
            args.push_back(value);
        }
        const CallArgs call{args.data(), positional, static_cast<u32>(names.size()), names.data()};
        const Value result = call_builtin(in, as<Builtin>(row(name)), call);
        if (result.is_empty()) return error();
        const Result<Str*> text = repr(in, result);
        return text ? std::string(text.take()->view()) : error();
    }
    Value s = str("text");
    Value one_ = number(1), two_ = number(2), three = number(3), four = number(4);
};

TEST_F(BindTest, PassesPositionalArguments) {
    EXPECT_EQ(call_row("no_arguments", {}), "()");
    EXPECT_EQ(call_row("one", {s}), "('text',)");
    EXPECT_EQ(call_row("also_one", {s}), "('text',)");
    EXPECT_EQ(call_row("static_one", {s}), "('text',)");
    EXPECT_EQ(call_row("two", {one_, two_}), "(1, 2)");
    EXPECT_EQ(call_row("nothing", {}), "None");
    EXPECT_EQ(call_row("size_of", {s}), "4");
}

TEST_F(BindTest, FillsInDefaults) {
    EXPECT_EQ(call_row("two", {one_}), "(1, None)");
    EXPECT_EQ(call_row("typed", {s}), "('text', None, -1)");
    EXPECT_EQ(call_row("typed", {s, none(), two_}), "('text', None, 2)");
    EXPECT_EQ(call_row("numbers", {}), "(1e-09, -5)");
    EXPECT_EQ(call_row("text_default", {}, {{"n", one_}}), "(' ', 1)");
}

TEST_F(BindTest, PassesKeywords) {
    EXPECT_EQ(call_row("two", {}, {{"b", two_}, {"a", one_}}), "(1, 2)");
    EXPECT_EQ(call_row("typed", {s}, {{"maxsplit", two_}}), "('text', None, 2)");
    EXPECT_EQ(call_row("rest", {s}), "('text', 0, None, False, {})");
    EXPECT_EQ(call_row("rest", {s, one_, two_}, {{"x", one_}, {"flag", one_}, {"a", two_}}),
              "('text', 2, 2, True, {'x': 1, 'a': 2})");
}

TEST_F(BindTest, ClampsIndexes) {
    EXPECT_EQ(call_row("slices", {s}), "(0, -77)");
    EXPECT_EQ(call_row("slices", {s, none(), none()}), "(0, -77)");
    EXPECT_EQ(call_row("slices", {s, two_, number(-1)}), "(2, -1)");
    EXPECT_EQ(call_row("slices", {s, s}),
              "TypeError: slice indices must be integers or None or "
              "have an __index__ method");
}

TEST_F(BindTest, CountsArguments) {
    EXPECT_EQ(call_row("no_arguments", {s}),
              "TypeError: no_arguments() takes no arguments (1 given)");
    EXPECT_EQ(call_row("one", {}), "TypeError: one() takes exactly one argument (0 given)");
    EXPECT_EQ(call_row("one", {s, s}), "TypeError: one() takes exactly one argument (2 given)");
    EXPECT_EQ(call_row("two", {s, s, s}), "TypeError: two() takes at most 2 arguments (3 given)");
    EXPECT_EQ(call_row("two", {}), "TypeError: two() missing required argument 'a' (pos 1)");
    EXPECT_EQ(call_row("typed", {s, s, one_, s}),
              "TypeError: typed() takes at most 2 arguments (3 given)");
    EXPECT_EQ(call_row("slices", {s, s, s, s}),
              "TypeError: slices expected at most 2 arguments, got 3");
    EXPECT_EQ(call_row("rest", {}),
              "TypeError: rest() takes at least 1 positional argument (0 given)");
    EXPECT_EQ(call_row("size_of", {}), "TypeError: unbound method str.size_of() needs an argument");
    EXPECT_EQ(call_row("size_of", {s, s}), "TypeError: str.size_of() takes no arguments (1 given)");
}

TEST_F(BindTest, RefusesKeywords) {
    EXPECT_EQ(call_row("one", {}, {{"a", s}}), "TypeError: one() takes no keyword arguments");
    EXPECT_EQ(call_row("slices", {s}, {{"end", s}}),
              "TypeError: str.slices() takes no keyword arguments");
    EXPECT_EQ(call_row("two", {s}, {{"c", s}}),
              "TypeError: 'c' is an invalid keyword argument for two()");
    EXPECT_EQ(call_row("two", {s}, {{"a", s}}),
              "TypeError: argument for two() given by name ('a') and position (1)");
    EXPECT_EQ(call_row("typed", {s}, {{"self", s}}),
              "TypeError: 'self' is an invalid keyword argument for typed()");
}

TEST_F(BindTest, ChecksTypes) {
    EXPECT_EQ(call_row("typed", {s, one_}),
              "TypeError: typed() argument 'sep' must be str or None, not int");
    EXPECT_EQ(call_row("typed", {s, none(), s}),
              "TypeError: 'str' object cannot be interpreted as an integer");
    EXPECT_EQ(call_row("typed", {one_}),
              "TypeError: descriptor 'typed' for 'str' objects doesn't apply to a 'int' object");
    EXPECT_EQ(call_row("text_default", {one_}, {{"n", one_}}),
              "TypeError: text_default() argument 'fill' must be str, not int");
    EXPECT_EQ(call_row("text_default", {}, {{"n", s}}),
              "TypeError: text_default() argument 'n' must be int, not str");
    EXPECT_EQ(call_row("numbers", {s}), "TypeError: must be real number, not str");
}

TEST_F(BindTest, BindsSelf) {
    Value method = KRAIT_MUST(new_bound_method(in, row("size_of"), s), "heap");
    EXPECT_EQ(call(in, method), number(4));
    Value general = KRAIT_MUST(new_bound_method(in, row("two"), s), "heap");
    const Value args[] = {one_};
    const Value pair = call(in, general, args);
    EXPECT_EQ((*as<Tuple>(pair))[0], s);
    EXPECT_EQ((*as<Tuple>(pair))[1], one_);
}

TEST_F(BindTest, DescribesSignatures) {
    const auto describe = [&](std::string_view name) {
        return text(describe_signature(in, *as<Builtin>(row(name))->signature).take());
    };
    EXPECT_EQ(describe("no_arguments"), "()");
    EXPECT_EQ(describe("typed"), "($self, /, sep=None, maxsplit=-1)");
    EXPECT_EQ(describe("slices"), "($self, start=0, end=None, /)");
    EXPECT_EQ(describe("rest"), "(a, /, *args, flag=False, **kwargs)");
    EXPECT_EQ(describe("text_default"), "(fill=' ', *, n)");
}

TEST_F(BindTest, ParsesArgumentsOfSlots) {
    const Value values[] = {s, one_};
    Value object;
    isize n = 0;
    const CallArgs args{values, 2, 0, nullptr};
    EXPECT_TRUE((parse_args<"(object, n=3)">(in, "f"_sym, args, object, n)));
    EXPECT_EQ(object, s);
    EXPECT_EQ(n, 1);
    Str* wrong;
    EXPECT_FALSE((parse_args<"(object, n='')">(in, "f"_sym, args, object, wrong)));
    EXPECT_EQ(error(), "TypeError: f() argument 'n' must be str, not int");
}

}  // namespace
}  // namespace krait
