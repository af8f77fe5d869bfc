from pathlib import PurePath

p = PurePath("a")
print(p / "b", p / "b" / PurePath("c"), "x" / p, p / "/abs", p.joinpath("b", "c"), p / "", p / "..", p.with_segments("q", "r"))
for bad in lambda: p / 3, lambda: 3 / p:
    try:
        bad()
    except TypeError as e:
        print(e)
