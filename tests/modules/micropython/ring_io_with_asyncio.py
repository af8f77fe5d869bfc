# expect: hand, because CPython has no RingIO
import asyncio
import micropython


async def main():
    stream = asyncio.StreamWriter(micropython.RingIO(5))
    reader = asyncio.create_task(stream.readexactly(12))
    stream.write(b"hello world!")
    await stream.drain()
    print(await reader)


asyncio.run(main())
