# args: --time virtual
# A server and its clients in one loop, over sockets of loopback.
import asyncio


async def serve(reader, writer):
    peer = writer.get_extra_info("peername")
    first = await reader.readline()
    print("server:", first, peer[0])
    if first == b"exactly\n":
        print("server:", await reader.readexactly(6))
        try:
            await reader.readexactly(10)
        except asyncio.IncompleteReadError as e:
            print("server:", e, e.partial, e.expected)
    elif first == b"big\n":
        writer.write(b"x" * 300000)
        writer.write(b"end")
        await writer.drain()
    elif first == b"lines\n":
        async for line in reader:
            writer.write(line.upper())
        print("server: end of lines", reader.at_eof())
    elif first == b"until\n":
        print("server:", await reader.readuntil(b"--"), await reader.readuntil(b"\r\n"))
        writer.writelines([b"a", b"bc"])
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def connect(server, first):
    host, port = server.sockets[0].getsockname()[:2]
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(first)
    await writer.drain()
    return reader, writer


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        print(server.is_serving())
        reader, writer = await connect(server, b"exactly\nabc")
        await asyncio.sleep(0.01)
        writer.write(b"defgh")
        await writer.drain()
        writer.write_eof()
        print(await reader.read(), reader.at_eof())
        print(writer.is_closing())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())

        reader, writer = await connect(server, b"big\n")
        data = await reader.readexactly(1000)
        await asyncio.sleep(0.02)
        data += await reader.read(-1)
        print(len(data), data[-4:])
        writer.close()
        await writer.wait_closed()

        reader, writer = await connect(server, b"lines\n")
        for i in range(3):
            writer.write(b"line %d\n" % i)
            await writer.drain()
            print(await reader.readline())
        writer.write(b"no end")
        writer.write_eof()
        print(await reader.readline(), await reader.readline())
        writer.close()

        reader, writer = await connect(server, b"until\none--two-\r\n")
        print(await reader.read(100) or "empty", await reader.read(0))
        writer.close()
        await writer.wait_closed()

        # Waiting for a reader can be given up, and taken up again.
        reader, writer = await connect(server, b"lines\n")
        try:
            await asyncio.wait_for(reader.readline(), 0.02)
        except TimeoutError:
            print("nothing came")
        writer.write(b"now\n")
        print(await asyncio.wait_for(reader.readline(), 5))
        writer.write_eof()
        await asyncio.sleep(0.02)
        writer.close()
        await writer.wait_closed()
        port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        print("refused", e.errno == 111)


asyncio.run(main())
