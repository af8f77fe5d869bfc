"""Cooperative tasks: the asyncio of CPython 3.12 as far as a microcontroller has use for it, and
MicroPython's own names (sleep_ms, wait_for_ms, ThreadSafeFlag, Stream)."""

from .core import *
from .core import _FIRST_COMPLETED as FIRST_COMPLETED
from .core import _FIRST_EXCEPTION as FIRST_EXCEPTION
from .core import _ALL_COMPLETED as ALL_COMPLETED

# What fewer programs use is loaded when it is first asked for.
_lazy = {
    "Event": "locks",
    "Lock": "locks",
    "Semaphore": "locks",
    "BoundedSemaphore": "locks",
    "Condition": "locks",
    "ThreadSafeFlag": "locks",
    "Queue": "queues",
    "LifoQueue": "queues",
    "PriorityQueue": "queues",
    "QueueEmpty": "queues",
    "QueueFull": "queues",
    "TaskGroup": "taskgroups",
    "timeout": "timeouts",
    "timeout_at": "timeouts",
    "Timeout": "timeouts",
    "Stream": "streams",
    "StreamReader": "streams",
    "StreamWriter": "streams",
    "IncompleteReadError": "streams",
    "open_connection": "streams",
    "start_server": "streams",
    "Server": "streams",
}


def __getattr__(name):
    module = _lazy.get(name)
    if module is None:
        raise AttributeError("module 'asyncio' has no attribute '%s'" % name)
    value = getattr(__import__("asyncio." + module, None, None, (name,)), name)
    globals()[name] = value
    return value
