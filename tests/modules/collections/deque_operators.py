from collections import deque


a = deque([1, 2])
print(a + deque([3]), a * 2, 2 * a, a * 0, a * -1)
a += [5]
a += a
print(a)
a *= 2
print(a)
b = deque([1, 2, 3], 4)
print(b + deque([9, 9]), b * 2, b * 3)
b *= 2
print(b)
print(deque([1]) < deque([2]), deque([1, 2]) >= deque([1]), deque([1]) == [1])
