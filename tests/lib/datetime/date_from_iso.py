from datetime import date

for text in "2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09", "0001-01-01":
    print(text, date.fromisoformat(text))
for bad in "2024-2-29", "2024-02-30", "2024-0229", "24-02-29", "", "2024-02", "2024-W54-1", "2024-02-29T", "2024/02/29", "20240230", "2024-W09-8", "abcd-ef-gh":
    try:
        print(date.fromisoformat(bad))
    except ValueError as e:
        print(e)
try:
    date.fromisoformat(5)
except TypeError as e:
    print(e)
