for x in ([], [1], {}, set()):
    try:
        hash(x)
    except TypeError as e:
        print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
print(list.__hash__)
