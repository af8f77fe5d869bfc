# exit: 3
import sys, threading, time
def work():
    time.sleep(0.03)
    print("work")
threading.Thread(target=work).start()
sys.exit(3)
