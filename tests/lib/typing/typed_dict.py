from typing import NotRequired, Required, TypedDict, get_type_hints, is_typeddict


class Movie(TypedDict):
    name: str
    year: int


class Sequel(Movie, total=False):
    part: int
    of: Required[str]


class Loose(TypedDict):
    a: int
    b: NotRequired[str]


m = Movie(name="M", year=1999)
print(m, type(m), Movie.__annotations__, Movie.__total__, sorted(Movie.__required_keys__))
print(Sequel.__total__, sorted(Sequel.__required_keys__), sorted(Sequel.__optional_keys__), list(Sequel.__annotations__))
print(sorted(Loose.__required_keys__), sorted(Loose.__optional_keys__), get_type_hints(Loose))
P = TypedDict("P", {"x": int, "in": str})
print(P(x=1), P.__annotations__, P.__name__, is_typeddict(P), is_typeddict(dict))
for bad in lambda: isinstance({}, Movie), lambda: issubclass(dict, Movie):
    try:
        bad()
    except TypeError as e:
        print(e)
