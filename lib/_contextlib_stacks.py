# contextlib.ExitStack and AsyncExitStack: context managers and callbacks that are left together.
from contextlib import AbstractAsyncContextManager, AbstractContextManager

__name__ = "contextlib"  # the module of these classes, as their users see it


# A new exception's context ends, going back, in what was being handled before the stack was left;
# there the exception handed to the callback belongs instead.
def _fix_context(new, old, outer):
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


def _bound_special(cm, enter, leave, protocol):
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        f"{protocol} protocol") from None


class _Stack:
    def __init__(self):
        self._exits = []  # (is a coroutine function, function of the three exception arguments)

    def pop_all(self):
        new = type(self)()
        new._exits, self._exits = self._exits, []
        return new

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        if leave is None:
            self._exits.append((False, exit))
        else:
            self._exits.append((False, lambda *details: leave(exit, *details)))
        return exit

    def enter_context(self, cm):
        enter, leave = _bound_special(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exits.append((False, lambda *details: leave(cm, *details)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(typ, value, traceback):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exits.append((False, leave))
        return callback

    # Runs the exits, last first. A generator, of what coroutine functions returned, to be awaited
    # by who runs it; its value says whether the exception is swallowed, and what to raise instead.
    def _unwind(self, error):
        import sys
        outer = sys.exception()
        received, is_new = error is not None, False
        while self._exits:
            is_async, leave = self._exits.pop()
            try:
                details = (None, None, None) if error is None else \
                    (type(error), error, error.__traceback__)
                swallow = leave(*details)
                if is_async:
                    swallow = yield swallow
                if swallow:
                    error, is_new = None, False
            except BaseException as new:
                _fix_context(new, error, outer)
                error, is_new = new, True
        return received and error is None, error if is_new else None


def _finish(swallowed, error):
    if error is None:
        return swallowed
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context  # as _fix_context() left it
        raise


class ExitStack(_Stack, AbstractContextManager):
    def __exit__(self, *details):
        try:
            next(self._unwind(details[1]))
        except StopIteration as end:
            outcome = end.value
        return _finish(*outcome)

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, leave = _bound_special(cm, "__aenter__", "__aexit__",
                                      "asynchronous context manager")
        result = await enter(cm)
        self._exits.append((True, lambda *details: leave(cm, *details)))
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), "__aexit__", None)
        if leave is None:
            self._exits.append((True, exit))
        else:
            self._exits.append((True, lambda *details: leave(exit, *details)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(typ, value, traceback):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exits.append((True, leave))
        return callback

    async def __aexit__(self, *details):
        steps = self._unwind(details[1])
        try:
            pending = next(steps)
            while True:
                try:
                    result = await pending
                except BaseException as error:
                    pending = steps.throw(error)
                else:
                    pending = steps.send(result)
        except StopIteration as end:
            outcome = end.value
        return _finish(*outcome)

    async def aclose(self):
        await self.__aexit__(None, None, None)
