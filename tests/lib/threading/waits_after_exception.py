# exit: 1
# stderr-has: ZeroDivisionError
import threading, time
def work():
    time.sleep(0.03)
    print("work")
threading.Thread(target=work).start()
1 / 0
