// Exceptions, properties, modules and type objects as C++ uses them, without a compiler.
#include "../core/interp_fixture.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/special.hpp"
#include "objects/exception_group.hpp"
#include "objects/weakref.hpp"

namespace krait {
namespace {

Value method_number(Value) { return Value::from_int(41); }
Value method_init(Interp& in, Value self, Value x) {
    KRAIT_TRY(set_attr(in, self, "x"_sym, x));
    return none();
}
Value method_sum(Interp& in, Value self, Value other) {
    return binary(in, BinaryOp::Add, KRAIT_TRY(get_attr(in, self, "x"_sym)), other);
}
constexpr Row kMethods[] = {
    def<"number(self)", method_number>,
    def<"__init__(self, x)", method_init>,
    def<"__add__(self, other)", method_sum>,
};

class ObjectsTest : public InterpTest {
  protected:
    Str* name(std::string_view s) { return KRAIT_MUST(intern(in, s), "large"); }
    Tuple* tuple(std::initializer_list<Value> items) {
        return KRAIT_MUST(new_tuple(in, std::span(items.begin(), items.size())), "large");
    }
    Type* make_class(std::string_view n, std::initializer_list<Value> bases,
                     std::initializer_list<Row> rows = {}) {
        Dict* ns = KRAIT_MUST(new_dict(in), "large");
        for (const Row& row : rows) KRAIT_MUST(dict_set(in, ns, row.name, row.value), "large");
        Result<Type*> cls = new_class(in, &Type::kType, name(n), tuple(bases), ns);
        EXPECT_TRUE(bool(cls)) << error();
        return cls.take();
    }
    Value make(const Type& type, std::initializer_list<Value> args) {
        Value v = call(in, Value(&type), std::span<const Value>(args.begin(), args.size()));
        EXPECT_TRUE(bool(v)) << error();
        return v;
    }
    std::string str_of(Value v) {
        Result<Str*> s = to_str(in, v);
        return s ? std::string(s.take()->view()) : error();
    }
    std::string repr_of(Value v) {
        Result<Str*> s = repr(in, v);
        return s ? std::string(s.take()->view()) : error();
    }
    std::string attr(Value v, std::string_view n) {
        Value a = get_attr(in, v, name(n));
        return a ? repr_of(a) : error();
    }
};

TEST_F(ObjectsTest, TextsOfExceptions) {
    EXPECT_EQ(repr_of(make(kValueError, {})), "ValueError()");
    EXPECT_EQ(repr_of(make(kValueError, {str("x")})), "ValueError('x')");
    EXPECT_EQ(str_of(make(kKeyError, {str("k")})), "'k'");
    Value e = make(kOSError, {Value::from_int(2), str("gone"), str("f")});
    EXPECT_EQ(type_of(e), &kFileNotFoundError);
    EXPECT_EQ(str_of(e), "[Errno 2] gone: 'f'");
    EXPECT_EQ(attr(e, "filename"), "'f'");
    EXPECT_EQ(attr(e, "args"), "(2, 'gone')");
    EXPECT_EQ(attr(make(kStopIteration, {str("v")}), "value"), "'v'");
    EXPECT_EQ(attr(e, "nothing"),
              "AttributeError: 'FileNotFoundError' object has no attribute 'nothing'");
}

TEST_F(ObjectsTest, ClassesOfExceptions) {
    Type* mine = make_class("Mine", {Value(&kOSError)});
    Value e = make(*mine, {Value::from_int(2), str("gone")});
    EXPECT_EQ(type_of(e), mine);
    EXPECT_TRUE(is_instance(e, &kException));
    EXPECT_EQ(attr(e, "errno"), "2");
    EXPECT_TRUE(bool(set_attr(in, e, name("errno"), str("other"))));
    EXPECT_EQ(attr(e, "errno"), "'other'");
    EXPECT_TRUE(bool(set_attr(in, e, name("more"), str("m"))));
    EXPECT_EQ(attr(e, "more"), "'m'");
}

TEST_F(ObjectsTest, GroupsAreSplit) {
    Value inner = make(kExceptionGroup, {str("in"), Value(tuple({make(kKeyError, {})}))});
    Value group =
        make(kBaseExceptionGroup, {str("g"), Value(tuple({make(kValueError, {}), inner}))});
    EXPECT_EQ(type_of(group), &kExceptionGroup);
    EXPECT_EQ(str_of(group), "g (2 sub-exceptions)");
    Value yes, no;
    ASSERT_TRUE(bool(split_group(in, group, Value(&kKeyError), yes, no))) << error();
    EXPECT_EQ(repr_of(yes), "ExceptionGroup('g', [ExceptionGroup('in', [KeyError()])])");
    EXPECT_EQ(repr_of(no), "ExceptionGroup('g', [ValueError()])");
    ASSERT_TRUE(bool(split_group(in, group, Value(&kOSError), yes, no)));
    EXPECT_TRUE(is_none(yes));
    EXPECT_EQ(str_of(no), str_of(group));
}

TEST_F(ObjectsTest, MethodsAndInit) {
    Type* cls = make_class("A", {}, {kMethods[0], kMethods[1], kMethods[2]});
    Value a = make(*cls, {Value::from_int(5)});
    EXPECT_EQ(attr(a, "x"), "5");
    Value self;
    Value f = find_method(in, a, name("number"), self);
    EXPECT_EQ(self, a);
    EXPECT_EQ(call(in, f, self).as_int(), 41);
    EXPECT_EQ(binary(in, BinaryOp::Add, a, Value::from_int(2)).as_int(), 7);
    EXPECT_TRUE(binary(in, BinaryOp::Sub, a, none()).is_empty());
    EXPECT_EQ(error(), "TypeError: unsupported operand type(s) for -: 'A' and 'NoneType'");
    Type* sub = make_class("B", {Value(cls)});
    Value b = make(*sub, {Value::from_int(6)});
    Value bound;
    f = super_find_method(in, Value(sub), b, name("number"), bound);
    EXPECT_EQ(bound, b);
    EXPECT_EQ(call(in, f, bound).as_int(), 41);
    AttrLocation at;
    locate_for_load(in, b, name("number"), at);
    EXPECT_EQ(at.kind, AttrLocation::Kind::Method);
}

TEST_F(ObjectsTest, WhatCannotBeMade) {
    Type* plain = make_class("P", {});
    EXPECT_TRUE(call(in, Value(plain), none()).is_empty());
    EXPECT_EQ(error(), "TypeError: P() takes no arguments");
    EXPECT_TRUE(call(in, Value(&Cell::kType)).is_empty());
    EXPECT_EQ(error(), "TypeError: cannot create 'cell' instances");
    Value make_object = get_attr(in, Value(&ObjectType::kType), name("__new__"));
    EXPECT_TRUE(call(in, make_object, Value(&List::kType)).is_empty());
    EXPECT_EQ(error(), "TypeError: object.__new__(list) is not safe, use list.__new__()");
    EXPECT_TRUE(call(in, none()).is_empty());
    EXPECT_EQ(error(), "TypeError: 'NoneType' object is not callable");
}

TEST_F(ObjectsTest, TypesSayWhatTheyAre) {
    EXPECT_EQ(repr_of(Value(&List::kType)), "<class 'list'>");
    Type* cls = make_class("A", {}, {{"__module__"_sym, Value("mod"_sym)}});
    EXPECT_EQ(repr_of(Value(cls)), "<class 'mod.A'>");
    EXPECT_EQ(attr(Value(cls), "__mro__"), "(<class 'mod.A'>, <class 'object'>)");
    EXPECT_EQ(attr(Value(cls), "__bases__"), "(<class 'object'>,)");
    Value both = new_union(in, Value(cls), none());
    EXPECT_EQ(repr_of(both), "mod.A | None");
    EXPECT_TRUE(KRAIT_MUST(is_instance(in, none(), both), "a union"));
    EXPECT_EQ(repr_of(get_item(in, Value(&List::kType), Value(cls))), "list[mod.A]");
    EXPECT_FALSE(bool(set_attr(in, Value(&List::kType), name("x"), none())));
    EXPECT_EQ(error(), "TypeError: cannot set 'x' attribute of immutable type 'list'");
}

TEST_F(ObjectsTest, ModulesOverlayTheirRows) {
    static constexpr Row kRows[] = {constant<"one">(1)};
    static constexpr ModuleDef kDef{"demo"_sym, kRows};
    Module* m = KRAIT_MUST(new_module(in, name("demo"), &kDef), "large");
    EXPECT_EQ(attr(Value(m), "one"), "1");
    EXPECT_TRUE(bool(set_attr(in, Value(m), name("one"), Value::from_int(2))));
    EXPECT_EQ(attr(Value(m), "one"), "2");
    EXPECT_EQ(attr(Value(m), "__name__"), "'demo'");
    EXPECT_EQ(attr(Value(m), "two"), "AttributeError: module 'demo' has no attribute 'two'");
    Dict* dict = KRAIT_MUST(module_dict(in, m), "large");
    EXPECT_EQ(dict, KRAIT_MUST(module_dict(in, m), "large"));
    EXPECT_EQ(dict_get(dict, name("one")).as_int(), 2);
    EXPECT_TRUE(bool(dict_set(in, dict, name("three"), Value::from_int(3))));
    EXPECT_EQ(attr(Value(m), "three"), "3");
}

// Writes over what earlier calls left on the C stack, where the collector would find it.
[[gnu::noinline]] void scrub_stack() {
    volatile char room[16 * 1024];
    for (volatile char& c : room) c = 0;
}

[[gnu::noinline]] Value make_and_drop(Interp& in, const Type* cls) {
    Value target = call(in, Value(cls));
    return new_weak_ref(in, target, none());
}

TEST_F(ObjectsTest, WeakReferences) {
    Type* cls = make_class("A", {});
    Value kept = make(*cls, {});
    Value ref = new_weak_ref(in, kept, none());
    EXPECT_EQ(call(in, ref), kept);
    EXPECT_TRUE(new_weak_ref(in, Value::from_int(1), none()).is_empty());
    EXPECT_EQ(error(), "TypeError: cannot create weak reference to 'int' object");
    int gone = 0;
    for (int i = 0; i < 20; ++i) {
        Value dropped = make_and_drop(in, cls);
        make_class("Noise", {});
        scrub_stack();
        in.heap().collect();
        gone += is_none(call(in, dropped));
    }
    EXPECT_GT(gone, 10);
    EXPECT_EQ(call(in, ref), kept);
}

TEST_F(ObjectsTest, MetaclassCallsReachThePieces) {
    Type* meta = make_class("Meta", {Value(&Type::kType)}, {kMethods[0]});
    const Value args[] = {Value(name("A")), Value(tuple({})),
                          Value(KRAIT_MUST(new_dict(in), "large"))};
    Value cls = call(in, Value(meta), std::span<const Value>(args));
    ASSERT_TRUE(is_type(cls)) << error();
    EXPECT_EQ(type_of(cls), meta);
    EXPECT_EQ(call(in, get_attr(in, cls, name("number"))).as_int(), 41);
    Value a = call(in, cls);
    EXPECT_EQ(Value(type_of(a)), cls);
    EXPECT_TRUE(is_done(find_attr(in, a, name("number"))));
    Type* sub = make_class("B", {cls});
    EXPECT_EQ(type_of(Value(sub)), meta);
}

}  // namespace
}  // namespace krait
