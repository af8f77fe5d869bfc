# expect: hand, because the reader is called by another name, and then only parameters are known
read = locals
def f(a):
    b = a
    return sorted(read())
print("a" in f(1))
