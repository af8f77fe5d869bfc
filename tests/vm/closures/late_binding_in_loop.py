fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    out = []
    for j in range(3):
        def f(): return j
        out.append(f)
    return out
print([f() for f in make()])
def parameter(x):
    def get(): return x
    def put(v):
        nonlocal x
        x = v
    return get, put
get, put = parameter(1)
put(5)
print(get())
