import sys


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, helper())


def helper():
    return len("abc")


r = Resource("global")
