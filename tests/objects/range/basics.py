for r in (range(5), range(2, 5), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 3), range(1, 0), range(-3, 3)):
    print(r, len(r), list(r), bool(r), r.start, r.stop, r.step)
