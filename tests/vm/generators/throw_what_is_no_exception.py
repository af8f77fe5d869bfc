async def numbers():
    yield 1
    yield 2


def attempt(step):
    try:
        step()
    except TypeError:
        print("TypeError")


generator = numbers()
try:
    generator.asend(None).send(None)
except StopIteration as e:
    print(e.value)
attempt(lambda: generator.asend(None).throw(5))
attempt(lambda: numbers().asend(None).throw(int))
attempt(lambda: generator.athrow(5).send(None))
