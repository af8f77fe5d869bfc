from pathlib import PurePath

print(PurePath("a/b") == PurePath("a//b"), PurePath("a") != PurePath("A"), PurePath("a") == "a", hash(PurePath("a/b")) == hash(PurePath("a/./b")))
print(PurePath("a") < PurePath("b"), PurePath("a/b") > PurePath("a"), PurePath("a") <= PurePath("a"), sorted([PurePath("b"), PurePath("a/z"), PurePath("a")]), {PurePath("x"): 1}[PurePath("x/")])
try:
    PurePath("a") < "b"
except TypeError as e:
    print(e)
