# range with one, two and three arguments, up, down and empty.
for r in "range(3)", "range(2, 5)", "range(5, 2, -1)", "range(0, 10, 4)", "range(3, 3)", "range(-2)":
    out = []
    for i in eval(r):
        out.append(i)
    print(r, out)
for i in range(3):
    print(i)
for i in range(2, 5):
    print(i)
for i in range(5, -5, -4):
    print(i)
for i in range(0):
    print("never")
