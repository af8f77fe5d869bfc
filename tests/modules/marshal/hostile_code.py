# expect: hand, because the bytecode is ours
# Code that the compiler would never make is refused, and says why.
import marshal


def f(a):
    for x in [a]:
        return x


code = f.__code__
data = bytearray(marshal.dumps(code))
at = bytes(data).find(code.co_code)
seen = set()
for i in range(len(code.co_code)):
    for value in (0, 1, 4, 17, 200, 255):
        changed = data[:]
        changed[at + i] = value
        try:
            marshal.loads(changed)
        except ValueError as e:
            seen.add(str(e).split(" at ")[0])
for text in sorted(seen):
    print(text)
changed = data[:]
changed[4] ^= 1
try:
    marshal.loads(changed)
except ValueError as e:
    print(e)
try:
    marshal.loads(b"nothing like it")
except ValueError as e:
    print(e)




def outer():
    @micropython.native
    def g():
        pass


try:
    marshal.dumps(outer.__code__)
except ValueError as e:
    print(e)
