import time
runs = []
runs.append(1)
time.sleep(0.05)
last = 'set'
