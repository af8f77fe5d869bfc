# mps2: no, because it has neither datetime nor the texts of time
import time

t = time.gmtime(1_700_000_003)
print(time.asctime(t))
print(time.strftime("%j %U %W %V %G %u %w %e %h %C %y %D %T %R %r %n%t%%|", t))
for text, format in (
    ("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S"),
    ("Tue Nov 14 22:13:23 2023", "%a %b %d %H:%M:%S %Y"),
    ("01/02/03 4 PM", "%d/%m/%y %I %p"),
):
    print(tuple(time.strptime(text, format))[:8])
print(tuple(time.strptime("Sun Jan  2 03:04:05 2022"))[:6])
for text, format in (("x", "%Y"), ("2024-13", "%Y-%m"), ("2024 more", "%Y")):
    try:
        time.strptime(text, format)
    except ValueError as e:
        print(e)
print(time.asctime((2024, 1, 5, 1, 2, 3, 4, 5, 0)), type(time.ctime(0)), len(time.tzname))
try:
    time.asctime((1, 2))
except TypeError as e:
    print("TypeError")
