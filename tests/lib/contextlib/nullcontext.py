import asyncio
from contextlib import nullcontext

with nullcontext(3) as x:
    print(x)
with nullcontext() as x:
    print(x)


async def main():
    async with nullcontext(4) as x:
        print(x)


asyncio.run(main())
