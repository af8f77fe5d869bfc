from datetime import datetime

for text, form in [("2024", "%Y-%m"), ("2024-13-01", "%Y-%m-%d"), ("2024 x", "%Y"), ("24", "%Y"), ("2023-02-29", "%Y-%m-%d"), ("a", "%Q"), ("5", "%"), ("", "%d"), ("2024 05", "%G %V"), ("60", "%M"), ("Foo", "%b")]:
    try:
        print(datetime.strptime(text, form))
    except ValueError as e:
        print(text, form, e)
for bad in (5, "%d"), ("5", 5):
    try:
        datetime.strptime(*bad)
    except TypeError as e:
        print("TypeError")
