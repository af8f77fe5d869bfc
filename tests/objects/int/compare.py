values = [0, 1, -1, 2**47, 2**63, -(2**63) - 1, 10**30, True]
print([[a < b for b in values] for a in values])
print([[a == b for b in values] for a in values])
print([[a >= b for b in values] for a in values])
print(sorted(values), max(values), min(values))
