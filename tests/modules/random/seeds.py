import random


def draw(r):
    return [r.random(), r.getrandbits(70), r.randint(1, 10**9), r.gauss(0, 1), r.sample(range(99), 5)]


for seed in (0, 5, -5, 10**30, "text", b"bytes", bytearray(b"x"), 1.5, True):
    random.seed(seed)
    first = draw(random)
    random.seed(seed)
    print(first == draw(random), first == draw(random.Random(seed)))
r = random.Random(1)
other = random.Random(2)
print(draw(r) == draw(other))
r.gauss(0, 1)
state = r.getstate()
a = draw(r)
r.setstate(state)
print(a == draw(r))
