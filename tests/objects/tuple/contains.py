print(1 in (1, 2), "a" in ("b",), () in ((),), 1 not in ())
