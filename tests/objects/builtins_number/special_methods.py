class Number:
    def __abs__(self):
        return "abs"

    def __index__(self):
        return 10

    def __round__(self, ndigits="none"):
        return f"round {ndigits}"

    def __divmod__(self, other):
        return f"divmod {other}"

    def __rdivmod__(self, other):
        return f"rdivmod {other}"

    def __pow__(self, other, modulus=None):
        return f"pow {other} {modulus}"


n = Number()
print(abs(n), bin(n), oct(n), hex(n), round(n), round(n, 2), divmod(n, 3), divmod(3, n))
print(pow(n, 2), pow(n, 2, 3), n**4)
