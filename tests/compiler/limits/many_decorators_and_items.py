order = []
def mark(i):
    order.append(i)
    def decorate(f):
        order.append(-i)
        return f
    return decorate
for n in (10, 32, 33, 300, 1000):
    del order[:]
    space = {"mark": mark}
    exec("".join("@mark(%d)\n" % i for i in range(n)) + "def f(): return 7\n", space)
    print(space["f"](), order == list(range(n)) + [-i for i in range(n)][::-1])
    del order[:]
    exec("".join("@mark(%d)\n" % i for i in range(n)) + "class C: x = 8\n", space)
    print(space["C"].x, len(order))
