# args: --board esp32s3 --time virtual
# expect: hand, because CPython has no boards
# oom: no, because the main thread waits for what others do
# Threads on a board under virtual time: the same run each time, and sleeping costs nothing.
import _thread, time
log = []
def spin(name):
    for i in range(3):
        for _ in range(4000):
            pass
        log.append((name, i))
def sleeps(ms):
    time.sleep_ms(ms)
    log.append((ms, time.ticks_ms() // 1000))
start = time.ticks_ms()
for name in "abc":
    _thread.start_new_thread(spin, (name,))
for ms in (3600000, 7200000, 1800000):
    _thread.start_new_thread(sleeps, (ms,))
while len(log) < 12:
    time.sleep_ms(10000)
for row in log:
    print(*row)
