# getweakrefcount and getweakrefs see the references that live.
import weakref
class A:
    pass
a = A()
print(weakref.getweakrefcount(a), weakref.getweakrefs(a))
r = weakref.ref(a, lambda _: None)
s = weakref.ref(a, lambda _: None)
print(weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), weakref.getweakrefcount(5))
print(all(x() is a for x in weakref.getweakrefs(a)))
