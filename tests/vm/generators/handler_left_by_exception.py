# An exception that no clause of a generator takes leaves the caller's sys.exception() alone.
import sys


def generator():
    try:
        [][0]
    except ValueError:
        pass
    yield


async def coroutine():
    try:
        try:
            [][0]
        except ValueError as e:
            pass
        finally:
            pass
    except (KeyError, TypeError):
        pass


for make in generator, coroutine:
    try:
        {}["k"]
    except KeyError:
        for _ in range(2):
            try:
                make().send(None)
            except IndexError as e:
                print(repr(e.__context__), repr(sys.exception()))
            print(repr(sys.exception()))
