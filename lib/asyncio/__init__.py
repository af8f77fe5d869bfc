"""Cooperative tasks: the asyncio of CPython 3.12 as far as a microcontroller has use for it, and
MicroPython's own names (sleep_ms, wait_for_ms, ThreadSafeFlag, Stream)."""

from . import core as _core
from .core import *
from .runners import Runner, run, run_until_complete

# What not every program uses is loaded when it is first asked for.
_LAZY = {
    "waiting": "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED gather wait wait_for wait_for_ms shield"
    " as_completed",
    "locks": "Event Lock Semaphore BoundedSemaphore Condition ThreadSafeFlag Barrier"
    " BrokenBarrierError",
    "queues": "Queue LifoQueue PriorityQueue QueueEmpty QueueFull",
    "taskgroups": "TaskGroup",
    "timeouts": "timeout timeout_at Timeout",
    "threads": "to_thread run_coroutine_threadsafe",
    "streams": "Stream StreamReader StreamWriter IncompleteReadError LimitOverrunError"
    " open_connection start_server Server",
}

__all__ = ["Runner", "run", *_core.__all__]
for _names in _LAZY.values():
    __all__ += _names.split()


def __getattr__(name):
    if name == "exceptions":
        return __import__("asyncio.exceptions", None, None, (name,))
    for module, names in _LAZY.items():
        if name in names.split():
            value = getattr(__import__("asyncio." + module, None, None, (name,)), name)
            globals()[name] = value
            return value
    raise AttributeError("module 'asyncio' has no attribute '%s'" % name)
