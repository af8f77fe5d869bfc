class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2
class A:
    x = Field()
    y = Field()
a = A()
print(a.x)
a.x = 4
print(a.x, a.y, a.__dict__, A.x.name)
