"""Functions to be called when the program has ended, the newest first."""

_functions = []


def register(func, /, *args, **kwargs):
    """Calls func(*args, **kwargs) at the end; returns func, so that it works as a decorator."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Takes back every registration of func."""
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    import sys

    error = None
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except SystemExit as e:
            error = e
        except BaseException as e:
            sys.stderr.write(f"Exception ignored in atexit callback: {func!r}\n")
            sys.excepthook(type(e), e, e.__traceback__)
    if error is not None:
        raise error
