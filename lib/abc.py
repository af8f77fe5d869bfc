# abc: abstract base classes. That a class with abstract methods left cannot be instantiated is
# checked by object.__new__, which looks at __abstractmethods__.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


_registrations = 0  # in all classes; what was found out not to be a subclass holds until the next


def get_cache_token():
    return _registrations


# Each class keeps what was registered, and the answers given: those that are yes for good, those
# that are no for as long as _count stays.
class _State:
    def __init__(self):
        self.registry = []
        self.yes = set()
        self.no = set()
        self.count = 0


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls._abc_state = _State()
        _collect(cls, namespace)
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_state.registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        state = cls._abc_state
        if kind in state.yes:
            return True
        told = instance.__class__
        return cls.__subclasscheck__(kind) or told is not kind and cls.__subclasscheck__(told)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        state = cls._abc_state
        if subclass in state.yes:
            return True
        if state.count != _registrations:
            state.no.clear()
            state.count = _registrations
        elif subclass in state.no:
            return False
        answer = _decide(cls, subclass, state)
        (state.yes if answer else state.no).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        state = cls._abc_state
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"registry: {state.registry!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_state.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_state.yes.clear()
        cls._abc_state.no.clear()


def _decide(cls, subclass, state):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return bool(answer)
    if cls in getattr(subclass, "__mro__", ()):
        return True
    return any(issubclass(subclass, other) for other in state.registry) or \
        any(issubclass(subclass, other) for other in type.__subclasses__(cls))


def _collect(cls, namespace):
    abstract = {name for name, value in namespace.items()
                if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _collect(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()
