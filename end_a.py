import time
time.sleep(0.02)
import end_b
last = 'end_a'
