from datetime import date

for args in (2020, 53, 5), (2021, 1, 1), (2015, 53, 7), (2024, 1, 1):
    d = date.fromisocalendar(*args)
    print(d, tuple(d.isocalendar()) == args)
for bad in (2021, 53, 1), (2021, 0, 1), (2021, 1, 8), (0, 1, 1), (2021, 1, 0):
    try:
        date.fromisocalendar(*bad)
    except ValueError as e:
        print(e)
