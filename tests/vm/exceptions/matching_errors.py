try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e, repr(e.__context__))
try:
    try:
        raise ValueError
    except (KeyError, "x"):
        pass
except TypeError as e:
    print(e)
try:
    raise ValueError
except ():
    print("no")
except ((KeyError), ValueError):
    print("tuple")
def cls():
    print("evaluated")
    return ValueError
try:
    raise ValueError
except cls():
    print("ok")
try:
    try:
        raise ValueError
    except undefined:
        pass
except NameError as e:
    print(e, repr(e.__context__))
class M(type):
    def __instancecheck__(c, i): return True
class E(Exception, metaclass=M): pass
try:
    try:
        raise ValueError("x")
    except E:
        print("caught by metaclass")
except ValueError:
    print("not by metaclass")
