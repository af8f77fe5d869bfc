# class statements call builtins.__build_class__.
import builtins
plain = builtins.__build_class__
builtins.__build_class__ = lambda body, name, *bases: ("class", name, bases)
class A(5):
    pass
builtins.__build_class__ = plain
class B:
    pass
print(A, B.__name__)
