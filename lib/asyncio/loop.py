"""The event loop: who is ready, timers, and waiting for streams.

A task that waits is noted where it waits (a timer, a future, the poller) together with its `_turn`,
a number that moves on whenever the task is made ready. Whoever wakes a task says which turn it
means, so a note that has become stale (the task was cancelled meanwhile) is simply ignored. A task
stands at most once in the queue of those that are ready.

What is awaited tells the loop by what it yields: True if it has noted the task somewhere; a number
of milliseconds after which it wants to go on; None leaves the task ready, so that it goes on in the
loop's next round.

Whatever stands in the queues has `_wake(turn)`, which makes it ready, and `_step()`, which runs it:
tasks (tasks.py) and handles.
"""

import select
import sys
import time
from collections import deque

from _asyncio import Timers, wake

# ipoll() returns also when callbacks have run since the last time, as these may have made tasks
# ready.
_UNTIL_CALLBACKS = 2


class Handle:
    """A function that the loop calls once."""

    def __init__(self, callback, args, context=None):
        self._callback = callback
        self._args = args
        if context is None and _loop._copy_context is not None:
            context = _loop._copy_context()
        self._context = context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _wake(self, turn):
        if not self._cancelled:
            _loop._ready.append(self)

    def _step(self):
        if self._cancelled:
            return
        _loop._current = None
        callback, args = self._callback, self._args
        try:
            callback(*args)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as e:
            _loop.call_exception_handler(
                {
                    "message": "Exception in callback %r" % (callback,),
                    "exception": e,
                    "handle": self,
                }
            )

    def __repr__(self):
        if self._cancelled:
            return "<%s cancelled>" % type(self).__name__
        return "<%s %r>" % (type(self).__name__, self._callback)


class TimerHandle(Handle):
    def __init__(self, ms, callback, args, context=None):
        super().__init__(callback, args, context)
        self._when = _loop.time() + ms / 1000
        _loop._timers.push(ms, self, 0)

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            super().cancel()
            _loop._timers.remove(self)


class _Watch(Handle):
    """A function that is called whenever a stream is ready."""

    _turn = 0

    def __init__(self, stream, index, callback, args):
        super().__init__(callback, args)
        self._stream = stream
        self._index = index
        _loop._streams.note(stream, index, self)

    def _step(self):
        super()._step()
        if not self._cancelled:
            _loop._streams.note(self._stream, self._index, self)


class _Streams:
    """Who waits for streams to become readable or writable."""

    def __init__(self):
        self.poller = select.poll()
        self.waiting = {}  # id -> [stream, reader, reader's turn, writer, writer's turn]

    def note(self, stream, index, task):
        """Wakes the task when the stream is ready; index is 1 to read, 3 to write."""
        entry = self.waiting.get(id(stream))
        if entry is None:
            self.poller.register(stream, select.POLLIN if index == 1 else select.POLLOUT)
            entry = self.waiting[id(stream)] = [stream, None, 0, None, 0]
        elif entry[index] is not None and entry[index] is not task:
            raise RuntimeError("another task already waits for this stream")
        entry[index] = task
        entry[index + 1] = task._turn
        if entry[4 - index] is not None:
            self.poller.modify(stream, select.POLLIN | select.POLLOUT)

    def leave(self, stream, index, task=None):
        """Nobody waits for that any more; if a task is named, only if it was that."""
        entry = self.waiting.get(id(stream))
        if entry is not None and (task is None or entry[index] is task):
            entry[index] = None
            self._update(entry)

    def leave_all(self, task):
        for entry in list(self.waiting.values()):
            self.leave(entry[0], 1, task)
            self.leave(entry[0], 3, task)

    def _update(self, entry):
        stream = entry[0]
        if entry[1] is None and entry[3] is None:
            del self.waiting[id(stream)]
            self.poller.unregister(stream)
        elif entry[1] is None or entry[3] is None:
            self.poller.modify(stream, select.POLLIN if entry[3] is None else select.POLLOUT)

    def forget(self, stream):
        """The stream is about to be closed; who waits for it goes on and meets that."""
        entry = self.waiting.pop(id(stream), None)
        if entry is not None:
            self.poller.unregister(stream)
            for index in (1, 3):
                if entry[index] is not None:
                    entry[index]._wake(entry[index + 1])

    def serve(self, timeout_ms):
        for stream, events in self.poller.ipoll(timeout_ms, _UNTIL_CALLBACKS):
            entry = self.waiting[id(stream)]
            if events & ~select.POLLOUT and entry[1] is not None:
                task, entry[1] = entry[1], None
                task._wake(entry[2])
            if events & ~select.POLLIN and entry[3] is not None:
                task, entry[3] = entry[3], None
                task._wake(entry[4])
            self._update(entry)


def _of_sockets(name):
    """A method that is loaded when it is first called."""

    def method(self, *args, **options):
        from . import sockets

        return getattr(sockets, name)(*args, **options)

    return method


