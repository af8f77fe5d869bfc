import time
time.sleep(0.02)
import end_a
last = 'end_b'
