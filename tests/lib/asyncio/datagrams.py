# mps2: no, because it has no network
# Datagrams by the loop's calls.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
    for s in (a, b):
        s.bind(("127.0.0.1", 0))
        s.setblocking(False)
    receiving = asyncio.create_task(loop.sock_recvfrom(b, 100))
    await asyncio.sleep(0)
    print(await loop.sock_sendto(a, b"one", b.getsockname()))
    data, sender = await receiving
    print(data, sender == a.getsockname())
    await loop.sock_sendto(b, b"two", sender)
    room = bytearray(5)
    print((await loop.sock_recvfrom_into(a, room))[0], room)


asyncio.run(main())
