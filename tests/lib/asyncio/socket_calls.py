# mps2: no, because it has no network
# The loop's own calls for sockets: accept, connect, send and receive while others run.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    listener.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    server, address = await accepting
    print(address == client.getsockname(), server.gettimeout())
    receiving = asyncio.create_task(loop.sock_recv(server, 100))
    await asyncio.sleep(0)
    print(receiving.done())
    await loop.sock_sendall(client, b"hello")
    print(await receiving)
    await loop.sock_sendall(server, bytearray(b"back"))
    room = bytearray(6)
    print(await loop.sock_recv_into(client, room), room)
    size = 3_000_000
    sending = asyncio.create_task(loop.sock_sendall(client, b"x" * size))
    count = 0
    while count < size:
        count += len(await loop.sock_recv(server, 65536))
    await sending
    print(count == size)
    client.close()
    print(await loop.sock_recv(server, 1))
    refused = socket.socket()
    refused.setblocking(False)
    port = listener.getsockname()[1]
    listener.close()
    try:
        await loop.sock_connect(refused, ("127.0.0.1", port))
    except ConnectionRefusedError:
        print("refused")


asyncio.run(main())
