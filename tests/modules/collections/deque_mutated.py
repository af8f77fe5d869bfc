from collections import deque


d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)


class Evil:
    def __eq__(self, other):
        d.clear()
        return False


for f in (lambda: d.count(Evil()), lambda: d.index(Evil()), lambda: d.remove(Evil()), lambda: Evil() in d):
    d = deque([1, 2, 3])
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
