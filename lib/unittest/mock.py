"""unittest.mock: objects that take any use and remember it, and patches that put them in place."""

from functools import wraps

__all__ = ("ANY", "DEFAULT", "MagicMock", "Mock", "NonCallableMock", "call", "patch", "sentinel")


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    """Objects of a name each: sentinel.thing is always the same one."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = self.__dict__[name] = _Sentinel(name)
        return made


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
ANY = _Any()
_missing = sentinel.MISSING


# --- calls ---

class _Call(tuple):
    """A call as (name, args, kwargs); one without a name is equal to (args, kwargs) too."""

    _made = False  # by calling a call: what follows is done to the result

    def __new__(cls, name="", args=(), kwargs=None):
        return tuple.__new__(cls, (name, tuple(args), {} if kwargs is None else kwargs))

    @property
    def args(self):
        return self[1]

    @property
    def kwargs(self):
        return self[2]

    def __call__(self, *args, **kwargs):
        made = _Call(self[0] + "()" if self._made else self[0], args, kwargs)
        made._made = True
        return made

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        before = self[0] + "()" if self._made else self[0]
        return _Call(f"{before}.{name}" if before else name)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        if len(other) == 2:
            other = ("", *other)
        return len(other) == 3 and all(mine == theirs for mine, theirs in zip(self, other))

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        return f"call{'.' + self[0] if self[0] else ''}({_arguments(self[1], self[2])})"


def _arguments(args, kwargs):
    return ", ".join([repr(value) for value in args]
                     + [f"{name}={value!r}" for name, value in kwargs.items()])


call = _Call()


# --- mocks ---

_own = ("return_value", "side_effect", "called", "call_count", "call_args", "call_args_list",
        "method_calls", "mock_calls")


class NonCallableMock:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, **kwargs):
        allowed = spec if spec_set is None else spec_set
        if allowed is not None and not isinstance(allowed, (list, tuple)):
            self.__dict__["_spec_class"] = allowed if isinstance(allowed, type) else type(allowed)
            allowed = dir(allowed)
        self.__dict__.update(
            _children={}, _parent=None, _name=name, _wraps=wraps, _return_value=return_value,
            _allowed=allowed, _is_set=spec_set is not None, side_effect=_effect(side_effect))
        self._forget()
        self.configure_mock(**kwargs)

    def _forget(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=[],
                             method_calls=[], mock_calls=[])

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__["_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["side_effect"] = None
        for child in (*self._children.values(), self._return_value):
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(return_value=return_value, side_effect=side_effect)

    def configure_mock(self, **kwargs):
        """Sets attributes; a name may have dots (method.return_value), in a dictionary's keys."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *way, last = path.split(".")
            target = self
            for name in way:
                target = getattr(target, name)
            setattr(target, last, value)

    def _get_child_mock(self, **kwargs):
        kind = type(self)
        if not issubclass(kind, Mock):
            kind = MagicMock if issubclass(kind, _Magic) else Mock
        return kind(**kwargs)

    def _child(self, name):
        child = self._children.get(name)
        if child is None:
            child = self._get_child_mock(
                name=None, wraps=getattr(self._wraps, name) if self._wraps is not None else None)
            child.__dict__.update(_parent=self, _name=name)
            self._children[name] = child
        return child

    @property
    def __class__(self):
        return self.__dict__.get("_spec_class", type(self))

    def __getattr__(self, name):
        if "_children" not in self.__dict__ or name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if self._allowed is not None and name not in self._allowed:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name not in self._children and name.startswith(("assert", "assret", "asert")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if "
                                 f"{name!r} is meant to be an attribute.")
        child = self._child(name)
        if child is _missing:
            raise AttributeError(name)
        return child

    def __setattr__(self, name, value):
        if name == "side_effect":
            self.__dict__[name] = _effect(value)
        elif name in _own or name.startswith("_"):
            object.__setattr__(self, name, value)
        elif self._is_set and name not in self._allowed:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        else:
            self._adopt(name, value)

    def _adopt(self, name, value):
        if isinstance(value, NonCallableMock) and value._parent is None and value._name is None:
            value.__dict__.update(_parent=self, _name=name)
        self._children[name] = value

    def __delattr__(self, name):
        if self._children.get(name) is _missing:
            raise AttributeError(name)
        self._children[name] = _missing

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_parent=None, _name=None)
        setattr(self, attribute, mock)

    @property
    def return_value(self):
        if self._return_value is DEFAULT:
            made = self._get_child_mock()
            made.__dict__.update(_parent=self, _name="()")
            self.__dict__["_return_value"] = made
        return self._return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_return_value"] = value

    def __repr__(self):
        kind = type(self).__name__
        name = self._full_name()
        return f"<{kind} name={name!r} id='{id(self)}'>" if name else f"<{kind} id='{id(self)}'>"

    def _full_name(self):
        name, parent = self._name, self._parent
        if parent is None:
            return name
        before = parent._full_name() or "mock"
        return before + name if name == "()" else f"{before}.{name}"

    # --- what must have been called ---

    def _label(self):
        return self._name or "mock"

    def _times(self):
        return f"Called {self.call_count} times."

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected {self._label()!r} to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected {self._label()!r} to not have been called. "
                                 f"{self._times()}\nCalls: {self.mock_calls!r}.")

    def assert_called_once(self):
        if self.call_count != 1:
            seen = f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""
            raise AssertionError(f"Expected {self._label()!r} to have been called once. "
                                 f"{self._times()}{seen}")

    def assert_called_with(self, /, *args, **kwargs):
        expected = f"{self._label()}({_arguments(args, kwargs)})"
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 "  Actual: not called.")
        if self.call_args != (args, kwargs):
            actual = f"{self._label()}({_arguments(self.call_args[1], self.call_args[2])})"
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 f"  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            seen = f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""
            raise AssertionError(f"Expected {self._label()!r} to be called once. "
                                 f"{self._times()}{seen}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if not any(seen == (args, kwargs) for seen in self.call_args_list):
            raise AssertionError(f"{self._label()}({_arguments(args, kwargs)}) call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls, seen = list(calls), list(self.mock_calls)
        if any_order:
            for wanted in calls:
                if wanted not in seen:
                    raise AssertionError(f"{wanted!r} not all found in call list")
                seen.remove(wanted)
            return
        if not any(seen[start:start + len(calls)] == calls for start in range(len(seen) + 1)):
            raise AssertionError(f"Calls not found.\nExpected: {calls!r}\n  Actual: {seen!r}")


def _effect(value):
    """A side effect: a function, an exception to raise, or an iterator of results."""
    if value is None or callable(value) or isinstance(value, BaseException):
        return value
    return iter(value)


def _is_exception(value):
    return (isinstance(value, BaseException)
            or isinstance(value, type) and issubclass(value, BaseException))


class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)

    def _remember(self, args, kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = _Call("", args, kwargs)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call("", args, kwargs))
        name, mock = "", self
        direct = True  # no call between: the parents know it as a method's
        while mock._parent is not None:
            part = mock._name
            name = part + ("." + name if name and not name.startswith("()") else name)
            direct = direct and part != "()"
            mock = mock._parent
            mock.mock_calls.append(_Call(name, args, kwargs))
            if direct:
                mock.method_calls.append(_Call(name, args, kwargs))

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if _is_exception(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        if self._return_value is DEFAULT and self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return self.return_value


# --- special methods ---

class _IterMock(Mock):
    """Its result may be any iterable."""

    def _answer(self, args, kwargs):
        return iter(super()._answer(args, kwargs))

    def _get_child_mock(self, **kwargs):
        return Mock(**kwargs)


class _Special:
    """A special method of a class of mocks: each mock has a mock of its own for it."""

    def __init__(self, name, default):
        self.name, self.default = name, default

    def __get__(self, mock, kind=None):
        if mock is None:
            return self
        if self.name not in mock._children:
            child = mock._children[self.name] = (_IterMock if self.name == "__iter__" else Mock)()
            child.__dict__.update(_parent=mock, _name=self.name)
            if self.default is not None:
                child.side_effect = lambda *args: self._result(mock, child, args)
        return mock._children[self.name]

    def _result(self, mock, child, args):
        return DEFAULT if child._return_value is not DEFAULT else self.default(mock, *args)

    def __set__(self, mock, value):
        if not isinstance(value, NonCallableMock):
            function = value
            value = lambda *args: function(mock, *args)
        mock._children[self.name] = value


class _Magic:
    pass


def _refuse(mock, *args):
    return NotImplemented


_defaults = {
    "__len__": lambda mock: 0, "__bool__": lambda mock: True, "__int__": lambda mock: 1,
    "__float__": lambda mock: 1.0, "__index__": lambda mock: 1, "__iter__": lambda mock: iter(()),
    "__contains__": lambda mock, item: False, "__exit__": lambda mock, *args: False,
    "__lt__": _refuse, "__gt__": _refuse, "__le__": _refuse, "__ge__": _refuse,
}
for _name in ("enter", "getitem", "setitem", "delitem", "add", "sub", "mul", "truediv", "floordiv",
              "mod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul", "neg", "pos", "abs",
              "invert", "iadd", "isub", "imul"):
    _defaults[f"__{_name}__"] = None
for _name, _default in _defaults.items():
    setattr(_Magic, _name, _Special(_name, _default))


class MagicMock(_Magic, Mock):
    def __setattr__(self, name, value):
        special = _Magic.__dict__.get(name)
        if isinstance(special, _Special):
            special.__set__(self, value)
        else:
            super().__setattr__(name, value)


# --- patches ---

class _Patch:
    """Puts something else in the place of an attribute, for a with statement or a call."""

    def __init__(self, find, attribute, new, kwargs):
        self.find, self.attribute, self.new, self.kwargs = find, attribute, new, kwargs

    def __enter__(self):
        target = self.target = self.find()
        own = getattr(target, "__dict__", {})
        self.local = self.attribute in own
        self.before = own[self.attribute] if self.local else getattr(target, self.attribute)
        value = MagicMock(**{"name": self.attribute, **self.kwargs}) \
            if self.new is DEFAULT else self.new
        setattr(target, self.attribute, value)
        return value

    def __exit__(self, *exc_info):
        if not self.local:
            delattr(self.target, self.attribute)
        if self.local or not hasattr(self.target, self.attribute):
            setattr(self.target, self.attribute, self.before)

    def start(self):
        value = self.__enter__()
        _started.append(self)
        return value

    def stop(self):
        if self in _started:
            _started.remove(self)
            self.__exit__(None, None, None)

    def copy(self):
        return _Patch(self.find, self.attribute, self.new, self.kwargs)

    def __call__(self, item):
        if isinstance(item, type):
            for name in dir(item):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(item, name)):
                    setattr(item, name, self.copy()(getattr(item, name)))
            return item

        @wraps(item)
        def patched(*args, **kwargs):
            with self as value:
                extra = (value,) if self.new is DEFAULT else ()
                return item(*args, *extra, **kwargs)

        return patched


_started = []


def _import(path):
    """The object that a dotted name means: a module, or something in it."""
    first, *rest = path.split(".")
    found, sofar = __import__(first), first
    for part in rest:
        sofar = f"{sofar}.{part}"
        if not hasattr(found, part):
            __import__(sofar)
        found = getattr(found, part)
    return found


class _PatchDict:
    """Changes a dictionary, and puts back what it was."""

    def __init__(self, mapping, values=(), clear=False, **kwargs):
        self.mapping, self.values, self.clear = mapping, dict(values, **kwargs), clear

    def __enter__(self):
        if isinstance(self.mapping, str):
            self.mapping = _import(self.mapping)
        self.before = dict(self.mapping)
        if self.clear:
            self.mapping.clear()
        self.mapping.update(self.values)
        return self.mapping

    def __exit__(self, *exc_info):
        self.mapping.clear()
        self.mapping.update(self.before)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        @wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return patched


class _Patcher:
    TEST_PREFIX = "test"
    dict = _PatchDict

    def __call__(self, target, new=DEFAULT, **kwargs):
        where, dot, attribute = target.rpartition(".")
        if not dot:
            raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
        return _Patch(lambda: _import(where), attribute, new, kwargs)

    def object(self, target, attribute, new=DEFAULT, **kwargs):
        return _Patch(lambda: target, attribute, new, kwargs)

    def stopall(self):
        while _started:
            _started[-1].stop()


patch = _Patcher()
