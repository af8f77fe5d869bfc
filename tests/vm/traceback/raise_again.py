# stderr-has: line 8, in f
# exit: 1
# An exception that is raised again in its frame keeps the place where it was raised first.


def f():
    try:
        {}["a"]
    except KeyError:
        raise


try:
    f()
except KeyError as e:
    print(e.__traceback__ is not None)
f()
