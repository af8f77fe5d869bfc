from collections import Counter


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('Counter(1)')
attempt('Counter.fromkeys("ab")')
attempt('Counter("a") + 1')
attempt('Counter([[]])')
attempt('Counter("a").update(1)')
attempt('Counter({"a": "x"}).total()')
attempt('Counter(a=1) < {"a": 2}')
attempt('Counter({1: 1, 2: "a"}).most_common()')
