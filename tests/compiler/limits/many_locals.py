src = "def f():\n" + "".join(f"    v{i} = {i}\n" for i in range(400)) + "    return " + " + ".join(f"v{i}" for i in range(400)) + "\n"
exec(src)
print(f())
src = "def g():\n" + "".join(f"    v{i} = {i}\n" for i in range(300)) + "    def h(): return v0 + v150 + v299\n    v299 += 1\n    del v5\n    try:\n        v5\n    except UnboundLocalError as e: print(e)\n    for v298 in range(3): v297 = v298\n    v296, v295 = v294, v293\n    [v290 for v290 in range(2)]\n    return h(), v297, v298, v296, v295, v290\n"
exec(src)
print(g())
src = "def gen():\n" + "".join(f"    v{i} = {i}\n" for i in range(300)) + "    yield v299\n    v299 = yield v0\n    yield v299\n"
exec(src)
it = gen()
print(next(it), next(it), it.send("sent"))
