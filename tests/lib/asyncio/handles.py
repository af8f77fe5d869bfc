# args: --board esp32s3 --time virtual
# Handles of callbacks: cancelled before they run, errors go to the handler, order of times.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    out = []
    h = loop.call_soon(out.append, "never")
    print(h.cancelled())
    h.cancel()
    h.cancel()
    print(h.cancelled())
    began = loop.time()
    late = loop.call_later(0.3, out.append, "late")
    early = loop.call_at(began + 0.1, out.append, "early")
    never = loop.call_later(0.2, out.append, "never")
    never.cancel()
    print(late.when() > early.when(), never.cancelled())
    loop.call_later(0, out.append, "now")
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append((type(context["exception"]).__name__, sorted(context))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.5)
    print(out, seen)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    for wrong in (5, "x"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as e:
            print(e)


asyncio.run(main())
