for a in (0, 5, -5, 2**40 + 3, -(2**70) - 1, 2**100 - 1):
    for b in (0, 3, -4, 2**65, -(2**33)):
        print(a & b, a | b, a ^ b)
    print(~a, a << 3, a << 70, a >> 1, a >> 40, a >> 200)
print(True & False, True | False, True ^ True, True & 1, True << 3, ~True)
