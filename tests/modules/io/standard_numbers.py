# expect: hand, because CPython writes in another order
# mps2: no, because its console is another
f = open(1, "w")
print(f.fileno(), f.name, f)
f.write("to the console\n")
f.close()
print(f.closed, open(0).fileno())
with open("x", "w") as g:
    print(g.fileno() > 2)
for bad in (-1, 99):
    try:
        open(bad)
    except OSError as e:
        print(e.errno)
try:
    open(1, "w").seek(0)
except OSError as e:
    print(e.errno)
