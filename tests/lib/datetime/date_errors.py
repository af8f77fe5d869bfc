from datetime import date, timedelta

for bad in (lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: date(2023, 2, 29), lambda: date(10000, 1, 1), lambda: date("a", 1, 1), lambda: date(2023, 1),
            lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: date.fromordinal(0), lambda: date(2023, 1, 1) < 5, lambda: date(2023, 1, 1) + 1,
            lambda: date(2023, 1, 1).replace(month=13), lambda: date(2023.0, 1, 1), lambda: date(2023, 1, 0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e if type(e) in (ValueError, OverflowError) else "")
