# expect: hand, because viper is MicroPython's
source = "@micropython.viper\ndef f(x: int) -> int:\n while x < 10:\n" + "  x += 1\n" * 9000 + " return x"
exec(source)
print(f(0), f(20))
