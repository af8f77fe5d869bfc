# args: --board esp32s3 --time virtual --for 3600
# expect: hand, because CPython has no boards
# The run ends at its time although a thread never waits and the main one sleeps for ever.
import _thread, time
def spin():
    while time.ticks_ms() < 50:
        pass
    print("spun")
    time.sleep(1e6)
_thread.start_new_thread(spin, ())
while True:
    time.sleep(1800)
    print("half an hour")
