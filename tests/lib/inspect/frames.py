import inspect


def inner():
    frame = inspect.currentframe()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name)
    return inspect.stack()


def outer():
    return inner()


for info in outer():
    print(info.function, info.lineno, info.code_context, info.index, info.filename == __file__, info[3])
print(inspect.getframeinfo(inspect.currentframe(), 3)[1:])
print(inspect.getframeinfo(inspect.currentframe(), 0)[3:])
try:
    outer()[99]
except IndexError:
    print([(info.function, info.lineno) for info in inspect.trace()])
