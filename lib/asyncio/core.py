"""What the rest of asyncio stands on, in one place: the loop, futures and tasks."""

from .futures import CancelledError, Future, InvalidStateError, _cancellation, isfuture
from .loop import (
    AbstractEventLoop,
    Handle,
    Loop,
    TimerHandle,
    _loop,
    get_event_loop,
    get_running_loop,
    new_event_loop,
    set_event_loop,
)
from .tasks import (
    Task,
    _is_stepped,
    all_tasks,
    create_task,
    current_task,
    ensure_future,
    iscoroutine,
    iscoroutinefunction,
    io_queue as _io_queue,
    sleep,
    sleep_ms,
    wait_flag,
    wait_readable,
    wait_writable,
)

TimeoutError = TimeoutError

__all__ = (
    "CancelledError",
    "TimeoutError",
    "InvalidStateError",
    "Future",
    "Task",
    "Handle",
    "TimerHandle",
    "Loop",
    "AbstractEventLoop",
    "all_tasks",
    "create_task",
    "current_task",
    "ensure_future",
    "get_event_loop",
    "get_running_loop",
    "iscoroutine",
    "iscoroutinefunction",
    "isfuture",
    "new_event_loop",
    "set_event_loop",
    "sleep",
    "sleep_ms",
    "wait_readable",
    "wait_writable",
)


def __getattr__(name):
    if name == "cur_task":  # MicroPython's name, a variable there
        return _loop._current
    raise AttributeError("module 'asyncio.core' has no attribute '%s'" % name)
