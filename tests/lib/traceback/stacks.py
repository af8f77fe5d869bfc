import sys
import traceback


def names(stack):
    return [place.name for place in stack]


def deep():
    print(names(traceback.extract_stack()))
    print(names(traceback.extract_stack(limit=1)), names(traceback.extract_stack(limit=-1)))
    print([text.split(", ")[-1] for text in traceback.format_stack()] != [])
    print(traceback.extract_stack()[-1].line)


def middle():
    deep()


middle()


def falls(n):
    return falls(n - 1) if n else 1 // 0


try:
    falls(9)
except ZeroDivisionError as error:
    print(len(traceback.extract_tb(error.__traceback__)))
    print([text for text in traceback.format_tb(error.__traceback__) if "repeated" in text])

place = traceback.FrameSummary("a.py", 3, "f", line="x = 1")
print(place, list(place), place == ("a.py", 3, "f", "x = 1"))
print(traceback.format_list([place, ("b.py", 4, "g", None)]))
traceback.print_list([("b.py", 4, "g", "pass")], file=sys.stdout)
