# args: --board esp32s3 --time virtual
# The loop: run until complete, forever until stopped, and what it refuses.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def inside():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed(), loop is asyncio.get_event_loop())
    c = value(1)
    for wrong in (lambda: loop.run_until_complete(c), lambda: asyncio.run(c)):
        try:
            wrong()
        except RuntimeError as e:
            print(e)
    c.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    print(asyncio.current_task().get_name()[:5], len(asyncio.all_tasks()))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(value(5)))
loop.run_until_complete(inside())
loop.call_later(0.1, loop.stop)
loop.run_forever()
print(loop.is_running())
loop.call_soon(loop.stop)
f = loop.create_future()
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
f.cancel()
print(loop.run_until_complete(value(3)))
loop.close()
print(loop.is_closed())
c = value(1)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
for wrong in (asyncio.get_running_loop, asyncio.current_task):
    try:
        wrong()
    except RuntimeError as e:
        print(e)
try:
    asyncio.run(5)
except (ValueError, TypeError) as e:
    print(e)
