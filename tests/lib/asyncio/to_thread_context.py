# expect: hand, because CPython would take queue.py beside this for the module queue
import asyncio, contextvars
var = contextvars.ContextVar("var")
def work():
    before = var.get()
    var.set("changed in the thread")
    return before
async def main():
    var.set("main")
    print(await asyncio.to_thread(work), var.get())
asyncio.run(main())
