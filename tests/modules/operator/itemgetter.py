from operator import itemgetter

print(itemgetter(1)("abc"), itemgetter(0, -1)([1, 2, 3]), itemgetter("k")({"k": 5}))
print(itemgetter(slice(1, 3))("abcd"), sorted([(1, "b"), (2, "a")], key=itemgetter(1)))
print(itemgetter(1, 2), itemgetter("a"))
for call in (lambda: itemgetter(), lambda: itemgetter(5)([1]), lambda: itemgetter(1)(1),
             lambda: itemgetter(1)(), lambda: itemgetter(1)(1, 2), lambda: itemgetter(a=1)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
