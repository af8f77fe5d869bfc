# args: --time virtual
import asyncio

log = print


async def sleeper(name, clean=None):
    try:
        log(name, "starts")
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        log(name, "cancelled", e.args)
        if clean == "swallow":
            return "swallowed"
        if clean == "await":
            await asyncio.sleep(0)
            log(name, "cleaned")
        raise
    finally:
        log(name, "ends")


async def main():
    # Before it has started: never runs.
    t = asyncio.create_task(sleeper("early"))
    log(t.cancel(), t.cancelled(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        log("main sees", repr(e), t.cancelled(), t.done(), t.cancel())

    # While it sleeps, with a message.
    t = asyncio.create_task(sleeper("late"))
    await asyncio.sleep(0)
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        log("main sees", repr(e), t.cancelled())

    # It may refuse.
    t = asyncio.create_task(sleeper("stubborn", "swallow"))
    await asyncio.sleep(0)
    t.cancel()
    log(await t, t.cancelled(), t.cancelling(), t.uncancel(), t.uncancel())

    # It may wait while it cleans up.
    t = asyncio.create_task(sleeper("tidy", "await"))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        log("main sees the end of tidy")

    # Cancelling the one that waits cancels what it waits for.
    inner = asyncio.create_task(sleeper("inner"))

    async def outer():
        try:
            await inner
        finally:
            log("outer ends", inner.cancelled())

    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("both")
    try:
        await t
    except asyncio.CancelledError as e:
        log("main sees", repr(e), inner.cancelled(), t.cancelled())

    # A plain future that is waited for is cancelled, too.
    f = asyncio.get_running_loop().create_future()

    async def on_future():
        await f

    t = asyncio.create_task(on_future())
    await asyncio.sleep(0)
    t.cancel()
    log("at once:", f.cancelled(), t.done())
    await asyncio.wait([t])
    log("later:", t.cancelled())

    # Twice before it runs: one exception, counted twice.
    t = asyncio.create_task(sleeper("twice", "swallow"))
    await asyncio.sleep(0)
    log(t.cancel("a"), t.cancel("b"), t.cancelling())
    log(await t)


asyncio.run(main())
