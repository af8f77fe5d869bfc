# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --sensor 4:dht22:-7.5:61.2 --sensor 5:dht11:23:40
import dht
from machine import Pin, dht_readinto

for sensor in (dht.DHT22(Pin(4)), dht.DHT11(Pin(5))):
    for _ in range(2):
        sensor.measure()
        print(round(sensor.temperature(), 1), round(sensor.humidity(), 1))
try:
    dht.DHT22(Pin(6)).measure()
except OSError as e:
    print(type(e).__name__, e.errno)
try:
    dht_readinto(Pin(4), bytearray(4))
except ValueError as e:
    print(e)
