# The end of the program ends threads wherever they are: nothing of theirs runs any more.
import _thread, time
lock = _thread.allocate_lock()
lock.acquire()
def waits():
    try:
        lock.acquire()
    finally:
        print("waits")
def sleeps():
    try:
        time.sleep(100)
    except BaseException:
        print("sleeps")
def spins():
    while True:
        try:
            while True:
                pass
        except:
            print("spins")
def generates():
    def g():
        try:
            while True:
                yield
        finally:
            print("generates")
    for x in g():
        pass
for f in (waits, sleeps, spins, generates):
    _thread.start_new_thread(f, ())
time.sleep(0.05)
print("end")
