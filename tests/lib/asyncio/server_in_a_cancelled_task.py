# mps2: no, because it has no network
# expect: hand, because start_server() of CPython goes on after that
# A task that is cancelled while it waits for its server ends the server: the port is free again.
import asyncio


async def serve(port):
    server = await asyncio.start_server(None, "127.0.0.1", port)
    print("serving")
    await server.wait_closed()


async def main():
    first = await asyncio.start_server(None, "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    first.close()
    await first.wait_closed()
    for turns in range(4):
        task = asyncio.create_task(serve(port))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")


asyncio.run(main())
