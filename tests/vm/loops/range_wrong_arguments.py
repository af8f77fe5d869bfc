# The errors of range() come out of the loop.
def attempt(f):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
def no_step():
    for i in range(1, 2, 0): pass
def text():
    for i in range("3"): pass
def real():
    for i in range(1.5): pass
def none():
    for i in range(): pass
def many():
    for i in range(1, 2, 3, 4): pass
for f in no_step, text, real, none, many:
    attempt(f)
