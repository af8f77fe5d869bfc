import asyncio
import types


@types.coroutine
def step():
    yield


async def main():
    await step()
    return "done"


print(asyncio.run(main()))
try:
    types.coroutine(3)
except TypeError as e:
    print(e)
