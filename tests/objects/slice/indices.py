print(slice(1, 10, 2).indices(5), slice(None).indices(3), slice(None, None, -1).indices(4))
print(slice(-2, None).indices(5), slice(100, -100, -3).indices(10), slice(5, 2).indices(9))
print(slice(0, 10**30).indices(10**25), slice(-10**30, None, 10**30).indices(7), slice(3).indices(0))
