import asyncio
from contextlib import aclosing, closing


class Thing:
    def close(self):
        print("closed")

    async def aclose(self):
        print("aclosed")


with closing(Thing()) as t:
    print(type(t).__name__)
try:
    with closing(Thing()):
        1 / 0
except ZeroDivisionError:
    print("passed on")


async def main():
    async with aclosing(Thing()) as t:
        print(type(t).__name__)


asyncio.run(main())
