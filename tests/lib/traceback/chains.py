import traceback


def run():
    try:
        raise ValueError("first")
    except ValueError as error:
        raise KeyError("second") from error


def last_lines(texts):
    return [line for line in "".join(texts).split("\n") if line and not line.startswith(" ")]


try:
    run()
except KeyError as error:
    print(last_lines(traceback.format_exception(error)))
    print(last_lines(traceback.format_exception(error, chain=False)))
    print(last_lines(traceback.format_exception(error, limit=1)))
    print(last_lines(traceback.format_exception(type(error), error, None)))
    print(repr(error.__cause__), error.__suppress_context__, error.__traceback__ is not None)
    kept = traceback.TracebackException.from_exception(error)
    print(last_lines(kept.format()), last_lines(kept.format(chain=False)))
    print(str(kept), kept.exc_type, [place.name for place in kept.stack], str(kept.__cause__))
    print(list(kept.format_exception_only()))
try:
    traceback.format_exception(KeyError, KeyError())
except ValueError as error:
    print(error)
try:
    traceback.format_exception(3)
except TypeError as error:
    print(error)
