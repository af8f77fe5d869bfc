from pprint import pformat, pp, pprint

words = ["alpha", "beta", "gamma delta", "epsilon", "zeta" * 6]
pprint([1, 2, 3])
pprint(words, width=30)
pprint(tuple(words), width=30, indent=4)
pprint({"key": words, "b": {"inner": words}, "a": 1}, width=40)
pprint({"b": 1, "a": {"z": [1, 2], "y": (3,)}})
pprint({"b": 1, "a": 2}, sort_dicts=False)
pp({"b": 1, "a": 2})
pprint(set(words), width=20)
pprint(frozenset(words), width=20)
pprint((words,), width=30)
pprint([[], {}, (), set()], width=5)
pprint({1: "x", "a": 2} | {(1, 2): 3}, width=1, sort_dicts=False)
print(pformat({2: words, 1: []}, width=20, indent=2))
pprint([[1, 2, [3, 4]], [5, 6]], width=8)
pprint(1234567, underscore_numbers=True)
