# __traceback__ can be set and cleared; with_traceback returns the exception.
def f():
    raise ValueError("v")
def length(tb):
    n = 0
    while tb:
        n += 1
        tb = tb.tb_next
    return n
try:
    f()
except ValueError as e:
    kept = e
print(length(kept.__traceback__), length(kept.__traceback__.tb_next))
other = KeyError()
print(other.__traceback__, other.with_traceback(kept.__traceback__.tb_next) is other, length(other.__traceback__))
try:
    raise other
except KeyError as e:
    print(length(e.__traceback__), length(kept.__traceback__))
kept.__traceback__ = None
print(kept.__traceback__)
for wrong in 5, [], "text":
    try:
        kept.__traceback__ = wrong
    except TypeError as e:
        print(e)
try:
    del kept.__traceback__
except TypeError as e:
    print(e)
