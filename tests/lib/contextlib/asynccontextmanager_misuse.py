import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def none():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield
    yield


async def main():
    for manager in none, twice:
        try:
            async with manager():
                pass
        except RuntimeError as e:
            print(e)


asyncio.run(main())
