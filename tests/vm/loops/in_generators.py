# Loops over all kinds of containers survive a generator's suspension.
import array
def each(source):
    for item in source:
        yield item
    for i in range(2):
        yield i
gens = [each(s) for s in ([1, 2], (3, 4), "é€", b"ab", {5: 6, 7: 8}, range(9, 11), array.array("b", [1, 2]))]
for _ in range(4):
    print([next(g) for g in gens])
