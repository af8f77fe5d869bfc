# stderr-has: Exception in thread worker:
# stderr-has:     raise ValueError("no")
# stderr-has: ValueError: no
import threading
def fail():
    raise ValueError("no")
t = threading.Thread(target=fail, name="worker")
t.start()
t.join()
print(t.is_alive())
