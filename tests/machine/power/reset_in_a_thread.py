# args: --board esp32s3 --time virtual
# expect: hand, because CPython has no boards
# A reset ends all threads, whoever asks for it and wherever they are.
import _thread, machine, time, os
if machine.reset_cause() == machine.PWRON_RESET:
    def busy():
        while True:
            try:
                while True:
                    pass
            except Exception:
                print("caught")
    def resets():
        time.sleep(1)
        print("resets")
        machine.reset()
    _thread.start_new_thread(busy, ())
    _thread.start_new_thread(resets, ())
    while True:
        time.sleep(100)
print("after the reset")
