from functools import reduce
import operator

print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(operator.mul, [4], 2))
print(reduce(lambda a, b: a + [b], (i for i in range(3)), []))
for call in (lambda: reduce(operator.add, []), lambda: reduce(operator.add, 3),
             lambda: reduce(operator.add), lambda: reduce(3, [1, 2])):
    try:
        print(call())
    except TypeError as e:
        print("TypeError")
try:
    reduce(operator.add, [])
except TypeError as e:
    print(e)
