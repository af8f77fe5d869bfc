# mps2: no, because its clock does not know the date
import time

a = time.monotonic(), time.perf_counter(), time.time()
b = time.monotonic_ns(), time.perf_counter_ns(), time.time_ns()
time.sleep(0.01)
print([type(x).__name__ for x in a], [type(x).__name__ for x in b])
print(time.monotonic() - a[0] >= 0.01, time.monotonic_ns() - b[0] >= 10_000_000, time.time() > 1_600_000_000)
