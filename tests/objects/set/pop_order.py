s = set(range(40))
print([s.pop() for _ in range(40)], s)
s = set(range(10))
s.discard(0)
print(s.pop(), s.pop())
s.add(12)
print(s.pop(), len(s))
s = set(range(1000))
total = 0
while s:
    total += s.pop()
    if total % 7 == 0:
        s.discard(999)
        s.discard(500)
print(total > 490000)
try:
    s.pop()
except KeyError as e:
    print(e)
s.add(5)
print(s.pop(), s)
