# args: --board esp32s3 --time virtual
# A future is set once; what it is asked too early or set too late is an InvalidStateError.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled())
    for early in (f.result, f.exception):
        try:
            early()
        except asyncio.InvalidStateError as e:
            print(e)
    f.set_result(1)
    for late in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            late()
        except asyncio.InvalidStateError:
            print("InvalidStateError")
    print(f.result(), f.exception(), f.cancel(), await f, await f)
    f = loop.create_future()
    f.set_exception(ValueError)
    print(type(f.exception()).__name__)
    try:
        await f
    except ValueError as e:
        print(e is f.exception())
    f = loop.create_future()
    try:
        f.set_exception(StopIteration())
    except TypeError as e:
        print("TypeError")
    print(f.cancel("why"), f.cancel(), f.cancelled(), f.done())
    for ask in (f.result, f.exception):
        try:
            ask()
        except asyncio.CancelledError as e:
            print(repr(e))
    order = []
    f = loop.create_future()
    f.add_done_callback(lambda f: order.append(1))
    same = lambda f: order.append(2)
    f.add_done_callback(same)
    f.add_done_callback(same)
    f.add_done_callback(lambda f: order.append(3))
    print(f.remove_done_callback(same), f.remove_done_callback(same))
    f.set_result(None)
    print(order)
    await asyncio.sleep(0)
    print(order)
    f.add_done_callback(lambda f: order.append(4))
    await asyncio.sleep(0)
    print(order)


asyncio.run(main())
