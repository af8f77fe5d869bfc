from collections import defaultdict


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('defaultdict(1)')
attempt('defaultdict()["a"]')
attempt('defaultdict(None)[1]')
attempt('defaultdict(int, 1)')
attempt('defaultdict(list)[[]]')
