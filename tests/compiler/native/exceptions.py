# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def divide(items, by):
    out = []
    for item in items:
        try:
            out.append(item // by)
        except ZeroDivisionError:
            out.append("zero")
        except TypeError as e:
            out.append(str(e))
        finally:
            by = by - 1
    return out


@micropython.native
def reach(items, i):
    k = i * 2
    return items[k]


print(divide([10, 20, "x", 30, 40], 3))
for i in 0, 1, 2, -1, -2, -5:
    try:
        print(reach([1, 2, 3], i))
    except IndexError as e:
        print("IndexError", e)
try:
    reach(5, 0)
except TypeError as e:
    print("TypeError", e)


@micropython.native
def unbound(n):
    for i in range(n):
        value = i
    return value


print(unbound(3))
try:
    unbound(0)
except UnboundLocalError as e:
    print("UnboundLocalError")
