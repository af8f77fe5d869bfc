# expect: hand: MicroPython's drivers yield in async functions what the loop's queue gives them
import asyncio
import socket


class Driver:
    def __init__(self, s):
        self.s = s

    async def receive(self):
        yield asyncio.core._io_queue.queue_read(self.s)
        return self.s.recv(10)

    async def pause(self):
        yield
        yield


def generator_receive(s):
    yield asyncio.core._io_queue.queue_read(s)
    return s.recv(10)


async def main():
    a, b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), None
    a.bind(("127.0.0.1", 0))
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    d = Driver(a)
    print(asyncio.core.cur_task is asyncio.current_task())
    print(await d.pause())
    task = asyncio.create_task(d.receive())
    await asyncio.sleep(0)
    b.sendto(b"one", a.getsockname())
    print(await task)
    b.sendto(b"two", a.getsockname())
    print(await d.receive(), await asyncio.wait_for(Driver(a).pause(), 1))
    b.sendto(b"three", a.getsockname())
    print(await generator_receive(a))
    task = asyncio.create_task(d.receive())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    b.sendto(b"four", a.getsockname())
    print(await d.receive())


asyncio.run(main())
