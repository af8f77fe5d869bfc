from collections import deque


it = iter(deque("ab"))
print(it.__length_hint__(), next(it), list(it), it.__length_hint__(), list(reversed(deque("ab"))))
