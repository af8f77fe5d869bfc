def items():
    yield 1
    yield 2
    raise ValueError("stop")


a = [0]
try:
    a.extend(items())
except ValueError as e:
    print(e, a)
