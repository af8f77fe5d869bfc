# args: --time virtual
import asyncio


async def give(x, ms=0):
    await asyncio.sleep(ms / 1000)
    return x


async def fail(ms):
    await asyncio.sleep(ms / 1000)
    raise ValueError(ms)


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    def three():
        return [
            asyncio.create_task(give(1, 10), name="quick"),
            asyncio.create_task(fail(40), name="fails"),
            asyncio.create_task(give(3, 80), name="slow"),
        ]

    for how in asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED:
        tasks = three()
        done, pending = await asyncio.wait(tasks, return_when=how)
        print(how, names(done), names(pending))
        done, pending = await asyncio.wait(tasks)
        print([type(t.exception()).__name__ for t in tasks])
    tasks = three()
    done, pending = await asyncio.wait(tasks, timeout=0.025)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print("rest", names(done), names(pending), tasks[1].exception())
    done, pending = await asyncio.wait(tasks)
    print("all were done", len(done), pending)
    for bad in ([], [give(1)], tasks):
        try:
            await asyncio.wait(bad, return_when="never")
        except (ValueError, TypeError) as e:
            print(repr(e))
        for c in bad:
            if asyncio.iscoroutine(c):
                c.close()


asyncio.run(main())
