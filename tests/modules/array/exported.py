from array import array

a = array("h", [1, 2, 3])
m = memoryview(a)
m[0] = -5
print(a, m.tolist())


def delete():
    del a[0]


for f in (lambda: a.append(1), lambda: a.pop(), lambda: a.extend([1]), delete, lambda: a.__imul__(2)):
    try:
        f()
    except BufferError as e:
        print(e)
a[1] = 9
a.reverse()
print(a, m.tolist())
m.release()
a.append(4)
print(a)
