from operator import methodcaller

print(methodcaller("upper")("a"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(methodcaller("m", 1, x="y"), methodcaller("m"))
for call in (lambda: methodcaller(), lambda: methodcaller(3), lambda: methodcaller("nope")("a"),
             lambda: methodcaller("upper")()):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(e)
