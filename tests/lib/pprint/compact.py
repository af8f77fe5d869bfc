from pprint import pprint

for width in (10, 20, 21, 22, 23, 24, 30, 79, 80):
    pprint(list(range(30)), width=width, compact=True)
pprint([[1, 2, 3], "four", ["five" * 5, "six"], 7, 8], width=20, compact=True)
