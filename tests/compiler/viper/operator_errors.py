# expect: hand, because viper is MicroPython's
def refused(body):
    try:
        exec("@micropython.viper\ndef f(x, n: int, u: uint, p: ptr8, q: ptr, b: bool):\n " + body)
        print("accepted:", body)
    except (ViperTypeError, NotImplementedError) as e:
        print(type(e).__name__, e)


for body in (
    "n + x", "x + n", "n + None", "b + n", "p + n", "p == p", "n < u", "n == x", "n in x",
    "n is n", "n ** 2", "n / 2", "n @ n", "u // u", "u % n", "not n", "-b", "~p", "p[x]", "p[b]",
    "p[1:2]", "n[0]", "q[0]", "p[0] = x", "p[0] = p", "p[0] = None", "p['a'] = 1", "q[0] = 1",
    "n[0] = 1", "p[0] += x", "x + x", "x is None", "x[n]", "p[n] + n", "p[u]", "x.a",
):
    refused(body)
