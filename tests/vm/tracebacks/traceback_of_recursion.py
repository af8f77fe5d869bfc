# Each call of a recursion has its place.
def f(n):
    if n:
        f(n - 1)
    else:
        raise ValueError
try:
    f(5)
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
