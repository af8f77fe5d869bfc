class Plain:
    pass


class Odd:
    __init__ = list.__init__


for cls, arguments in ((Plain, ()), (Plain, (1,)), (Odd, ())):
    try:
        print(type(cls(*arguments)).__name__)
    except TypeError as error:
        print("TypeError", str(error).split(" ")[0])
