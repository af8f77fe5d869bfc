x = 5
print("a" if x > 3 else "b", "a" if x < 3 else "b" if x == 5 else "c")
print([i if i % 2 else -i for i in range(5)], (1 if x else 2) + 3)
f = lambda v: v if v else "none"
print(f(0), f(1))
print((lambda: 1 if x else 2)(), 1 if 0 else 2 if 0 else 3)
