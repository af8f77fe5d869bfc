# expect: hand, because CPython has no machine
import machine
import uctypes

data = bytearray(8)
address = uctypes.addressof(data)
for use in (lambda: machine.mem16[address + 1], lambda: machine.mem32[address + 2],
            lambda: machine.mem8[0], lambda: machine.mem32[4096],
            lambda: machine.mem8.__setitem__(0, 1), lambda: machine.mem32[address + 4096]):
    try:
        use()
        print("fine")
    except (ValueError, IndexError):
        print("refused")
for use in (lambda: machine.mem8["0"], lambda: machine.mem8[0:1], lambda: machine.mem8[None],
            lambda: machine.mem8.__setitem__(address, "x"), lambda: machine.mem8.__delitem__(0)):
    try:
        use()
        print("fine")
    except (TypeError, AttributeError) as e:
        print("TypeError")
