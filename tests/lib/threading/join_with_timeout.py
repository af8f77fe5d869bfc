import threading, time
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
print(t.join(0.01), t.is_alive())
print(t.join(0), t.is_alive(), t.join(-1), t.is_alive())
gate.set()
t.join(5)
print(t.is_alive())
