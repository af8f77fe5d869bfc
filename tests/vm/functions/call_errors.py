def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)

def none(): pass
def one(a): pass
def two(a, b): pass
def opt(a, b=1): pass
def opt3(a, b=1, c=2): pass
def kwonly(*, k): pass
def kwonly2(*, k, l): pass
def kwonly3(*, k, l, m): pass
def pos(a, b, /): pass
def posdef(a, b=1, /, c=3): pass
def var(a, *args): pass
def mixed(a, b=1, *, k, l=3): pass

show(none, 1)
show(none, 1, 2)
show(none, x=1)
show(one)
show(one, 1, 2)
show(one, 1, a=1)
show(one, b=1)
show(two)
show(two, 1)
show(two, b=1)
show(two, 1, 2, 3)
show(opt)
show(opt, 1, 2, 3)
show(opt3, 1, 2, 3, 4)
show(kwonly)
show(kwonly, 1)
show(kwonly2)
show(kwonly3)
show(kwonly2, k=1)
show(pos, 1)
show(pos, a=1, b=2)
show(pos, 1, b=2)
show(posdef, 1, b=2)
show(var)
show(mixed, 1)
show(mixed, 1, 2, 3, k=1)
show(mixed, 1, 2, 3)
show(mixed, 1, k=1, z=3)
