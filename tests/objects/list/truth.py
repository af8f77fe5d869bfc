print(bool([]), bool([0]), not [], [] or 1, [0] and 2)
