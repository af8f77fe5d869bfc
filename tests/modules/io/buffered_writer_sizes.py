import io

for size in (0, -1):
    try:
        io.BufferedWriter(io.BytesIO(), size)
    except ValueError as e:
        print(e)
for wrong in ("8", None):
    try:
        io.BufferedWriter(io.BytesIO(), wrong)
    except TypeError:
        print("TypeError")
try:
    io.BufferedWriter()
except TypeError:
    print("TypeError")
