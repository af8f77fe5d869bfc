# break leaves a loop over any container; else runs without it.
for source in [1, 2], (1, 2), "12", {1: 0}, range(1, 3):
    for item in source:
        break
    else:
        print("no")
    for other in source:
        pass
    else:
        print(item, other)
