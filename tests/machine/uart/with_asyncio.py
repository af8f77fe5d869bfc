# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import asyncio
from machine import UART


async def main():
    uart = UART(1, 9600)
    reader, writer = asyncio.StreamReader(uart), asyncio.StreamWriter(uart, {})
    task = asyncio.create_task(reader.readline())
    writer.write(b"line by line\n")
    await writer.drain()
    print(await task)


asyncio.run(main())
