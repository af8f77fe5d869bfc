# args: --time virtual
import asyncio


async def main():
    b = asyncio.Barrier(3)

    async def party(name):
        for i in range(2):
            index = await b.wait()
            print(name, i, index)

    await asyncio.gather(*[party(n) for n in "abc"])
    print(b.parties, b.n_waiting, b.broken)

    async def waits():
        try:
            await b.wait()
        except asyncio.BrokenBarrierError:
            print("broken")

    tasks = [asyncio.create_task(waits()) for _ in range(2)]
    await asyncio.sleep(0)
    print(b.n_waiting)
    await b.abort()
    await asyncio.wait(tasks)
    print(b.broken)
    await waits()
    await b.reset()
    print(b.broken, b.n_waiting)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print("ValueError")


asyncio.run(main())
