print(1 in [1], 1.0 in [1], "a" in ["b"], [] in [[]], None in [])
n = float("nan")
print(n in [n], 3 not in [1, 2])
