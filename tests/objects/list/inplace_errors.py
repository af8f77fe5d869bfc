a = [1]
for f in (lambda: a.__iadd__(1), lambda: a.__imul__("a")):
    try:
        f()
    except TypeError as e:
        print("TypeError")
try:
    a += None
except TypeError as e:
    print(e)
print(a)
