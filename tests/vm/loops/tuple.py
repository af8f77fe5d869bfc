# A loop over a tuple gives its items in order, nested ones too.
for pair in ((1, 2), (3, 4)):
    for n in pair:
        print(n)
for x in ():
    print("never")
else:
    print("empty")
