from functools import partial

for call in (lambda: partial(), lambda: partial(3), lambda: partial(print, 1).nothing,
             lambda: partial(int, base=2)(x="1"), lambda: partial(len)()):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
