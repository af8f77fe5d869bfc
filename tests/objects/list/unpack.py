a, *b, c = [1, 2, 3, 4]
print(a, b, c)
*a, = []
print(a)
for bad in ([1], [1, 2, 3]):
    try:
        a, b = bad
    except ValueError as e:
        print(e)
