def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e)
def a(): raise ValueError
def b(): raise ValueError("x")
def c(): raise 5
def d(): raise int
def e():
    class Weird:
        pass
    raise Weird()
def f(): raise ValueError from 5
def g(): raise ValueError from KeyError
class NewFails(Exception):
    def __new__(cls, *a): raise RuntimeError("in new")
def h(): raise NewFails
class NotException(Exception):
    def __new__(cls, *a): return 7
def i(): raise NotException
for fn in (a, b, c, d, e, f, g, h, i):
    attempt(fn)
def handler():
    try:
        raise ValueError("v")
    except 5:
        pass
attempt(handler)
def handler2():
    try:
        raise ValueError("v")
    except (KeyError, "x"):
        pass
attempt(handler2)
try:
    raise OSError(2, "gone")
except FileNotFoundError as e:
    print("caught", e)
