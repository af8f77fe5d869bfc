# Callbacks and tasks run in the context that they are given, else in a copy of the current one.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


def show(name, *args):
    print(name, var.get())


async def task():
    show("task")
    var.set("changed in the task")


async def main():
    loop = asyncio.get_running_loop()
    given = contextvars.copy_context()
    given.run(var.set, "given")
    var.set("main")
    loop.call_soon(show, "soon")
    other = given.copy()
    loop.call_soon(lambda: show("soon, given"), context=other)
    loop.call_later(0.001, lambda: show("later, given"), context=given.copy())
    future = loop.create_future()
    future.add_done_callback(lambda f: show("done"))
    future.add_done_callback(lambda f: show("done, given"), context=given.copy())
    future.set_result(1)
    var.set("main, later")
    await asyncio.sleep(0.01)
    await asyncio.create_task(task())
    own = given.copy()
    t = asyncio.create_task(task(), context=own)
    await t
    show("main")
    print(own[var], t.get_context() is own)


asyncio.run(main())
