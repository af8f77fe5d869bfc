// The builtins module: the names that every Python program starts with. They are rows of several
// files, collected here; the types and the exceptions are rows of this one.
#include "modules/builtins.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/modules.hpp"
#include "objects/builtins_number.hpp"
#include "objects/bytes.hpp"
#include "objects/complex.hpp"
#include "objects/iteration.hpp"
#include "vm/builtins.hpp"

namespace krait {

namespace {

constexpr Row kTypeRows[] = {
    constant<"bool">(&Bool::kType),
    constant<"bytearray">(&BytearrayObject::kType),
    constant<"bytes">(&BytesObject::kType),
    constant<"classmethod">(&ClassMethod::kType),
    constant<"complex">(&Complex::kType),
    constant<"float">(&FloatType::kType),
    constant<"int">(&IntType::kType),
    constant<"memoryview">(&MemoryView::kType),
    constant<"object">(&ObjectType::kType),
    constant<"property">(&Property::kType),
    constant<"staticmethod">(&StaticMethod::kType),
    constant<"str">(&Str::kType),
    constant<"super">(&Super::kType),
    constant<"type">(&Type::kType),
    constant<"Ellipsis">(ellipsis()),
    constant<"NotImplemented">(not_implemented()),
    constant<"__debug__">(true_()),
    constant<"BaseException">(&Exception::kType),
    constant<"EnvironmentError">(&kOSError),
    constant<"ExceptionGroup">(&kExceptionGroup),
    constant<"IOError">(&kOSError),
#define EXCEPTION(name, base) constant<#name>(&k##name),
#include "core/exceptions.def"
#undef EXCEPTION
};

constexpr const std::span<const Row>* kParts[] = {
    &kVmBuiltins,     &kAsyncBuiltins, &kIterBuiltins, &kNumberBuiltins,
    &kObjectBuiltins, &kTextBuiltins,  &kHelpBuiltins, &kOpenBuiltins,
};

}  // namespace

constinit const ModuleDef kBuiltinsModule{
    .name = "builtins"_sym, .rows = kTypeRows, .parts = kParts};

}  // namespace krait
