# gi_frame, gi_code and gi_running tell where a generator stands; the frame is gone at the end.
def gen(a):
    b = a + 1
    yield b
    yield g.gi_running
g = gen(1)
print(g.gi_frame.f_lineno, g.gi_code is gen.__code__, g.gi_running, g.gi_frame.f_locals)
next(g)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_yieldfrom)
print(next(g), g.gi_running)
print(list(g), g.gi_frame)
async def coro():
    pass
c = coro()
print(c.cr_frame.f_code is coro.__code__, c.cr_running, c.cr_await)
c.close()
print(c.cr_frame)
async def agen():
    yield 1
a = agen()
print(a.ag_code is agen.__code__, a.ag_frame.f_lineno, a.ag_running)
