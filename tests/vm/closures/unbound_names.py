def a():
    def f(): return x
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    x = 1
    print(f())
    del x
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
a()
def b():
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as e:
        print(e)
    for z in []: pass
    try:
        z
    except NameError as e:
        print(e)
    try:
        z += 1
    except NameError as e:
        print(e)
b()
try:
    nothing
except NameError as e:
    print(e, e.name)
try:
    del nothing
except NameError as e:
    print(e)
def c():
    global gg
    gg += 1
try:
    c()
except NameError as e:
    print(e)
