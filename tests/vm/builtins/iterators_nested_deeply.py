# stress: no, because each of its 200,000 objects would be a collection
# expect: hand (CPython runs out of C stack)
for wrap in (lambda it: map(abs, it), lambda it: filter(None, it), zip, enumerate):
    it = iter([1])
    for _ in range(300000):
        it = wrap(it)
    try:
        next(it)
        print("a value")
    except RecursionError:
        print("RecursionError")
