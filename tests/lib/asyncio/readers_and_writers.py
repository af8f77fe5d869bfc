# mps2: no, because it has no network
# add_reader() calls a function whenever a socket has something to read, until it is removed.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    b.setblocking(False)
    got = []
    done = loop.create_future()

    def readable(name):
        got.append((name, b.recv(3)))
        if len(got) == 2:
            done.set_result(None)

    loop.add_reader(b, readable, "b")
    a.sendall(b"abcdef")
    await done
    print(got)
    print(loop.remove_reader(b), loop.remove_reader(b))
    a.sendall(b"x")
    await asyncio.sleep(0.02)
    print(got, b.recv(5))
    writable = loop.create_future()

    def can_write():
        loop.remove_writer(a)
        writable.set_result("writable")

    loop.add_writer(a, can_write)
    print(await writable, loop.remove_writer(a))
    loop.add_reader(b, print, "the first is replaced")
    loop.add_reader(b, done.done)
    a.sendall(b"y")
    await asyncio.sleep(0.02)
    loop.remove_reader(b)
    a.close()
    b.close()


asyncio.run(main())
