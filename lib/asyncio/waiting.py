"""Waiting for several things, or for one with conditions: gather, wait, as_completed, wait_for,
shield."""

from . import core
from .core import Future, ensure_future

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


# --- one


async def wait_for(aw, timeout, sleep=None):
    return await wait_for_ms(aw, None if timeout is None else timeout * 1000)


async def wait_for_ms(aw, timeout):
    from .timeouts import Timeout

    if timeout is not None and timeout <= 0:
        future = ensure_future(aw)
        if not future.done():
            future.cancel()
            await wait((future,))
            if future.cancelled():
                raise TimeoutError
        return future.result()
    async with Timeout(None, timeout):
        return await aw


def shield(aw):
    """Cancelling what this gives does not cancel `aw`."""
    inner = ensure_future(aw)
    if inner.done():
        return inner
    outer = Future()

    def copy(inner):
        if outer.done():
            inner._retrieved = True
        elif inner.cancelled():
            outer.cancel()
        elif inner._exception is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(copy)
    outer.add_done_callback(lambda _: inner.done() or inner.remove_done_callback(copy))
    return outer


# --- several


def gather(*aws, return_exceptions=False):
    outer = _Gathering()
    known = {}
    children = []
    for aw in aws:
        child = known.get(id(aw))
        if child is None:
            child = known[id(aw)] = ensure_future(aw)
        children.append(child)
    outer._start(children, list(known.values()), return_exceptions)
    return outer


class _Gathering(Future):
    def _start(self, children, distinct, return_exceptions):
        self._children = children
        self._left = len(distinct)
        self._return = return_exceptions
        self._cancel_asked = None  # the message, in a tuple
        if not children:
            self.set_result([])
        for child in distinct:
            child.add_done_callback(self._child_done)

    def cancel(self, msg=None):
        if self._state:
            return False
        hit = False
        for child in self._children:
            hit = child.cancel(msg) or hit
        if hit:
            self._cancel_asked = (msg,)
        return hit

    def _child_done(self, child):
        child._retrieved = True
        self._left -= 1
        if self._state:
            return
        if not self._return and child._exception is not None:
            self.set_exception(child._exception)
        elif self._left == 0:
            if self._cancel_asked is not None:
                self.set_exception(core._cancellation(*self._cancel_asked))
            else:
                self.set_result(
                    [c._result if c._exception is None else c._exception for c in self._children]
                )


async def wait(aws, *, timeout=None, return_when=ALL_COMPLETED):
    """The sets of those that are done and of those that are not."""
    futures = set(aws)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % return_when)
    for f in futures:
        if not isinstance(f, Future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    await _wait(futures, timeout, return_when)
    done = {f for f in futures if f.done()}
    return done, futures - done


def _ends_wait(future, return_when):
    if return_when == FIRST_EXCEPTION:
        return not future.cancelled() and future._exception is not None
    return return_when == FIRST_COMPLETED


async def _wait(futures, timeout, return_when):
    finished = Future()
    left = len(futures)

    def one_done(future):
        nonlocal left
        left -= 1
        if (left == 0 or _ends_wait(future, return_when)) and not finished.done():
            finished.set_result(None)

    def expire():
        if not finished.done():
            finished.set_result(None)

    for f in futures:
        f.add_done_callback(one_done)
    timer = None
    if timeout is not None:
        timer = core._loop.call_later(timeout, expire)
    try:
        await finished
    finally:
        if timer is not None:
            timer.cancel()
        for f in futures:
            f.remove_done_callback(one_done)


def as_completed(aws, *, timeout=None):
    """Awaitables that give the results in the order in which they come."""
    from .queues import Queue

    if isinstance(aws, Future) or core.iscoroutine(aws):
        raise TypeError("expect an iterable of futures, not %s" % type(aws).__name__)
    done = Queue()
    left = {ensure_future(aw) for aw in set(aws)}
    timer = None

    def one_done(future):
        if future in left:
            left.remove(future)
            done.put_nowait(future)
            if not left and timer is not None:
                timer.cancel()

    def expire():
        for f in left:
            f.remove_done_callback(one_done)
            done.put_nowait(None)
        left.clear()

    async def next_done():
        f = await done.get()
        if f is None:
            raise TimeoutError
        return f.result()

    for f in left:
        f.add_done_callback(one_done)
    if left and timeout is not None:
        timer = core._loop.call_later(timeout, expire)
    for _ in range(len(left)):
        yield next_done()
