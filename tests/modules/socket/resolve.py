# args: --resolve broker.example:8883=127.0.0.1:18883
# expect: hand, because CPython cannot look up names without waiting
# mps2: no, because it has no network
import asyncio, select, socket

query = socket.resolve("broker.example", 8883)
p = select.poll()
p.register(query, select.POLLIN)
print([e for _, e in p.poll(2000)], query.result())
try:
    query.result()
except OSError as e:
    print(e.errno)
ticks = 0


async def count():
    global ticks
    while True:
        ticks += 1
        await asyncio.sleep_ms(1)


async def main():
    asyncio.create_task(count())
    try:
        await asyncio.open_connection("no.such.name.invalid", 1)
    except OSError as e:
        print(e)
    r, w = await asyncio.open_connection("localhost", port)
    print(ticks > 0, w.get_extra_info("peername")[1] == port)


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1)
port = listener.getsockname()[1]
asyncio.run(main())
