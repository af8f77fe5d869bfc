from datetime import timedelta as td

for bad in (lambda: td("a"), lambda: td(days=10**9), lambda: td.max + td.resolution, lambda: td(1) + 1, lambda: td(1) < 1, lambda: td(1) / 0,
            lambda: td(1) // td(), lambda: td(1) * "a", lambda: td(1) / "a", lambda: td(foo=1), lambda: -td.max - td(1), lambda: td(1) % 1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__)
