from functools import lru_cache


class A:
    def __init__(self, k):
        self.k = k

    @lru_cache
    def times(self, n):
        print("computed")
        return self.k * n

    @staticmethod
    @lru_cache
    def static(n):
        return n

    @classmethod
    @lru_cache
    def of_class(cls, n):
        return cls.__name__, n


a, b = A(2), A(3)
print(a.times(4), a.times(4), b.times(4), A.times(a, 4))
print(A.times.cache_info())
print(A.static(1), a.of_class(2), A.of_class(2), a.of_class.cache_info().hits)
