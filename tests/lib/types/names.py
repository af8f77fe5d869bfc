import types


def f():
    yield


async def c():
    pass


async def a():
    yield


class A:
    __slots__ = ("s",)

    def m(self):
        pass


co = c()
pairs = [(f, "FunctionType"), (lambda: 0, "LambdaType"), (f(), "GeneratorType"), (co, "CoroutineType"), (a(), "AsyncGeneratorType"),
         (f.__code__, "CodeType"), (A().m, "MethodType"), (len, "BuiltinFunctionType"), (str.join, "MethodDescriptorType"),
         (A.s, "MemberDescriptorType"), (types, "ModuleType"), (A.__dict__, "MappingProxyType"), (list[int], "GenericAlias"),
         (int | str, "UnionType"), (None, "NoneType"), (..., "EllipsisType"), (NotImplemented, "NotImplementedType"),
         (object.__init__, "WrapperDescriptorType"), (object().__str__, "MethodWrapperType")]
for obj, name in pairs:
    print(name, isinstance(obj, getattr(types, name)))
co.close()
m = types.ModuleType("mod", "doc")
print(m.__name__, m.__doc__, types.MethodType(lambda self: self, 5)())
