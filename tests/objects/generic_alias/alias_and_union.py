print(list[int], dict[str, int], tuple[int, ...], type[int], list[list[int]], set[str])
print(list[int].__origin__, list[int].__args__, list[int]([1, 2]), list[int] == list[int], hash(list[int]) == hash(list[int]))
print(int | str, int | None, list[int] | None, (int | str) | float, int | int, int | str == str | int)
print(isinstance(1, int | str), isinstance("a", int | str), isinstance(1.5, int | str), isinstance(None, int | None))
print((int | str).__args__, issubclass(bool, int | str))
for f in [lambda: int | 3, lambda: str[int], lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: issubclass(1, int), lambda: isinstance(1.5, (str, 5))]:
    try:
        print(f())
    except TypeError as e:
        print(e)
