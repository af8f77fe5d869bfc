import threading
c = threading.Condition(threading.Lock())
value = 0
def count():
    global value
    for _ in range(5):
        with c:
            value += 1
            c.notify_all()
t = threading.Thread(target=count)
with c:
    print(c.wait_for(lambda: False, 0.01), c.wait(0), c.wait(0.01))
    t.start()
    print(c.wait_for(lambda: value == 5, 10))
t.join()
