from contextlib import ExitStack

with ExitStack() as stack:
    stack.callback(print, "later")
    kept = stack.pop_all()
print("left")
kept.close()
kept.close()
print("closed")


class Not:
    pass


class Half:
    def __enter__(self):
        pass


for bad in Not(), Half(), 3:
    try:
        with ExitStack() as stack:
            stack.enter_context(bad)
    except TypeError as e:
        print(e)
