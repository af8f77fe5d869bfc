# inspect.signatures: the parameters of what can be called. A Python function tells them by its code
# object, a native one by __text_signature__, a class by its __new__ or __init__.
import sys
import types
from collections import namedtuple

from . import _innermost, isbuiltin, isclass, isfunction, ismethod, unwrap


class _empty:
    """Stands for a default or an annotation that is not there."""


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        kind = super().__new__(cls, value)
        kind.name, kind.value, kind.description = name, value, description
        return kind

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {self.value}>"


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_kinds = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _kinds:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = kind = _kinds[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, **changes):
        for name in ("name", "kind", "default", "annotation"):
            changes.setdefault(name, getattr(self, name))
        return type(self)(changes.pop("name"), changes.pop("kind"), **changes)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            spaced = " = " if self._annotation is not _empty else "="
            text += spaced + repr(self._default)
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Which parameter of a signature got which argument."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        return self._split()[0]

    @property
    def kwargs(self):
        return self._split()[1]

    def _split(self):
        args, kwargs, by_name = [], {}, False
        for name, param in self._signature.parameters.items():
            # After a gap, what could be positional has to go by its name.
            by_name = by_name or param.kind >= _KEYWORD_ONLY or name not in self.arguments
            if name not in self.arguments:
                continue
            value = self.arguments[name]
            if param.kind is _VAR_POSITIONAL:
                args.extend(value)
            elif param.kind is _VAR_KEYWORD:
                kwargs.update(value)
            elif by_name:
                kwargs[name] = value
            else:
                args.append(value)
        return tuple(args), kwargs

    def apply_defaults(self):
        complete = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif param.default is not _empty:
                complete[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif param.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        text = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({text})>"


class Signature:
    __slots__ = ("_parameters", "_return_annotation")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found, last, defaults = {}, _POSITIONAL_ONLY, False
        for param in parameters or ():
            if param.kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before "
                                 f"{param.kind.description} parameter")
            last = param.kind
            if last <= _POSITIONAL_OR_KEYWORD:
                if defaults and param.default is _empty:
                    raise ValueError("non-default argument follows default argument")
                defaults = param.default is not _empty
            if param.name in found:
                raise ValueError(f"duplicate parameter name: {param.name!r}")
            found[param.name] = param
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                         eval_str=eval_str)

    def replace(self, *, parameters=None, return_annotation=None):
        if parameters is None:
            parameters = self._parameters.values()
        if return_annotation is None:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def bind(self, /, *args, **kwargs):
        return BoundArguments(self, self._bind(args, kwargs, False))

    def bind_partial(self, /, *args, **kwargs):
        return BoundArguments(self, self._bind(args, kwargs, True))

    def _bind(self, args, kwargs, partial):
        bound, rest, takes_any = {}, list(args), False
        for name, param in self._parameters.items():
            if param.kind is _VAR_POSITIONAL:
                if rest:
                    bound[name] = tuple(rest)
                rest = []
            elif param.kind is _VAR_KEYWORD:
                takes_any = name
            elif rest and param.kind <= _POSITIONAL_OR_KEYWORD:
                if name in kwargs and param.kind is _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f"multiple values for argument {name!r}")
                bound[name] = rest.pop(0)
            elif name in kwargs and param.kind is not _POSITIONAL_ONLY:
                bound[name] = kwargs.pop(name)
            elif not partial and param.default is _empty:
                raise TypeError(f"missing a required argument: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if takes_any and kwargs:
            bound[takes_any] = kwargs
        elif kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return bound

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def _key(self):
        """All there is to it; the order of parameters that go by keyword says nothing."""
        params = self._parameters.values()
        return (tuple([param for param in params if param.kind is not _KEYWORD_ONLY]),
                frozenset([param for param in params if param.kind is _KEYWORD_ONLY]),
                self._return_annotation)

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        shown, only_positional, starred = [], False, False
        for param in self._parameters.values():
            if param.kind is _POSITIONAL_ONLY:
                only_positional = True
            elif only_positional:
                shown.append("/")
                only_positional = False
            if param.kind is _VAR_POSITIONAL:
                starred = True
            elif param.kind is _KEYWORD_ONLY and not starred:
                shown.append("*")
                starred = True
            shown.append(str(param))
        if only_positional:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text


# --- where signatures come from -------------------------------------------------------------------


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    options = {"follow_wrapped": follow_wrapped, "globals": globals, "locals": locals,
               "eval_str": eval_str}
    if ismethod(obj):
        return _without_first(signature(obj.__func__, **options))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__"))
        if ismethod(obj):
            return signature(obj, **options)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    if isfunction(obj):
        return _of_function(obj, get_annotations(obj, globals=globals, locals=locals,
                                                 eval_str=eval_str))
    if "functools" in sys.modules and isinstance(obj, sys.modules["functools"].partial):
        return _of_partial(signature(obj.func, **options), obj)
    text = None if isclass(obj) else getattr(obj, "__text_signature__", None)
    if text:
        return _of_text(text, isbuiltin(obj))
    if isclass(obj):
        return _of_class(obj, options)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(signature(call, **options))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _without_first(found):
    params = list(found.parameters.values())
    if not params or params[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    if params[0].kind is not _VAR_POSITIONAL:
        params.pop(0)
    return found.replace(parameters=params)


def _of_function(function, annotations):
    code = function.__code__
    names = list(code.co_varnames)
    defaults = function.__defaults__ or ()
    params = []

    def add(kind, default=_empty):
        name = names.pop(0)
        params.append(Parameter(name, kind, default=default,
                                annotation=annotations.get(name, _empty)))

    for index in range(code.co_argcount):
        kind = _POSITIONAL_ONLY if index < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        place = index - code.co_argcount + len(defaults)
        add(kind, defaults[place] if place >= 0 else _empty)
    keywords = [names.pop(0) for _ in range(code.co_kwonlyargcount)]
    if code.co_flags & 4:
        add(_VAR_POSITIONAL)
    names[:0] = keywords
    for name in keywords:
        add(_KEYWORD_ONLY, (function.__kwdefaults__ or {}).get(name, _empty))
    if code.co_flags & 8:
        add(_VAR_KEYWORD)
    return Signature(params, return_annotation=annotations.get("return", _empty))


def _of_text(text, bound):
    """The signature of "($self, sub, /, start=0)"; `bound`: without $self."""
    function = eval("lambda " + text[1:-1].replace("$", "") + ": 0", {})
    found = _of_function(function, {})
    return _without_first(found) if bound and text.startswith("($") else found


def _of_partial(found, partial):
    """What is left to give: positional arguments are gone, keywords became defaults."""
    try:
        bound = found.bind_partial(*partial.args, **partial.keywords).arguments
    except TypeError:
        raise ValueError(f"partial object {partial!r} has incorrect arguments")
    params, by_keyword = [], False
    for name, param in found.parameters.items():
        if param.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if param.kind is _VAR_KEYWORD or not by_keyword:
                params.append(param)
        elif name in partial.keywords and param.kind is not _POSITIONAL_ONLY:
            by_keyword = True
            params.append(param.replace(kind=_KEYWORD_ONLY, default=bound[name]))
        elif name not in bound:
            params.append(param.replace(kind=_KEYWORD_ONLY) if by_keyword else param)
    return found.replace(parameters=params)


def _of_class(cls, options):
    call = getattr(type(cls), "__call__", None)
    for maker in (call, cls.__new__, cls.__init__):
        if isfunction(maker):
            return _without_first(signature(maker, **options))
    if all([not base.__module__ == "builtins" or base is object for base in cls.__mro__]):
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A new dictionary of the annotations; with eval_str, those that are text are evaluated."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__", None)
        scope = getattr(sys.modules.get(obj.__module__), "__dict__", {})
        locals = dict(vars(obj)) if locals is None else locals
    elif callable(obj) or isinstance(obj, types.ModuleType):
        found = getattr(obj, "__annotations__", None)
        inner = unwrap(_innermost(obj))
        scope = getattr(inner, "__globals__", None) or getattr(obj, "__dict__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    scope = scope if globals is None else globals
    return {name: eval(value, scope, locals) if isinstance(value, str) else value
            for name, value in found.items()}


FullArgSpec = namedtuple(
    "FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getfullargspec(func):
    try:
        target = func.__func__ if ismethod(func) else func  # a bound method shows its self
        found = signature(target, follow_wrapped=False)
    except (ValueError, TypeError):
        raise TypeError("unsupported callable")
    args, varargs, varkw, defaults, only, only_defaults = [], None, None, [], [], {}
    annotations = {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, param in found.parameters.items():
        if param.kind <= _POSITIONAL_OR_KEYWORD:
            args.append(name)
            defaults += [] if param.default is _empty else [param.default]
        elif param.kind is _VAR_POSITIONAL:
            varargs = name
        elif param.kind is _VAR_KEYWORD:
            varkw = name
        else:
            only.append(name)
            if param.default is not _empty:
                only_defaults[name] = param.default
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None,
                       annotations)


def getcallargs(func, /, *positional, **named):
    if ismethod(func):
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = signature(func, follow_wrapped=False).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments
