# Each thread begins with a context of its own.
import contextvars, threading
var = contextvars.ContextVar("var", default="default")
var.set("main")
seen = []
def work(n):
    seen.append(var.get())
    var.set(n)
    seen.append(var.get())
    seen.append(contextvars.copy_context()[var])
for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(seen, var.get())
context = contextvars.copy_context()
t = threading.Thread(target=context.run, args=(work, 9))
t.start()
t.join()
print(seen[6:], var.get(), context[var])
