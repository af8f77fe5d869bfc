# args: --time virtual
# expect: hand, because CPython words it otherwise and prints when it collects
# stderr-has: Task exception was never retrieved
# stderr-has: ValueError: nobody looks
import asyncio


async def fails():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("main goes on")


asyncio.run(main())
