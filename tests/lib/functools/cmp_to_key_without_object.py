import functools

key = functools.cmp_to_key(lambda a, b: a - b)
print(key.obj, key(3).obj)
try:
    key < key
except AttributeError as e:
    print(e)
