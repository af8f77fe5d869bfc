# args: --board esp32s3 --time virtual
# wait(): for all, for the first, for the first that fails, or for some time.
import asyncio


async def after(delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return delay


def tasks(*delays):
    return [asyncio.create_task(after(*d) if isinstance(d, tuple) else after(d)) for d in delays]


async def show(ts, **options):
    done, pending = await asyncio.wait(ts, **options)
    print(sorted(ts.index(t) for t in done), sorted(ts.index(t) for t in pending))
    for t in pending:
        t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)


async def main():
    await show(tasks(0.1, 0.3, 0.2))
    await show(tasks(0.1, 0.3, 0.2), timeout=0.25)
    await show(tasks(0.3, 0.1, 0.2), return_when=asyncio.FIRST_COMPLETED)
    await show(tasks(0.1, (0.2, ValueError()), 0.3), return_when=asyncio.FIRST_EXCEPTION)
    await show(tasks(0.1, 0.2), return_when=asyncio.FIRST_EXCEPTION)
    await show(tasks(0.1, 0.2), timeout=0)
    finished = tasks(0)
    await asyncio.sleep(0.1)
    await show(finished, return_when=asyncio.FIRST_COMPLETED)
    for wrong in (lambda: asyncio.wait([]), lambda: asyncio.wait(tasks(0), return_when="ALL")):
        try:
            await wrong()
        except ValueError as e:
            print(e)
    c = after(0)
    try:
        await asyncio.wait([c])
    except TypeError as e:
        print(e)
    c.close()


asyncio.run(main())
