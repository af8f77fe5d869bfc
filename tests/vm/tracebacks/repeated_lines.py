# exit: 1
# stderr-has:   [Previous line repeated
# stderr-has: RecursionError: maximum recursion depth exceeded
def f(): return f()
f()
