# expect: hand, because const() is MicroPython's
def refused(source):
    try:
        exec(source)
    except SyntaxError as e:
        print(e.msg, "|", e.lineno)


refused("A = const(1)\nA = const(1)")
refused("A = const(1)\nA = 2")
refused("A = const(1)\nA += 2")
refused("A = const(1)\ndel A")
refused("A = const(1)\nfor A in []: pass")
refused("A = const(1)\nb, A = 1, 2")
refused("A = const(1)\nA: int = 2")
refused("def f():\n  A = const(1)\n  A = 2")
