for n in (0, -5, 10**9, 10**18, -(10**19), 2**64, 2**200, -(7**150), 10**100):
    print(n, repr(n), str(n), [n])
print(bin(10), bin(-5), bin(2**70), oct(64), oct(-1), hex(255), hex(-(2**80)), bin(0), hex(True))
