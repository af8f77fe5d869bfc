import operator as o

for call in (lambda: o.concat(1, 2), lambda: o.indexOf([1], 2), lambda: o.add(1),
             lambda: o.index("a"), lambda: o.length_hint([], "a"), lambda: o.add("a", 1),
             lambda: o.contains(3, 1)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
try:
    o.concat(1, 2)
except TypeError as e:
    print(e)
try:
    o.indexOf([1], 2)
except ValueError as e:
    print(e)
