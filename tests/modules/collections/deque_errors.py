from collections import deque


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('deque().pop()')
attempt('deque().popleft()')
attempt('deque([1])[1]')
attempt('deque([1])[-2]')
attempt('deque([1])["a"]')
attempt('deque([1]).remove(5)')
attempt('deque([1]).index(5)')
attempt('deque(1)')
attempt('deque([], -1)')
attempt('deque([], "a")')
attempt('deque([1]) + [1]')
attempt('deque([1]) * "a"')
attempt('deque([1]).__setitem__(5, 1)')
attempt('deque([1]).rotate("a")')
attempt('deque()[0:1]')
