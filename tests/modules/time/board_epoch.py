# args: --board esp32s3 --time virtual --start-time 1700000000
# expect: hand, because it is about a board
# mps2: no, because it is about another board
import time

print(time.gmtime(0), time.time(), time.localtime()[:6], time.time_ns() // 10**9)
