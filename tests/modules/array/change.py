from array import array


def attempt(f):
    try:
        print(f(), a)
    except Exception as e:
        print(type(e).__name__, e, a)


def put(key, value):
    a[key] = value


def delete(key):
    del a[key]


S = slice
a = array("h", [1, 2, 3])
attempt(lambda: a.append(4))
attempt(lambda: a.extend([5, 6]))
attempt(lambda: a.extend(array("h", [7])))
attempt(lambda: a.extend(a))
attempt(lambda: a.insert(0, -1))
attempt(lambda: a.insert(-1, -2))
attempt(lambda: a.insert(100, -3))
attempt(lambda: (a.pop(), a.pop(0), a.pop(-2)))
attempt(lambda: a.remove(3))
attempt(lambda: a.reverse())
attempt(lambda: a.frombytes(b"ab"))
attempt(lambda: a.fromlist([8, 9]))
attempt(lambda: put(0, 100))
attempt(lambda: put(-1, 101))
attempt(lambda: put(S(1, 3), array("h", [0])))
attempt(lambda: put(S(0, 0), a))
attempt(lambda: put(S(None, None, 2), array("h", range(len(a[::2])))))
attempt(lambda: delete(0))
attempt(lambda: delete(S(0, 2)))
attempt(lambda: delete(S(None, None, 3)))
attempt(lambda: a.__iadd__(array("h", [1])))
attempt(lambda: a.__imul__(2))
attempt(lambda: a.byteswap())
attempt(lambda: a.byteswap())
attempt(lambda: a.append("x"))
attempt(lambda: a.extend(array("b", [1])))
attempt(lambda: a.extend(5))
attempt(lambda: a.fromlist((1,)))
attempt(lambda: a.fromlist([1, "x"]))
attempt(lambda: a.frombytes(b"abc"))
attempt(lambda: a.frombytes("ab"))
attempt(lambda: a.pop(100))
attempt(lambda: a.remove(12345))
attempt(lambda: a.insert(0, "x"))
attempt(lambda: put(100, 1))
attempt(lambda: put(0, "x"))
attempt(lambda: put("x", 1))
attempt(lambda: put(S(0, 1), [1]))
attempt(lambda: put(S(0, 1), array("b", [1])))
attempt(lambda: put(S(0, 4, 2), array("h", [1])))
attempt(lambda: delete(100))
attempt(lambda: a.__iadd__([1]))
attempt(lambda: a.__imul__(0))
attempt(lambda: a.pop())
