# expect: hand, because viper is MicroPython's
def refused(body, head="def f(x, n: int, u: uint, p: ptr8):"):
    try:
        exec("@micropython.viper\n" + head + "\n " + body)
        print("accepted:", body)
    except ViperTypeError as e:
        print(e)


refused("y = 1; y = 'a'")
refused("y = 1; y = u")
refused("y = x; y = 1")
refused("y = 1; y = None")
refused("y = True; y = 1")
refused("y = p; y = n")
refused("n = x")
refused("n += x")
refused("for n in [1]: pass")
refused("print(y); y = 1")
refused("del n")
refused("y = None; y = x; y = [1]; y = None")
refused("a, b = n, p; a = 3; b = p; c = d = u; d = uint(1)")
refused("y = int(u); y = n; z = uint(n); z = u; q = ptr16(p); q = ptr16(x)")
refused("y: str = 1; y = n")
