import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def a(name):
    print("enter", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("exit", name)


@contextmanager
def s(name):
    print("enter", name)
    yield name
    print("exit", name)


async def call(*args, **kw):
    await asyncio.sleep(0)
    print("called", args, kw)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(a("a")))
        print(stack.enter_context(s("s")))
        stack.push_async_callback(call, 1, k=2)
        stack.callback(print, "sync")

        @stack.push_async_exit
        async def swallow(typ, value, tb):
            print("got", typ)
            return True
        raise ValueError
    print("swallowed")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(a("b"))

            @stack.push_async_exit
            async def fail(typ, value, tb):
                await asyncio.sleep(0)
                raise KeyError("k")
            raise ValueError("v")
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    stack = AsyncExitStack()
    await stack.enter_async_context(a("c"))
    await stack.aclose()
    try:
        await stack.enter_async_context(s("no"))
    except TypeError as e:
        print(e)


asyncio.run(main())
