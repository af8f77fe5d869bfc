# args: --board esp32s3 --time virtual
# A Runner runs several coroutines in one loop and cancels what is left at its end.
import asyncio


async def value(x):
    return x


async def left_over():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("left over: cancelled")
        raise


async def leave():
    asyncio.create_task(left_over())
    await asyncio.sleep(0)
    return "left"


with asyncio.Runner() as runner:
    print(runner.run(value(1)), runner.run(value(2)), runner.run(leave()))
    print(runner.get_loop().is_running())
    try:
        runner.run(5)
    except (ValueError, TypeError):
        print("refused")
print("after")
try:
    runner.run(value(3))
except RuntimeError as e:
    print(e)
print(asyncio.run(value("again"), debug=False))
