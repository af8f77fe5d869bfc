class Mapping(dict):
    def get(self, key, default=None):
        print(key, len(repr(default)) > 0, type(default).__name__)
        return super().get(key, default)


match Mapping(a=1, c=3):
    case {"a": 1, "b": 2}:
        print("both")
    case {"a": 1}:
        print("one")
