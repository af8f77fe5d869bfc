def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


c = bytearray

attempt('c()')
attempt('c(3)')
attempt('c(b"ab")')
attempt('c([1, 2, 255])')
attempt('c(range(3))')
attempt('c(x for x in (1, 2))')
attempt('c("é", "utf-8")')
attempt('c("é", "latin-1")')
attempt('c("é", "ascii", "replace")')
attempt('c("a", encoding="utf-8", errors="strict")')
attempt('c(bytearray(b"x")), c(memoryview(b"xy")[1:])')
attempt('c(source=b"a")')
attempt('c(True)')
attempt('c("a")')
attempt('c("a", 5)')
attempt('c("a", errors="strict")')
attempt('c(1.5)')
attempt('c(None)')
attempt('c(-1)')
attempt('c(10**30)')
attempt('c([256])')
attempt('c([-1])')
attempt('c([1, "a"])')
attempt('c([10**30])')
attempt('c(b"a", "utf-8")')
attempt('c(b"a", errors="x")')
attempt('c(encoding="utf-8")')
attempt('c(errors="x")')
attempt('c(1, 2, 3, 4)')
attempt('c(object())')
