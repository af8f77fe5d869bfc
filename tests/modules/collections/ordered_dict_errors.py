from collections import OrderedDict


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('OrderedDict().popitem()')
attempt('OrderedDict().move_to_end("a")')
attempt('OrderedDict()["x"]')
