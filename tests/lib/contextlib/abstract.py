from contextlib import AbstractAsyncContextManager, AbstractContextManager, closing, nullcontext


class Duck:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


class Real(AbstractContextManager):
    def __exit__(self, *exc):
        print("exit")


class NoExit(AbstractContextManager):
    pass


print(issubclass(Duck, AbstractContextManager), issubclass(int, AbstractContextManager))
print(isinstance(nullcontext(), AbstractAsyncContextManager), isinstance(closing(1), AbstractContextManager))
with Real() as r:
    print(isinstance(r, Real))
try:
    NoExit()
except TypeError as e:
    print(e)
print(AbstractContextManager[int])
