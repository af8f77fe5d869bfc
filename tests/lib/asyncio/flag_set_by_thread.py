# expect: hand, because CPython has no ThreadSafeFlag
import _thread, asyncio, time
async def main():
    flag = asyncio.ThreadSafeFlag()
    def work():
        time.sleep_ms(20)
        flag.set()
    for n in range(3):
        _thread.start_new_thread(work, ())
        await flag.wait()
        print("set", n, flag.state)
    try:
        await asyncio.wait_for(flag.wait(), 0.01)
    except asyncio.TimeoutError:
        print("TimeoutError")
    flag.set()
    await flag.wait()
    print("was set")
asyncio.run(main())
