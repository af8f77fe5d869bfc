class D(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)


d = D(a=1)
d["b"] = 2
d.update(c=3)
print(d, d.log, d == {"a": 1, "b": 2, "c": 3}, isinstance(d, dict), type(d.copy()).__name__)
print(dict(d), len(d), list(d), {**d})
