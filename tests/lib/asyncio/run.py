# args: --time virtual
import asyncio


async def give(x):
    await asyncio.sleep(0)
    return x


async def fails():
    raise ValueError("out of run")


async def left_behind():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(0)
        print("left behind cleans up")


async def leaves():
    asyncio.create_task(left_behind())
    await asyncio.sleep(0)
    return "left"


async def nested():
    c = give(1)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()


print(asyncio.run(give(1)))
try:
    asyncio.run(fails())
except ValueError as e:
    print(repr(e))
print(asyncio.run(leaves()))
asyncio.run(nested())
for bad in 5, give:
    try:
        asyncio.run(bad)
    except ValueError as e:
        print(str(e)[:26])
with asyncio.Runner() as runner:
    print(runner.run(give("a")), runner.run(give("b")), runner.get_loop().is_running())
c = give(1)
try:
    runner.run(c)
except RuntimeError as e:
    print(e)
c.close()


async def exits():
    asyncio.create_task(left_behind())
    await asyncio.sleep(0)
    raise SystemExit(3)


try:
    asyncio.run(exits())
except SystemExit as e:
    print("exit", e.code)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(give("loop")), loop.is_running(), loop.is_closed())
loop.call_soon(loop.stop)
loop.run_forever()
f = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
loop.close()
print(loop.is_closed())
c = give(1)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
print(asyncio.run(give("again")))
