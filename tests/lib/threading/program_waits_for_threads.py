# The end of the program waits for threads that are no daemons.
import threading, time
def work():
    time.sleep(0.03)
    print("work")
def daemon():
    time.sleep(50)
    print("never")
threading.Thread(target=work).start()
threading.Thread(target=daemon, daemon=True).start()
print("main")
