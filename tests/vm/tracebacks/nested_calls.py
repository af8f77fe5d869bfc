# exit: 1
# stderr-has: Traceback (most recent call last):
# stderr-has: nested_calls.py", line 23, in <module>
# stderr-has:     main()
# stderr-has: line 20, in main
# stderr-has:     return a(1) + b(2, [3,
# stderr-has: line 15, in a
# stderr-has:     return C().m(x)
# stderr-has:            ^^^^^^^^
# stderr-has: line 13, in m
# stderr-has: TypeError: unsupported operand type(s) for +: 'int' and 'str'
class C:
    def m(self, x): return x + "s"
def a(x):
    return C().m(x)
def b(x, y):
    return x
print("before")
def main():
    return a(1) + b(2, [3,
                        4])

main()
