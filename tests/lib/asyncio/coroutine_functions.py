# iscoroutinefunction() and iscoroutine() tell the function from what calling it gives.
import asyncio


async def coroutine():
    pass


async def generator():
    yield


class C:
    async def method(self):
        pass

    def plain(self):
        pass


for thing in (coroutine, generator, C().method, C.method, C().plain, print, C, 5, lambda: 0):
    print(asyncio.iscoroutinefunction(thing), end=" ")
print()
made = coroutine()
print(asyncio.iscoroutine(made), asyncio.iscoroutine(coroutine), asyncio.iscoroutinefunction(made))
made.close()
print(issubclass(asyncio.exceptions.CancelledError, BaseException))
print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError is asyncio.exceptions.CancelledError)
try:
    CancelledError
except NameError as e:
    print(e)
