s = eval("f'" + "".join("{%d}-" % i for i in range(500)) + "'")
print(len(s), s[:20], s[-10:])
a = 1
print(f"{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}")
