import threading
data = threading.local()
data.x = "main"
seen = []
def work(n):
    seen.append(hasattr(data, "x"))
    data.x = n
    data.y = n
    del data.y
    seen.append((data.x, hasattr(data, "y"), data.__dict__))
t = threading.Thread(target=work, args=(1,))
t.start()
t.join()
print(seen, data.x, data.__dict__)
try:
    data.missing
except AttributeError:
    print("AttributeError")
try:
    del data.missing
except AttributeError:
    print("AttributeError")
