# __exit__ gets the traceback.
class C:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        print(kind.__name__, value, tb.tb_lineno, tb.tb_next is None)
        return True
with C():
    raise ValueError("v")
