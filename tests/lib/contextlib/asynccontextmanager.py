import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def managed(swallow):
    print("enter")
    await asyncio.sleep(0)
    try:
        yield 5
    except ValueError:
        print("caught")
        if not swallow:
            raise
    await asyncio.sleep(0)
    print("exit")


@managed(False)
async def decorated():
    return "decorated"


async def main():
    async with managed(False) as x:
        print(x)
    async with managed(True):
        raise ValueError
    try:
        async with managed(False):
            raise ValueError("v")
    except ValueError as e:
        print("outside", e)
    for error in StopAsyncIteration("s"), StopIteration("i"), KeyError("k"):
        try:
            async with managed(True):
                raise error
        except Exception as e:
            print(type(e).__name__, e is error)
    print(await decorated(), await decorated())


asyncio.run(main())
