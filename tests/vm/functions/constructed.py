# The type of functions makes one from code and a namespace.
def f(a, b=2):
    return a, b, glob
Function = type(f)
glob = "here"
g = Function(f.__code__, {"glob": "there"})
try:
    g(1)
except TypeError as e:
    print(e)
h = Function(f.__code__, {"glob": "there"}, "renamed", (7, 8))
print(h(), h(1), h.__name__, h.__defaults__)
inner = Function((lambda: (lambda: glob)).__code__, {"glob": 1})
print(inner()())
