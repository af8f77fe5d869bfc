import re
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pprint, saferepr

nested = [1, [2, [3, [4]]], {"a": {"b": ()}}, (5, (6, (7,)))]
for depth in range(1, 5):
    pprint(nested, depth=depth)
    pprint(nested, depth=depth, width=10)
loop = [1]
loop.append(loop)
print(re.sub("id=[0-9]+", "id=N", pformat(loop)))
print(re.sub("id=[0-9]+", "id=N", saferepr({"a": loop})))
print(isrecursive(loop), isrecursive([[], []]), isreadable([1, "a<b", 2.5]), isreadable([object]))
for arguments in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        PrettyPrinter(**arguments)
    except ValueError as error:
        print(error)
