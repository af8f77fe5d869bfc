# expect: hand, because locking the heap is MicroPython's
# args: --board esp32s3 --time virtual
# Tasks that only sleep, and writers whose stream takes or refuses the data, allocate nothing.
import asyncio
import micropython


async def worker(name, count, ms):
    while count:
        print(name, count)
        await asyncio.sleep_ms(ms)
        count -= 1


class Taker:
    def write(self, data):
        return len(data)


class Refuser:
    def write(self, data):
        return None


async def main():
    workers = [asyncio.create_task(worker("a", 4, 100)), asyncio.create_task(worker("b", 2, 250))]
    writers = [asyncio.StreamWriter(Taker(), None), asyncio.StreamWriter(Refuser(), None)]
    view = bytearray(b"56")
    micropython.heap_lock()
    await asyncio.sleep_ms(5)
    print("slept")
    await asyncio.sleep_ms(350)
    writers[0].write(b"12")
    writers[0].write(view)
    writers[1].write(b"34")
    micropython.heap_unlock()
    print("unlocked")
    await asyncio.gather(*workers)


asyncio.run(main())
