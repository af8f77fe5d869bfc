class Meta(type):
    def __len__(cls): return 3
    def __getitem__(cls, i): return (cls.__name__, i)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 1
    def __add__(cls, other): return "added"
    def __eq__(cls, other): return True
    def __hash__(cls): return 5
    def __repr__(cls): return "<M>"
    def __bool__(cls): return False
    def __instancecheck__(cls, x): return x == 9
    def __subclasscheck__(cls, x): return x is int
    def __getattr__(cls, name): return "missing " + name
class A(metaclass=Meta): pass
print(len(A), A[2], list(A), 1 in A, 2 in A, A + 1, A == 3, hash(A), A, bool(A))
print(isinstance(9, A), isinstance(8, A), issubclass(int, A), issubclass(str, A), A.foo)
