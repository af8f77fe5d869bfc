import threading, time
out = []
t = threading.Timer(0.02, out.append, ["fired"])
t.start()
cancelled = threading.Timer(0.02, out.append, args=("never",))
cancelled.start()
cancelled.cancel()
t.join()
cancelled.join()
print(out)
kw = threading.Timer(0, lambda **k: out.append(k), kwargs={"a": 1})
kw.start()
kw.join()
print(out[1])
