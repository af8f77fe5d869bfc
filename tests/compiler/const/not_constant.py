# expect: hand, because const() is MicroPython's
def refused(source):
    try:
        exec(source)
    except SyntaxError as e:
        print(e.msg, "|", e.lineno, e.offset)


refused("a = const(b)")
refused("a = const([1])")
refused("a = const(len('x'))")
refused("a = const(1 // 0)")
refused("a = const(1 << -1)")
refused("a = const('x' + 1)")
refused("a = const(1 << 100000)")
refused("a = const(unknown.name)")
