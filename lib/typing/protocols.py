# typing.Protocol: classes whose subclasses are all that have certain attributes.
from abc import ABCMeta, abstractmethod
from typing import Generic

_of_classes = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__parameters__", "__match_args__", "__orig_bases__", "__protocol_attrs__", "__qualname__",
    "__type_params__", "_abc_state", "_is_protocol", "_is_runtime_protocol",
    "__static_attributes__", "__non_callable_members__", "__hash__"}


def _members_of(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic:
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", ())):
            if name not in _of_classes and not name.startswith("_abc_"):
                names.add(name)
    return names


# Whether the class has the attribute, or says that its instances will.
def _declares(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if getattr(base, "_is_protocol", False) and \
                name in base.__dict__.get("__annotations__", ()):
            return True
    return False


# By inheritance or registration.
def _is_subclass(other, cls):
    return cls in other.__mro__ or any(issubclass(other, c) for c in cls._abc_state.registry)


def _refuse_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        if name != "Protocol" and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__module__ in
                        ("collections.abc", "contextlib") or getattr(base, "_is_protocol", False)):
                    raise TypeError(
                        f"Protocols can only inherit from other protocols, got {base!r}")
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls._is_protocol = name == "Protocol" and not bases[1:] or \
            any(base.__name__ == "Protocol" and base.__module__ == "typing" for base in bases)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _members_of(cls) if name != "Protocol" else set()
            if name != "Protocol" and "__init__" not in namespace:
                cls.__init__ = _refuse_init
        elif cls.__init__ is _refuse_init:
            own = [b for b in cls.__mro__ if "__init__" in b.__dict__ and
                   b.__dict__["__init__"] is not _refuse_init]
            cls.__init__ = own[0].__init__
        return cls

    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        if _is_subclass(type(instance), cls):
            return True
        for name in cls.__protocol_attrs__:
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        data = sorted(n for n in cls.__protocol_attrs__ if not callable(getattr(cls, n, None)))
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return all(_declares(other, name) for name in cls.__protocol_attrs__) or \
            _is_subclass(other, cls)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    __module__ = "typing"
    _is_protocol = True
    _is_runtime_protocol = False

    @classmethod
    def __subclasshook__(cls, other):
        if not cls.__dict__.get("_is_protocol", False) or cls is Protocol or \
                not cls._is_runtime_protocol:
            return NotImplemented
        return True if all(_declares(other, n) for n in cls.__protocol_attrs__) else NotImplemented


def runtime_checkable(cls):
    if not (isinstance(cls, _ProtocolMeta) and cls._is_protocol):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got "
                        f"{cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, _ProtocolMeta) and tp._is_protocol and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, *bases):
    namespace = {"__slots__": (), "__module__": "typing", method: abstractmethod(_any_method())}
    return runtime_checkable(_ProtocolMeta(name, bases or (Protocol,), namespace))


def _any_method():
    def method(self, *args):
        pass
    return method


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__", Protocol, Generic)
SupportsRound = _supports("SupportsRound", "__round__", Protocol, Generic)
