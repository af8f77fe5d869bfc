# mps2: no, because it has no network
# readuntil() with separators of any length, and what it says when they do not come.
import asyncio


async def serve(reader, writer):
    writer.write(b"one\ntwo--three-->end\nlast--")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    print(await reader.readuntil(), await reader.readuntil(b"--"), await reader.readuntil(b"-->"))
    print(await reader.readuntil(b"\n"))
    try:
        await reader.readuntil(b"\n")
    except asyncio.IncompleteReadError as e:
        print(e.partial, e.expected)
    try:
        await reader.readuntil(b"")
    except ValueError:
        print("ValueError")
    print(await reader.read(), reader.at_eof())
    writer.close()
    server.close()


asyncio.run(main())
