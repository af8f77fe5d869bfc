# inspect: what an object is, what it has and where it comes from. Signatures, and what reads source
# text and frames, stand in files of their own, which are loaded when asked for.
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512

_elsewhere = {
    "signatures": "BoundArguments FullArgSpec Parameter Signature formatannotation get_annotations "
                  "getcallargs getfullargspec signature",
    "sources": "FrameInfo Traceback getabsfile getblock getfile getframeinfo getinnerframes "
               "getouterframes getsource getsourcefile getsourcelines findsource stack trace",
}


def __getattr__(name):
    for module, names in _elsewhere.items():
        if name in names.split():
            value = getattr(__import__(f"inspect.{module}", None, None, (name,)), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


# --- what an object is ----------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    """Whether it is a function in Python bound to an instance or a class."""
    return isinstance(object, types.MethodType) and not _is_native_method(object)


def _is_native_method(object):
    """Whether it is a native function bound to an instance: its class is that of other methods."""
    return isinstance(object, types.MethodType) and isinstance(
        getattr(object, "__func__", None), _native_functions)


_native_functions = (types.BuiltinFunctionType, types.MethodDescriptorType,
                     types.ClassMethodDescriptorType, type(None))


def isbuiltin(object):
    # Method descriptors are of a subclass.
    return type(object) is types.BuiltinFunctionType or _is_native_method(object)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object) or isbuiltin(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, _native_data):
        return True
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


_native_data = (property, types.GetSetDescriptorType, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def _innermost(object):
    """The function inside bound methods and functools.partial objects."""
    while True:
        if ismethod(object):
            object = object.__func__
        elif "functools" in sys.modules and isinstance(object, sys.modules["functools"].partial):
            object = object.func
        else:
            return object


def _has_flag(object, flag):
    object = _innermost(object)
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    return getattr(_innermost(obj), "_is_marked_as_coroutine", False) is True


def markcoroutinefunction(func):
    """Makes iscoroutinefunction say yes to a function that returns a coroutine."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_marked_as_coroutine = True
    return func


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# --- what an object has ---------------------------------------------------------------------------


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = get(object, name)
        except AttributeError:  # a name that dir() promises only
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


_missing = type("_missing", (), {})


def _class_entry(cls, name):
    for base in cls.__mro__:
        entry = base.__dict__.get(name, _missing)
        if entry is not _missing:
            return entry
    return _missing


def getattr_static(obj, attr, default=_missing):
    """The attribute as it is stored: no descriptor, no __getattr__ and no __getattribute__ runs."""
    of_type = _class_entry(type(obj), attr)
    if isinstance(obj, type):
        own = _class_entry(obj, attr)
    else:
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:  # only slots
            own = _missing
    first, second = (of_type, own) if isdatadescriptor(of_type) else (own, of_type)
    for value in (first, second, default):
        if value is not _missing:
            return value
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """The function at the end of the chain of __wrapped__."""
    first, seen = func, [func]
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if any([func is each for each in seen]):
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.append(func)
    return func


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    modules = sys.modules
    if hasattr(object, "__module__"):
        return modules.get(object.__module__)
    code = getattr(object, "f_code", object)
    filename = _filename or getattr(code, "co_filename", None)
    for module in list(modules.values()):
        if filename and getattr(module, "__file__", None) == filename:
            return module
    return modules["builtins"] if isbuiltin(object) and "builtins" in modules else None


def currentframe():
    return sys._getframe(1) if hasattr(sys, "_getframe") else None


# --- documentation --------------------------------------------------------------------------------


def cleandoc(doc):
    """Takes away the indentation that the lines after the first share, and blank lines around."""
    first, *rest = doc.expandtabs().split("\n")
    indent = min([len(line) - len(line.lstrip()) for line in rest if line.strip()], default=0)
    lines = [first.lstrip()] + [line[indent:] for line in rest]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    if isclass(obj):
        bases, name = obj.__mro__[1:-1], None
    elif ismethod(obj):
        owner = obj.__self__ if isclass(obj.__self__) else type(obj.__self__)
        bases, name = owner.__mro__, obj.__name__
    else:
        function = obj.fget if isinstance(obj, property) else obj
        owner = _defining_class(function) if isfunction(function) else None
        if owner is None:
            return None
        bases, name = owner.__mro__, function.__name__
    for base in bases:
        found = base if name is None else getattr(base, name, None)
        doc = getattr(found, "__doc__", None)
        if doc is not None and base is not object:
            return doc
    return None


def _defining_class(function):
    """The class in whose body a function stands, found by its __qualname__."""
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split(".")[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


# --- generators and coroutines --------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def _state(prefix, running, suspended, frame):
    if running:
        return prefix + "_RUNNING"
    if suspended:
        return prefix + "_SUSPENDED"
    return prefix + ("_CLOSED" if frame is None else "_CREATED")


def getgeneratorstate(generator):
    return _state("GEN", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    return _state("CORO", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)
