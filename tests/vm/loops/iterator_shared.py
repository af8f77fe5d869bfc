# A loop over an iterator goes on where another left it.
it = iter([1, 2, 3, 4])
for a in it:
    print("outer", a)
    for b in it:
        print("inner", b)
        break
