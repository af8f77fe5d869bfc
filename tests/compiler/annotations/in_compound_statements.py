# __annotations__ is there also when the only annotation is inside another statement.
for source in ("if 1:\n    a: int = 1\n", "while 1:\n    a: int\n    break\n",
               "try:\n    pass\nfinally:\n    a: int = 2\n",
               "for i in 1,:\n    with open:\n        a: int\n",
               "for i in ():\n    a: int\n", "class C:\n    for i in 1,: a: int\nprint(C.__annotations__)"):
    space = {"open": memoryview(b"")}
    exec(source, space)
    print(space.get("__annotations__"))
