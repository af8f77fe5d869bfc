import random

for call in (
    lambda: random.randrange(0),
    lambda: random.randrange(5, 5),
    lambda: random.randrange(1, 5, 0),
    lambda: random.randrange(1, 5, -1),
    lambda: random.randrange(1, step=2),
    lambda: random.randrange(1.5),
    lambda: random.randrange(1, 2.5),
    lambda: random.randint(3, 1),
    lambda: random.choice([]),
    lambda: random.choice({1}),
    lambda: random.choice(5),
    lambda: random.getrandbits(-1),
    lambda: random.getrandbits(1.5),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample([1, 2], -1),
    lambda: random.sample({1, 2}, 1),
    lambda: random.sample(5, 1),
    lambda: random.sample([1, 2], 1, counts=[1]),
    lambda: random.sample([1, 2], 1, counts=[1, -1]),
    lambda: random.choices([], k=1),
    lambda: random.choices([1, 2], weights=[0, 0]),
    lambda: random.choices([1, 2], weights=[1]),
    lambda: random.choices([1, 2], weights=[1, 2], cum_weights=[1, 2]),
    lambda: random.choices([1, 2], weights=[1, float("inf")]),
    lambda: random.shuffle((1, 2)),
    lambda: random.randbytes(-1),
    lambda: random.seed([1]),
    lambda: random.gammavariate(0, 1),
    lambda: random.binomialvariate(-1),
    lambda: random.binomialvariate(1, 2.0),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
