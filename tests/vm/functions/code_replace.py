# replace() makes a copy of code with another name; the code itself stays.
def f(x):
    return x
code = f.__code__
other = code.replace(co_name="g", co_firstlineno=70)
print(other.co_name, other.co_firstlineno, code.co_name, other.co_filename == code.co_filename)
print(type(f)(other, {})(5))
try:
    code.replace(co_name=5)
except TypeError as e:
    print("TypeError")
