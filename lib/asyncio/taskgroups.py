"""TaskGroup: tasks that end together."""

from . import core


_ENDS_ALL = (SystemExit, KeyboardInterrupt)


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._parent = None
        self._parent_cancelled = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._all_done = None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has already been entered" % self)
        self._entered = True
        self._parent = core._loop._current
        if self._parent is None:
            raise RuntimeError("TaskGroup %r cannot determine the parent task" % self)
        return self

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        cancelled = None
        if kind is not None and issubclass(kind, core.CancelledError):
            cancelled = error
        if self._parent_cancelled and self._parent.uncancel() == 0:
            cancelled = None
        if isinstance(error, _ENDS_ALL) and self._base_error is None:
            self._base_error = error
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._all_done = core.Future()
            try:
                await self._all_done
            except core.CancelledError as e:
                if not self._aborting:
                    cancelled = e
                    self._abort()
            self._all_done = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and not issubclass(kind, core.CancelledError):
            self._errors.append(error)
        if self._errors:
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                self._errors = []

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % self)
        if self._exiting and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % self)
        if self._aborting:
            raise RuntimeError("TaskGroup %r is shutting down" % self)
        task = core.create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, _ENDS_ALL) and self._base_error is None:
            self._base_error = error
        if self._parent.done():
            core._loop.call_exception_handler(
                {
                    "message": "Task %r has errored out but its parent task %r is already completed"
                    % (task, self._parent),
                    "exception": error,
                    "task": task,
                }
            )
            return
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            if not self._exiting:
                self._parent_cancelled = True
                self._parent.cancel()

    def __repr__(self):
        text = "<TaskGroup"
        if self._tasks:
            text += " tasks=%d" % len(self._tasks)
        if self._errors:
            text += " errors=%d" % len(self._errors)
        if self._aborting:
            text += " cancelling"
        elif self._entered:
            text += " entered"
        return text + ">"
