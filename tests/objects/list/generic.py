print(list[int], dict[str, int], tuple[int, ...])
print(list[int].__origin__ is list, list[int].__args__, list[int]([1]))
