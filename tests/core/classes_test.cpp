// Classes, instances and attributes as C++ sees them: shapes, caches, the method resolution order.
#include "core/class.hpp"
#include "core/special.hpp"
#include "interp_fixture.hpp"

namespace krait {
namespace {

class ClassesTest : public InterpTest {
  protected:
    Str* name(std::string_view s) { return KRAIT_MUST(intern(in, s), "the heap is large"); }
    Dict* dict() { return KRAIT_MUST(new_dict(in), "the heap is large"); }
    Tuple* tuple(std::initializer_list<Value> items) {
        return KRAIT_MUST(new_tuple(in, std::span(items.begin(), items.size())), "large");
    }
    Type* make_class(std::string_view n, std::initializer_list<Value> bases = {},
                     Dict* ns = nullptr) {
        Result<Type*> cls = new_class(in, &Type::kType, name(n), tuple(bases), ns ? ns : dict());
        EXPECT_TRUE(cls) << error();
        return cls.take();
    }
    Object* instance(const Type* cls) {
        Value v = call(in, Value(cls));
        EXPECT_TRUE(bool(v)) << error();
        return v.object();
    }
    void set(Object* o, std::string_view n, isize i) {
        EXPECT_TRUE(bool(set_attr(in, Value(o), name(n), Value::from_int(i)))) << error();
    }
    isize get(Object* o, std::string_view n) {
        Value v = get_attr(in, Value(o), name(n));
        EXPECT_TRUE(bool(v)) << error();
        return v.is_int() ? v.as_int() : -1;
    }
    static std::string digits(int i) { return "a" + std::to_string(i); }
    std::string mro_of(const Type* cls) {
        std::string out;
        for (MroWalk walk(cls); walk.get(); walk.next()) out += walk.get()->name->view();
        return out;
    }
};

TEST_F(ClassesTest, InstancesShareShapes) {
    Type* cls = make_class("A");
    Object *a = instance(cls), *b = instance(cls);
    set(a, "x", 1);
    set(a, "y", 2);
    set(b, "x", 3);
    set(b, "y", 4);
    EXPECT_EQ(a->shape, b->shape);
    EXPECT_EQ(get(a, "y"), 2);
    EXPECT_EQ(get(b, "x"), 3);
    Object* c = instance(cls);
    set(c, "y", 5);
    set(c, "x", 6);
    EXPECT_NE(a->shape, c->shape);
}

TEST_F(ClassesTest, ManyAttributesSpillAndThenBecomeADictionary) {
    Type* cls = make_class("A");
    Object* o = instance(cls);
    for (int i = 0; i < 100; ++i) {
        set(o, digits(i), i);
        for (int j = 0; j <= i; ++j) ASSERT_EQ(get(o, digits(j)), j);
        EXPECT_EQ(is_dictionary_shape(o->shape), i >= kMaxShaped);
    }
}

TEST_F(ClassesTest, AClassLearnsTheSizeOfItsInstances) {
    Type* cls = make_class("A");
    Object* first = instance(cls);
    for (int i = 0; i < 9; ++i) set(first, digits(i), i);
    Object* second = instance(cls);
    EXPECT_EQ(second->shape->inline_capacity, 9);
    for (int i = 0; i < 9; ++i) set(second, digits(i), i);
    AttrLocation location;
    ASSERT_TRUE(find_instance_slot(second->shape, name("a8"), location));
    EXPECT_EQ(location.kind, AttrLocation::Kind::Inline);
    ASSERT_TRUE(find_instance_slot(first->shape, name("a8"), location));
    EXPECT_EQ(location.kind, AttrLocation::Kind::Spilled);
}

TEST_F(ClassesTest, LocationsAreWhereTheValuesAre) {
    Type* cls = make_class("A");
    Object* o = instance(cls);
    for (int i = 0; i < 40; ++i) set(o, digits(i), i);
    for (int i = 0; i < 40; ++i) {
        AttrLocation at;
        locate_for_load(in, Value(o), name(digits(i)), at);
        const auto* slot =
            reinterpret_cast<const Value*>(reinterpret_cast<const char*>(o) + at.offset);
        if (at.kind == AttrLocation::Kind::Inline) {
            EXPECT_EQ(slot->as_int(), i);
        } else {
            ASSERT_EQ(at.kind, AttrLocation::Kind::Spilled);
            EXPECT_EQ(static_cast<ValueArray*>(slot->object())->items[at.index].as_int(), i);
        }
    }
}

TEST_F(ClassesTest, DeletingAnAttributeAndTheLiveDict) {
    Type* cls = make_class("A");
    Object* o = instance(cls);
    set(o, "x", 1);
    set(o, "y", 2);
    EXPECT_TRUE(bool(set_attr(in, Value(o), name("x"), Value())));
    EXPECT_TRUE(get_attr(in, Value(o), name("x")).is_empty());
    EXPECT_EQ(error(), "AttributeError: 'A' object has no attribute 'x'");
    Value d = get_attr(in, Value(o), name("__dict__"));
    ASSERT_TRUE(is<Dict>(d));
    EXPECT_TRUE(bool(dict_set(in, as<Dict>(d), name("z"), Value::from_int(7))));
    EXPECT_EQ(get(o, "z"), 7);
    EXPECT_EQ(get(o, "y"), 2);
}

TEST_F(ClassesTest, StoresThatAddAnAttribute) {
    Type* cls = make_class("A");
    Object* o = instance(cls);
    AttrLocation at;
    locate_for_store(in, Value(o), name("x"), at);
    ASSERT_EQ(at.kind, AttrLocation::Kind::Add);
    set(o, "x", 1);
    EXPECT_EQ(o->shape, at.next);
    EXPECT_EQ(reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + at.offset)->as_int(), 1);
    locate_for_store(in, Value(o), name("x"), at);
    EXPECT_EQ(at.kind, AttrLocation::Kind::Inline);
}

TEST_F(ClassesTest, ChangesOfAClassReachItsSubclasses) {
    Type* a = make_class("A");
    Type* b = make_class("B", {Value(a)});
    Type* c = make_class("C", {Value(b)});
    Object* o = instance(c);
    EXPECT_TRUE(is_done(type_lookup(in, c, name("x"))));
    const u32 before = c->version;
    EXPECT_TRUE(bool(set_attr(in, Value(a), name("x"), Value::from_int(1))));
    EXPECT_NE(c->version, before);
    EXPECT_EQ(get(o, "x"), 1);
    EXPECT_TRUE(bool(set_attr(in, Value(b), name("x"), Value::from_int(2))));
    EXPECT_EQ(get(o, "x"), 2);
    EXPECT_TRUE(bool(set_attr(in, Value(b), name("x"), Value())));
    EXPECT_EQ(get(o, "x"), 1);
}

TEST_F(ClassesTest, MethodResolutionOrder) {
    Type* a = make_class("A");
    Type* b = make_class("B", {Value(a)});
    Type* c = make_class("C", {Value(a)});
    Type* d = make_class("D", {Value(b), Value(c)});
    EXPECT_EQ(mro_of(d), "DBCAobject");
    Result<Type*> bad = new_class(in, &Type::kType, name("X"), tuple({Value(a), Value(d)}), dict());
    EXPECT_FALSE(bool(bad));
    EXPECT_EQ(error().substr(0, 30), "TypeError: Cannot create a con");
    EXPECT_EQ(mro_of(&kExceptionGroup),
              "ExceptionGroupBaseExceptionGroupExceptionBaseExceptionobject");
}

TEST_F(ClassesTest, LayoutConflict) {
    Result<Type*> bad = new_class(in, &Type::kType, name("X"),
                                  tuple({Value(&List::kType), Value(&Dict::kType)}), dict());
    EXPECT_FALSE(bool(bad));
    EXPECT_EQ(error(), "TypeError: multiple bases have instance lay-out conflict");
    Type* plain = make_class("P");
    Type* mixed = make_class("M", {Value(plain), Value(&List::kType)});
    EXPECT_EQ(mixed->layout, &List::kType);
    Object* o = instance(mixed);
    EXPECT_TRUE(is<List>(Value(o)));
    set(o, "x", 3);
    EXPECT_TRUE(bool(list_append(in, as<List>(Value(o)), Value::from_int(1))));
    EXPECT_EQ(get(o, "x"), 3);
    EXPECT_EQ(KRAIT_MUST(length(in, Value(o)), "a list"), 1);
}

TEST_F(ClassesTest, Slots) {
    Dict* ns = dict();
    Value names(tuple({Value(name("x")), Value(name("y"))}));
    EXPECT_TRUE(bool(dict_set(in, ns, "__slots__"_sym, names)));
    Type* cls = make_class("A", {}, ns);
    Object* o = instance(cls);
    set(o, "x", 1);
    set(o, "y", 2);
    EXPECT_EQ(get(o, "x"), 1);
    EXPECT_FALSE(bool(set_attr(in, Value(o), name("z"), none())));
    EXPECT_EQ(error(), "AttributeError: 'A' object has no attribute 'z'");
    EXPECT_EQ(cls->instance_size, sizeof(Object) + 2 * sizeof(Value));
    Object* open = instance(make_class("B", {Value(cls)}));
    set(open, "x", 1);
    set(open, "z", 2);
    EXPECT_EQ(get(open, "x"), 1);
    EXPECT_EQ(get(open, "z"), 2);
}

TEST_F(ClassesTest, SlotsOfBuiltInTypesByName) {
    List* list = KRAIT_MUST(new_list(in), "large");
    EXPECT_TRUE(bool(list_append(in, list, none())));
    Value f = get_attr(in, Value(&List::kType), name("__len__"));
    ASSERT_TRUE(bool(f)) << error();
    EXPECT_EQ(call(in, f, Value(list)).as_int(), 1);
    Value bound = get_attr(in, Value(list), name("__len__"));
    EXPECT_EQ(call(in, bound).as_int(), 1);
    EXPECT_TRUE(call(in, f, none()).is_empty());
    EXPECT_EQ(error(),
              "TypeError: descriptor '__len__' requires a 'list' object but received a 'NoneType'");
}

TEST_F(ClassesTest, TheWholeSurvivesCollections) {
    in.heap().stress().collect_always = true;
    in.heap().stress().verify = true;
    Type* a = make_class("A");
    Type* b = make_class("B", {Value(a), Value(&kValueError)});
    Object* o = instance(b);
    for (int i = 0; i < 12; ++i) set(o, digits(i), i);
    for (int i = 0; i < 12; ++i) EXPECT_EQ(get(o, digits(i)), i);
    KRAIT_MUST(own_dict(in, o), "large");
    EXPECT_EQ(get(o, "a11"), 11);
}

TEST_F(ClassesTest, DeadSubclassesAreForgotten) {
    Type* a = make_class("A");
    for (int i = 0; i < 50; ++i) {
        make_class("B", {Value(a)});
        if (i % 10 == 9) in.heap().collect();
    }
    EXPECT_LT(heap_type(a)->subclasses->size(), 40u);
    class_changed(in, a);
}

TEST_F(ClassesTest, EveryFailingAllocationIsSurvived) {
    for (i64 n = 0; n < 200; ++n) {
        Str* class_name = name("A");
        Tuple* bases = tuple({});
        Dict* ns = dict();
        Str* x = name("x");
        in.heap().stress().fail_after = n;
        Result<Type*> cls = new_class(in, &Type::kType, class_name, bases, ns);
        Value o = cls ? call(in, Value(cls.take())) : Value();
        Status stored = o ? set_attr(in, o, x, none()) : Status();
        const bool injected = in.heap().stress().fail_after < 0;
        in.heap().stress().fail_after = -1;
        if (!stored) {
            EXPECT_EQ(error(), "MemoryError");
        }
        if (!injected) return;
    }
    FAIL() << "making a class takes more than 200 allocations";
}

}  // namespace
}  // namespace krait
