import io
import traceback


def outer(value):
    return inner(value)


def inner(value):
    return 1 // value


try:
    outer(0)
except ZeroDivisionError as error:
    kept = error
    print(traceback.format_exc() == "".join(traceback.format_exception(error)))
    text = io.StringIO()
    traceback.print_exc(limit=-1, file=text)
    print(text.getvalue().replace(__file__, "formats.py"))

lines = "".join(traceback.format_exception(kept)).split("\n")
print(lines[0], lines[-2])
print([(place.name, place.lineno, place.line) for place in traceback.extract_tb(kept.__traceback__)])
print([place.name for place in traceback.extract_tb(kept.__traceback__, limit=2)])
print([place.name for place in traceback.extract_tb(kept.__traceback__, limit=-1)])
print(len(traceback.format_tb(kept.__traceback__)))
print([name for _, _, name, _ in traceback.extract_tb(kept.__traceback__)])
print(traceback.format_exception_only(kept))
print(traceback.format_exception_only(ValueError, ValueError("two words")))
print(traceback.format_exception(ValueError("never raised")))
print(traceback.format_exc())