class Loop:
    # Set by module contextvars: what gives a new task or callback its context, and runs a step in
    # it.
    _copy_context = _step_in_context = None

    def __init__(self):
        self._named = 0  # tasks without a name of their own
        self._clear()

    def _clear(self):
        self._ready = deque()
        self._timers = Timers()
        self._streams = _Streams()
        self._watches = {}
        self._flags = []  # (flag, task, turn) of those who wait for flag.state
        self._tasks = set()
        self._current = None
        self._stopping = False
        self._handler = None
        self._running = False
        self._closed = False

    # --- scheduling

    def _call_soon(self, callback, args, context=None):
        handle = Handle(callback, args, context)
        self._ready.append(handle)
        return handle

    def call_soon(self, callback, *args, context=None):
        return self._call_soon(callback, args, context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self._call_soon(callback, args, context)
        wake()
        return handle

    def run_in_executor(self, executor, func, *args):
        """Differs: each call has a thread of its own."""
        from .tasks import Task
        from .threads import to_thread

        return Task(to_thread(func, *args))

    def call_later(self, delay, callback, *args, context=None):
        return TimerHandle(_ms(delay), callback, args, context)

    def call_at(self, when, callback, *args, context=None):
        return TimerHandle(_ms(when - self.time()), callback, args, context)

    def time(self):
        return time.monotonic()

    def create_task(self, coro, *, name=None, context=None):
        from .tasks import create_task

        return create_task(coro, name=name, context=context)

    def create_future(self):
        from .futures import Future

        return Future()

    # --- watching streams, or numbers of open files

    def add_reader(self, fd, callback, *args):
        self.remove_reader(fd)
        self._watches[(id(fd), 1)] = _Watch(fd, 1, callback, args)

    def add_writer(self, fd, callback, *args):
        self.remove_writer(fd)
        self._watches[(id(fd), 3)] = _Watch(fd, 3, callback, args)

    def remove_reader(self, fd):
        return self._remove_watch(fd, 1)

    def remove_writer(self, fd):
        return self._remove_watch(fd, 3)

    def _remove_watch(self, fd, index):
        watch = self._watches.pop((id(fd), index), None)
        if watch is None:
            return False
        watch.cancel()
        self._streams.leave(fd, index)
        return True

    # --- running

    def _run_once(self):
        ready = self._ready
        timers = self._timers
        if ready:
            if self._streams.waiting:
                self._streams.serve(0)
        else:
            self._streams.serve(timers.next_ms())
        if self._flags:
            self._wake_flags()
        left = timers.due()
        while left:
            task = timers.pop()
            task._wake(timers.turn)
            left -= 1
        left = len(ready)
        step = self._step_in_context
        while left:
            task = self._current = ready.popleft()
            if step is None:
                task._step()
            else:
                step(task)
            left -= 1
        self._current = None

    def _wake_flags(self):
        flags = self._flags
        for note in [note for note in flags if note[0].state]:
            flags.remove(note)
            note[1]._wake(note[2])

    def _run_until(self, done):
        if self._running:
            raise RuntimeError("This event loop is already running")
        if self._closed:
            raise RuntimeError("Event loop is closed")
        self._running = True
        self._stopping = False
        run_once = self._run_once
        try:
            while not done() and not self._stopping:
                run_once()
        finally:
            self._running = False
            self._current = None

    def run_until_complete(self, awaitable):
        if self._running:
            raise RuntimeError("This event loop is already running")
        from .tasks import ensure_future

        task = ensure_future(awaitable)
        task._retrieved = True
        self._run_until(task.done)
        if not task.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return task.result()

    def run_forever(self):
        self._run_until(_never)

    def stop(self):
        self._stopping = True

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        """Differs: there is no debug mode."""

    # --- sockets (not by __getattr__, which would make every attribute of the loop slow)

    sock_recv = _of_sockets("sock_recv")
    sock_recv_into = _of_sockets("sock_recv_into")
    sock_recvfrom = _of_sockets("sock_recvfrom")
    sock_recvfrom_into = _of_sockets("sock_recvfrom_into")
    sock_sendall = _of_sockets("sock_sendall")
    sock_sendto = _of_sockets("sock_sendto")
    sock_accept = _of_sockets("sock_accept")
    sock_connect = _of_sockets("sock_connect")
    getaddrinfo = _of_sockets("getaddrinfo")

    # --- errors

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got %r" % (handler,))
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        print(context.get("message", "Unhandled exception in event loop"), file=sys.stderr)
        if "future" in context:
            future = context["future"]
            print("future:", future, "coro=", getattr(future, "coro", None), file=sys.stderr)
        if context.get("exception") is not None:
            sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._handler(self, context)
        except Exception as e:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": e}
            )


AbstractEventLoop = Loop


def _never():
    return False


def _ms(seconds):
    return max(0, round(seconds * 1000))


_loop = Loop()
if "contextvars" in sys.modules:
    sys.modules["contextvars"]._attach(_loop)


def get_event_loop(runq_len=0, waitq_len=0):
    return _loop


def new_event_loop():
    """The loop, with nothing in it."""
    _loop._clear()
    return _loop


def set_event_loop(loop):
    pass


def get_running_loop():
    if not _loop._running:
        raise RuntimeError("no running event loop")
    return _loop
