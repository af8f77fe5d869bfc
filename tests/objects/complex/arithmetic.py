for a in (1 + 2j, -3j, 2.5, 4, 0j):
    for b in (1 - 1j, 2j, 5, 0.5):
        print(a + b, a - b, a * b, a / b)
print(-(1 + 2j), +(1 - 2j), abs(3 + 4j), abs(-5j), (1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag)
print(bool(0j), bool(1j), (1 + 2j).__complex__(), (1 + 2j).__getnewargs__())
