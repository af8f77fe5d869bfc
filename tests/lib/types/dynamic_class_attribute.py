from types import DynamicClassAttribute


class Meta(type):
    def __getattr__(cls, name):
        return "meta " + name


class A(metaclass=Meta):
    @DynamicClassAttribute
    def x(self):
        return "instance x"

    @x.setter
    def x(self, value):
        print("set", value)


print(A.x, A().x)
A().x = 3
try:
    del A().x
except AttributeError as e:
    print(e)
