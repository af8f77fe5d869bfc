import threading
c = threading.Condition()
seen = []
def work():
    with c:
        with c:
            seen.append("waits")
            c.notify_all()
            print(c.wait(5))
with c:
    t = threading.Thread(target=work)
    t.start()
    while not seen:
        c.wait(0.01)
with c:
    with c:
        c.notify()
t.join()
