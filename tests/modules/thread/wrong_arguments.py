import _thread
def try_start(*args):
    try:
        print(_thread.start_new_thread(*args))
    except TypeError as e:
        print(e)
try_start(1, ())
try_start(print, [])
try_start(print, (), ())
try_start(print, (), [("a", 1)])
