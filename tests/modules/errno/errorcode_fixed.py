# expect: hand, as CPython's can be changed
import errno

names = errno.errorcode
print(names[errno.ENOENT], names.get(errno.EOPNOTSUPP), errno.ENOTSUP == errno.EOPNOTSUPP, isinstance(names, dict))
for change in (
    lambda: names.popitem(), lambda: names.pop(2), lambda: names.setdefault(0, 0), lambda: names.update({1: 2}),
    lambda: names.clear(), lambda: names.__setitem__(1, 2), lambda: names.__delitem__(1), lambda: names.__ior__({1: 2}),
):
    try:
        change()
        print("changed")
    except TypeError as e:
        print(e)
copy = names.copy()
copy[1] = "one"
print(type(copy) is dict, copy[1], names[1], (names | {1: "two"})[1])
