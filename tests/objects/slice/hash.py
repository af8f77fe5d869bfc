print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 2}[slice(1)])
try:
    hash(slice([]))
except TypeError as e:
    print(e)
