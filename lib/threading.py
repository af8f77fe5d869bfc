"""Threads, and what they use to wait for each other; above _thread."""

import sys
from _thread import RLock, allocate_lock, get_ident, get_native_id, stack_size, start_new_thread
from _thread import TIMEOUT_MAX, _idents, _locals
from collections import deque, namedtuple
from time import monotonic

__all__ = (
    "Barrier",
    "BoundedSemaphore",
    "BrokenBarrierError",
    "Condition",
    "Event",
    "ExceptHookArgs",
    "Lock",
    "RLock",
    "Semaphore",
    "TIMEOUT_MAX",
    "Thread",
    "ThreadError",
    "Timer",
    "active_count",
    "current_thread",
    "enumerate",
    "excepthook",
    "get_ident",
    "get_native_id",
    "local",
    "main_thread",
    "stack_size",
)

Lock = allocate_lock
ThreadError = RuntimeError


class Condition:
    """Threads wait here, under the lock, until another one notifies them."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        # An RLock is let go of entirely, however often it was acquired.
        self._let_go = getattr(lock, "_release_save", self._let_go_once)
        self._take_again = getattr(lock, "_acquire_restore", self._take_once)
        self._is_owned = getattr(lock, "_is_owned", self._seems_owned)
        self._waiters = deque()  # a lock for each, which notify() releases

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%r, %d)>" % (self._lock, len(self._waiters))

    def _let_go_once(self):
        self._lock.release()

    def _take_once(self, state):
        self._lock.acquire()

    def _seems_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        is_told = False
        state = self._let_go()
        try:
            if timeout is None:
                is_told = waiter.acquire()
            else:
                is_told = waiter.acquire(timeout > 0, timeout if timeout > 0 else -1)
            return is_told
        finally:
            self._take_again(state)
            if not is_told:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass  # notified meanwhile

    def wait_for(self, predicate, timeout=None):
        until = None
        result = predicate()
        while not result:
            left = None
            if timeout is not None:
                if until is None:
                    until = monotonic() + timeout
                left = until - monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return "<threading.%s at %#x: value=%d>" % (type(self).__name__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value:
                if not blocking or not self._cond.wait_for(lambda: self._value, timeout):
                    return False
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that cannot be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return "<threading.%s at %#x: value=%d/%d>" % (
            type(self).__name__, id(self), self._value, self._initial_value
        )

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return "<threading.%s at %#x: %s>" % (type(self).__name__, id(self), state)

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            # What was set and cleared again meanwhile counts.
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


_FILLING, _DRAINING, _RESETTING, _BROKEN = range(4)


class Barrier:
    """As many threads as `parties` wait for each other, again and again."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = _FILLING
        self._count = 0  # of those inside

    def __repr__(self):
        name = "%s at %#x" % (type(self).__name__, id(self))
        if self.broken:
            return "<threading.%s: broken>" % name
        return "<threading.%s: waiters=%d/%d>" % (name, self.n_waiting, self.parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            # Who comes early to the next round waits until the last one has been left.
            self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state == _BROKEN:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (_DRAINING, _RESETTING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = _DRAINING
        self._cond.notify_all()

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state != _DRAINING:
            raise BrokenBarrierError

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN


# --- threads

_MAIN = 1  # the main thread's ident
_active = {}  # ident -> Thread
_counts = {}


def _numbered(kind):
    n = _counts[kind] = _counts.get(kind, 0) + 1
    return "%s-%d" % (kind, n)


class Thread:
    _is_made = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = _numbered("Thread")
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name += " (%s)" % target_name
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemon = current_thread().daemon if daemon is None else bool(daemon)
        self._ident = None
        self._lives = None  # a lock, held while the thread lives; None before the start
        self._is_made = True

    def __repr__(self):
        state = "initial"
        if self._lives is not None:
            state = "started" if self._lives.locked() else "stopped"
        if self._daemon:
            state += " daemon"
        if self._ident is not None:
            state += " %s" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, state)

    def start(self):
        if not self._is_made:
            raise RuntimeError("thread.__init__() not called")
        if self._lives is not None:
            raise RuntimeError("threads can only be started once")
        self._lives = allocate_lock()
        self._lives.acquire()
        begun = allocate_lock()
        begun.acquire()
        try:
            start_new_thread(self._bootstrap, (begun,))
        except:
            self._lives = None
            raise
        begun.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            self._target = self._args = self._kwargs = None  # they may refer to the thread

    def _bootstrap(self, begun):
        try:
            self._enter()
            begun.release()
            self.run()
        except:
            _call_excepthook(self)
        finally:
            _active.pop(self._ident, None)
            self._lives.release()

    def _enter(self):
        """Becomes the current thread."""
        self._ident = get_ident()
        _locals()["thread"] = _active[self._ident] = self

    def join(self, timeout=None):
        if not self._is_made:
            raise RuntimeError("Thread.__init__() not called")
        if self._lives is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            ended = self._lives.acquire()
        else:
            ended = self._lives.acquire(timeout > 0, timeout if timeout > 0 else -1)
        if ended:
            self._lives.release()

    def is_alive(self):
        return self._lives is not None and self._lives.locked()

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if self._lives is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = bool(daemon)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemon):
        self.daemon = daemon


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._lives = allocate_lock()
        self._lives.acquire()
        self._ident = _MAIN
        _active[_MAIN] = self


class _DummyThread(Thread):
    """Stands for a thread that _thread alone started."""

    def __init__(self):
        super().__init__(name=_numbered("Dummy"), daemon=True)
        self._lives = allocate_lock()
        self._lives.acquire()
        self._enter()

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class Timer(Thread):
    """Calls the function after so many seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    thread = _locals().get("thread")
    if thread is None:
        return _main if get_ident() == _MAIN else _DummyThread()
    return thread


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return list(_active.values())


def active_count():
    return len(_active)


activeCount = active_count

ExceptHookArgs = namedtuple("ExceptHookArgs", "exc_type exc_value exc_traceback thread")


def excepthook(args):
    """Tells of an exception that ended a thread; may be replaced."""
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    print("Exception in thread %s:" % name, file=sys.stderr)
    sys.__excepthook__(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


def _call_excepthook(thread):
    args = ExceptHookArgs(*sys.exc_info(), thread)
    try:
        excepthook(args)
    except Exception as e:
        if args.exc_type is not SystemExit:
            print("Exception in threading.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(e), e, None)


def _shutdown():
    """At the end of the program: waits for all threads that are not daemons."""
    while True:
        for thread in enumerate():
            if not thread.daemon and thread is not _main:
                thread.join()
                break
        else:
            return


# --- data of each thread


class local:
    """An object whose attributes each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ == object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        # The attributes by thread, and how a thread that comes later begins.
        object.__setattr__(self, "_local", ({get_ident(): {}}, args, kwargs))
        return self

    def __getattribute__(self, name):
        own = _attributes(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        own = _attributes(self)
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        if hasattr(getattr(type(self), name, None), "__set__"):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        own = _attributes(self)
        if name in own:
            del own[name]
        else:
            object.__delattr__(self, name)


def _attributes(self):
    """The attributes that the running thread has in a local."""
    by_thread, args, kwargs = object.__getattribute__(self, "_local")
    ident = get_ident()
    own = by_thread.get(ident)
    if own is None:
        if len(by_thread) % 8 == 0:
            live = _idents()
            for gone in [i for i in list(by_thread) if i not in live]:
                by_thread.pop(gone, None)
        own = by_thread[ident] = {}
        type(self).__init__(self, *args, **kwargs)
    return own


_main = _MainThread()
