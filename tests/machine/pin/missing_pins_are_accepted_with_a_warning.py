# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# stderr-has: GPIO22 does not exist on an ESP32S3
from machine import Pin

print(Pin(22), Pin(25), Pin(22).value())
