# expect: hand, because names are told to the board
# args: --resolve slow.test:80=127.0.0.1:80
# mps2: no, because it has no network
# Names are looked up while other tasks run, for connecting, for serving, and on their own.
import asyncio
import socket


async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo("slow.test", 80, type=socket.SOCK_STREAM)
    print(found[0][0] == socket.AF_INET, found[0][-1])
    try:
        await loop.getaddrinfo("127.0.0.1", 80, family=socket.AF_INET6)
    except OSError as e:
        print(e.args[0])
    server = await asyncio.start_server(serve, "localhost", 0, reuse_port=True, limit=100)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("localhost", port, limit=100)
    writer.write(b"hello\n")
    print(await reader.read(), writer.get_extra_info("peername") is not None)
    writer.close()
    server.close()
    try:
        await asyncio.open_connection("nowhere.invalid", 80)
    except OSError as e:
        print("OSError")


asyncio.run(main())
