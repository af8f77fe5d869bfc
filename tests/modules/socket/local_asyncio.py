# mps2: no, because it has no such sockets
import asyncio
import socket


async def main():
    one, other = socket.socketpair()
    for s in (one, other):
        s.setblocking(False)
    loop = asyncio.get_running_loop()
    reading = asyncio.create_task(loop.sock_recv(other, 99))
    await asyncio.sleep(0)
    await loop.sock_sendall(one, b"through the loop")
    print(await reading)
    one.close()
    other.close()


asyncio.run(main())
