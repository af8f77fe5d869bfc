# contextlib: context managers from generators, stacks of them, and small ones.
from abc import ABC, abstractmethod
from functools import wraps

__all__ = ["AbstractContextManager", "AbstractAsyncContextManager", "AsyncContextDecorator",
           "AsyncExitStack", "ContextDecorator", "ExitStack", "aclosing", "asynccontextmanager",
           "chdir", "closing", "contextmanager", "nullcontext", "redirect_stderr",
           "redirect_stdout", "suppress"]


# The stacks stand in a file of their own, which is loaded when they are asked for.
def __getattr__(name):
    if name not in ("ExitStack", "AsyncExitStack"):
        raise AttributeError(f"module 'contextlib' has no attribute {name!r}")
    import _contextlib_stacks
    value = globals()[name] = getattr(_contextlib_stacks, name)
    return value


class AbstractContextManager(ABC):
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has_both(cls, AbstractContextManager, other, "__enter__", "__exit__")

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


class AbstractAsyncContextManager(ABC):
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has_both(cls, AbstractAsyncContextManager, other, "__aenter__", "__aexit__")

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


def _has_both(cls, abstract, other, enter, leave):
    if cls is not abstract:
        return NotImplemented
    found = [next((c.__dict__[name] for c in other.__mro__ if name in c.__dict__), None)
             for name in (enter, leave)]
    return NotImplemented if None in found else True


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# --- from generators ---

class _GeneratorManager:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    # Each call of a decorated function needs a generator of its own.
    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


# Whether `error`, which the generator ended with, only says that the exception thrown into it,
# which may not pass through a generator as it is, came out again.
def _is_same(error, value, ending):
    return error is value or isinstance(value, ending) and error.__cause__ is value


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self._refuse("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if not _is_same(error, value, StopIteration):
                raise
        except BaseException as error:
            if error is not value:
                raise
        else:
            self._refuse("generator didn't stop after throw()")
        value.__traceback__ = traceback
        return False

    def _refuse(self, message):
        try:
            raise RuntimeError(message)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self._refuse("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except RuntimeError as error:
            if not _is_same(error, value, (StopIteration, StopAsyncIteration)):
                raise
        except BaseException as error:
            if error is not value:
                raise
        else:
            await self._refuse("generator didn't stop after athrow()")
        value.__traceback__ = traceback
        return False

    async def _refuse(self, message):
        try:
            raise RuntimeError(message)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# --- small managers ---

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, *exc_info):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, typ, value, traceback):
        if typ is None:
            return False
        if issubclass(typ, self._exceptions):
            return True
        if issubclass(typ, BaseExceptionGroup):
            rest = value.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old = []

    def __enter__(self):
        import os
        self._old.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *exc_info):
        import os
        os.chdir(self._old.pop())
