# What holds more than attributes and says not how to copy it is refused.
import copy


def generator():
    yield


class Generic[T]:
    def __init__(self, x):
        self.x = x


for make in generator, lambda: (i for i in ()), lambda: copy:
    for how in copy.copy, copy.deepcopy:
        try:
            how(make())
            print("copied")
        except TypeError as e:
            print(e)
print(copy.deepcopy(Generic([1])).x)
