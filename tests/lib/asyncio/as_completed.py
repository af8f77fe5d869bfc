# args: --time virtual
import asyncio


async def give(x, ms):
    await asyncio.sleep(ms / 1000)
    return x


async def fail(ms):
    await asyncio.sleep(ms / 1000)
    raise ValueError(ms)


async def main():
    for c in asyncio.as_completed([give("c", 60), give("a", 5), give("b", 30)]):
        print(await c)
    for c in asyncio.as_completed([give("ok", 20), fail(1)]):
        try:
            print(await c)
        except ValueError as e:
            print(repr(e))
    tasks = [asyncio.create_task(give("in time", 1)), asyncio.create_task(give("late", 1000))]
    for c in asyncio.as_completed(tasks, timeout=0.05):
        try:
            print(await c)
        except TimeoutError as e:
            print(repr(e))
    print([t.done() for t in tasks])
    print(list(asyncio.as_completed([])))


asyncio.run(main())
