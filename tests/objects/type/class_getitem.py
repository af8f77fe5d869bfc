class A:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
print(A[3], A["x"])
class B(A): pass
print(B[int])
try:
    int[3]
except TypeError as e:
    print(e)
