"""Future: a result that comes later."""

from .loop import _loop

_PENDING = 0
_FINISHED = 1
_CANCELLED = 2
_STATES = ("pending", "finished", "cancelled")


class CancelledError(BaseException):
    """What a cancelled task meets where it waits."""

    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class _InContext:
    """A callback with the context that it was given; equal to the callback alone."""

    def __init__(self, callback, context):
        self._callback = callback
        self._context = context

    def __call__(self, future):
        self._context.run(self._callback, future)

    def __eq__(self, other):
        return self._callback == other


class Future:
    """A result that comes later. `await` waits for it."""

    def __init__(self, *, loop=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = None  # functions, and (task, turn) of tasks that wait
        self._retrieved = False

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def result(self):
        if self._state == _PENDING:
            raise InvalidStateError("Result is not set.")
        self._retrieved = True
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._retrieved = True
        if self._state == _CANCELLED:
            raise self._exception
        return self._exception

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish(_FINISHED)

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        self._finish(_FINISHED)

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._exception = _cancellation(msg)
        self._finish(_CANCELLED)
        return True

    def add_done_callback(self, callback, *, context=None):
        if context is not None:
            callback = _InContext(callback, context)
        if self._state != _PENDING:
            _loop._call_soon(callback, (self,))
        elif self._callbacks is None:
            self._callbacks = [callback]
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        if not self._callbacks:
            return 0
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return _loop

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, None
        if callbacks:
            self._retrieved = True
            for callback in callbacks:
                if type(callback) is tuple:
                    callback[0]._wake(callback[1])
                else:
                    _loop._call_soon(callback, (self,))

    def __await__(self):
        if self._state == _PENDING:
            task = _loop._current
            if task is self:
                raise RuntimeError("Task cannot await on itself: %r" % self)
            note = (task, task._turn)
            if self._callbacks is None:
                self._callbacks = [note]
            else:
                self._callbacks.append(note)
            task._awaits = self
            yield True  # noted (loop.py)
            task._awaits = None
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        if self._state == _FINISHED:
            if self._exception is not None:
                return "<Future finished exception=%r>" % self._exception
            return "<Future finished result=%r>" % (self._result,)
        return "<Future %s>" % _STATES[self._state]


def _cancellation(msg):
    return CancelledError() if msg is None else CancelledError(msg)


def isfuture(obj):
    return isinstance(obj, Future)
